"""Strings: methods, operators, indexing."""

from .kinds import *

S = string
L = lit("ab")
CALLS = []
for s in (S, L):
    for name in ["upper", "lower", "strip", "lstrip", "rstrip", "split", "rsplit", "splitlines", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower",
                 "isdecimal", "isnumeric", "istitle", "isidentifier", "isprintable", "isascii", "title", "capitalize", "swapcase", "casefold", "expandtabs", "encode",
                 "format", "nope", "zfill", "join", "center", "ljust", "rjust"]:
        CALLS.append((f"unicode.{name}", [s]))
CALLS += [(f"unicode.{name}", [S, S]) for name in
          ["strip", "lstrip", "rstrip", "split", "rsplit", "startswith", "endswith", "find", "rfind", "index", "rindex", "count", "partition", "rpartition", "join", "replace",
           "removeprefix", "removesuffix", "translate"]]
CALLS += [(f"unicode.{name}", [S, i8]) for name in ["zfill", "center", "ljust", "rjust", "expandtabs", "find", "split"]]
CALLS += [
    ("unicode.split", [S, S, i8]), ("unicode.split", [S, none, i8]), ("unicode.split", [S], {"maxsplit": i8}), ("unicode.rsplit", [S, S, lit(1)]), ("unicode.split", [S, none]),
    ("unicode.find", [S, S, i8]), ("unicode.find", [S, S, i8, i8]), ("unicode.count", [S, S, i8, i8]), ("unicode.index", [S, S, i8]), ("unicode.startswith", [S, uni(S, 2)]), ("unicode.endswith", [S, uni(S, 2)]),
    ("unicode.startswith", [S, S, i8]), ("unicode.startswith", [S, S, i8, i8]), ("unicode.replace", [S, S, S]), ("unicode.replace", [S, S, S, i8]), ("unicode.center", [S, i8, S]), ("unicode.ljust", [S, i8, S]), ("unicode.zfill", [S, lit(5)]),
    ("unicode.join", [S, lst(S)]), ("unicode.join", [S, uni(S, 3)]), ("unicode.join", [S, tlist(S)]), ("unicode.join", [S, uset(S)]), ("unicode.join", [S, lst(i8)]), ("unicode.join", [S, lst(S, True)]), ("unicode.join", [S, i8]), ("unicode.splitlines", [S, b1]), ("unicode.splitlines", [S], {"keepends": lit(True)}),
    ("operator.getitem", [S, i8]), ("operator.getitem", [S, lit(0)]), ("operator.getitem", [S, u1]), ("operator.getitem", [S, "1:"]), ("operator.getitem", [S, "::2"]), ("operator.getitem", [S, f8]), ("operator.getitem", [L, lit(0)]), ("operator.getitem", [L, "1:"]), ("operator.setitem", [S, i8, S]),
    ("operator.add", [S, S]), ("operator.add", [L, L]), ("operator.add", [S, L]), ("operator.add", [S, i8]), ("operator.iadd", [S, S]), ("operator.mul", [S, i8]), ("operator.mul", [i8, S]), ("operator.mul", [L, lit(2)]), ("operator.mul", [S, f8]), ("operator.mod", [S, i8]),
    ("operator.eq", [S, S]), ("operator.ne", [S, L]), ("operator.lt", [S, S]), ("operator.le", [S, S]), ("operator.gt", [S, S]), ("operator.ge", [S, L]), ("operator.eq", [L, L]), ("operator.eq", [S, i8]), ("operator.ne", [S, none]), ("operator.eq", [S, none]), ("operator.lt", [S, i8]), ("operator.is_", [S, none]),
    ("operator.contains", [S, S]), ("operator.contains", [L, S]), ("operator.contains", [S, i8]), ("operator.not_", [S]), ("builtins.len", [L]), ("builtins.ord", [L]), ("builtins.int", [S, lit(10)]), ("builtins.hash", [L]), ("iter literal", [L]), ("builtins.sorted", [L]), ("builtins.list", [L]), ("builtins.str", [L]),
    ("builtins.format", [S]), ("builtins.max", [S, L]), ("operator.eq", [S, types.UnicodeCharSeq(4)]), ("builtins.str", [types.UnicodeCharSeq(4)]), ("builtins.len", [types.UnicodeCharSeq(4)]), ("operator.add", [S, types.UnicodeCharSeq(4)]),
]
