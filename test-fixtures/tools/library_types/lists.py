"""Lists, reflected and typed."""

from .kinds import *

CALLS = []
for make in (lst, lambda t: lst(t, True), tlist):
    xs = make(i8)
    fs = make(f8)
    CALLS += [
        ("list.append", [xs, i8]), ("list.append", [xs, f8]), ("list.append", [fs, i8]), ("list.append", [xs, lit(1)]), ("list.append", [xs, b1]),
        ("list.append", [xs, none]), ("list.append", [xs, i4]), ("list.append", [make(i4), i8]), ("list.append", [make(f4), f8]), ("list.append", [xs, u8]), ("list.append", [xs, arr(f8)]),
        ("list.append", [make(arr(f8)), arr(f8)]), ("list.append", [make(arr(f8)), arr(f8, 2)]), ("list.append", [make(arr(f8, 1, "A")), arr(f8)]),
        ("list.append", [make(uni(i8, 2)), uni(i8, 2)]), ("list.append", [make(uni(f8, 2)), uni(i8, 2)]), ("list.append", [make(uni(f8, 2)), uni(f8, 3)]),
        ("list.append", [make(string), string]), ("list.append", [make(string), lit("a")]), ("list.append", [make(f8), string]),
        ("list.extend", [xs, xs]), ("list.extend", [xs, lst(i8)]), ("list.extend", [fs, xs]), ("list.extend", [xs, fs]), ("list.extend", [xs, uni(i8, 2)]), ("list.extend", [xs, arr(i8)]),
        ("list.extend", [xs, "range(3)"]), ("list.extend", [xs, i8]), ("list.extend", [make(string), string]),
        ("list.pop", [xs]), ("list.pop", [xs, i8]), ("list.pop", [xs, i4]), ("list.pop", [xs, lit(0)]), ("list.pop", [xs, f8]),
        ("list.insert", [xs, i8, i8]), ("list.insert", [xs, lit(0), f8]), ("list.insert", [fs, lit(0), i8]), ("list.insert", [xs, f8, i8]),
        ("list.remove", [xs, i8]), ("list.remove", [xs, f8]), ("list.index", [xs, i8]), ("list.index", [xs, f8]), ("list.index", [xs, i8, i8]),
        ("list.index", [xs, i8, i8, i8]), ("list.index", [make(string), string]), ("list.count", [xs, i8]), ("list.count", [xs, f8]), ("list.count", [make(string), string]),
        ("list.reverse", [xs]), ("list.sort", [xs]), ("list.sort", [xs], {"reverse": lit(True)}), ("list.sort", [xs], {"key": "lambda x: -x"}), ("list.sort", [make(string)]),
        ("list.clear", [xs]), ("list.copy", [xs]), ("list.nope", [xs]),
        ("operator.getitem", [xs, i8]), ("operator.getitem", [xs, i4]), ("operator.getitem", [xs, u8]), ("operator.getitem", [xs, u1]), ("operator.getitem", [xs, b1]), ("operator.getitem", [xs, f8]), ("operator.getitem", [xs, lit(0)]), ("operator.getitem", [xs, "1:"]),
        ("operator.getitem", [xs, "::2"]), ("operator.getitem", [xs, uni(i8, 2)]), ("operator.getitem", [xs, string]), ("operator.getitem", [make(xs), lit(0)]), ("operator.getitem", [make(arr(f8, 2)), i8]),
        ("operator.setitem", [xs, i8, i8]), ("operator.setitem", [xs, i8, f8]), ("operator.setitem", [fs, i8, i8]), ("operator.setitem", [xs, u8, lit(1)]), ("operator.setitem", [xs, f8, i8]), ("operator.setitem", [xs, "1:", xs]),
        ("operator.setitem", [xs, "1:", fs]), ("operator.setitem", [xs, "::2", xs]), ("operator.setitem", [xs, "1:", uni(i8, 2)]), ("operator.setitem", [xs, "1:", i8]), ("operator.setitem", [xs, i8, string]), ("operator.setitem", [make(i4), i8, i8]),
        ("operator.setitem", [xs, i8, none]), ("operator.setitem", [make(b1), i8, i8]), ("operator.setitem", [xs, i8, b1]), ("operator.setitem", [xs, i8, c16]),
        ("operator.delitem", [xs, i8]), ("operator.delitem", [xs, "1:"]), ("operator.delitem", [xs, "::2"]), ("operator.delitem", [xs, f8]),
        ("operator.contains", [xs, i8]), ("operator.contains", [xs, f8]), ("operator.contains", [make(string), string]), ("operator.contains", [xs, string]), ("operator.contains", [make(uni(i8, 2)), uni(i8, 2)]), ("operator.contains", [make(arr(f8)), arr(f8)]),
        ("operator.add", [xs, xs]), ("operator.add", [xs, fs]), ("operator.add", [xs, uni(i8, 2)]), ("operator.add", [xs, lst(i8)]), ("operator.add", [make(arr(f8)), make(arr(f8))]), ("operator.iadd", [xs, xs]), ("operator.iadd", [xs, fs]), ("operator.iadd", [xs, uni(i8, 2)]), ("operator.iadd", [xs, "range(3)"]), ("operator.iadd", [fs, xs]),
        ("operator.mul", [xs, i8]), ("operator.mul", [i8, xs]), ("operator.mul", [xs, f8]), ("operator.mul", [xs, lit(3)]), ("operator.mul", [xs, i4]), ("operator.imul", [xs, i8]), ("operator.imul", [xs, lit(3)]), ("operator.mul", [make(xs), i8]),
        ("operator.eq", [xs, xs]), ("operator.eq", [xs, fs]), ("operator.ne", [xs, xs]), ("operator.lt", [xs, xs]), ("operator.ge", [xs, fs]), ("operator.eq", [xs, uni(i8, 2)]), ("operator.eq", [xs, i8]), ("operator.is_", [xs, xs]), ("operator.is_", [xs, none]),
        ("operator.not_", [xs]), ("builtins.len", [make(xs)]), ("operator.contains", [make(f8), i8]), ("operator.eq", [make(string), make(string)]), ("operator.lt", [make(uni(i8, 2)), make(uni(i8, 2))]), ("operator.eq", [make(arr(f8)), make(arr(f8))]),
    ]
D = "builtins.list display"
CALLS += [
    (D, [i8, i8]), (D, [i8, f8]), (D, [lit(1), lit(2)]), (D, [lit(1), f8]), (D, [lit(1), lit("a")]), (D, [f4, f8]), (D, [i4, i8]), (D, [u8, i8]), (D, [b1, i8]), (D, [i8, none]), (D, [i4, lit(1)]), (D, [u1, lit(1)]),
    (D, [arr(f8), arr(f8)]), (D, [arr(f8), arr(f4)]), (D, [arr(f8), arr(f8, 2)]), (D, [arr(f8), arr(f8, 1, "A")]), (D, [uni(i8, 2), uni(i8, 2)]), (D, [uni(i8, 2), uni(f8, 2)]), (D, [uni(i8, 2), uni(i8, 3)]),
    (D, [lst(i8), lst(i8)]), (D, [lst(i8), lst(f8)]), (D, [lst(i8), lst(i8, True)]), (D, [lst(i8, True), lst(i8, True)]), (D, [string, string]), (D, [lit("a"), lit("b")]), (D, [lit("a")]), (D, [lit("a"), string]), (D, [c8, f8]), (D, [c16, i8]), (D, [b1, b1]), (D, [lit(True), lit(False)]), (D, [tup(i8, f8), tup(i8, f8)]), (D, [tup(i8, f8), uni(f8, 2)]),
    (D, [tlist(i8), tlist(i8)]), (D, [tlist(i8)]), (D, [uset(i8)]), (D, [tdict(i8, f8), tdict(i8, f8)]), (D, [none]), (D, [none, none]), (D, [f8, string]), (D, [i8, string]), (D, [lit(1), lit(2.5) if False else f8, lit("a")]),
    (D, [lst(lst(i8))]), (D, [u1, u4]), (D, [u8, i4]), (D, [u4, i4]), (D, [u8, lit(1)]), (D, [i8, f4]), (D, [i1, f4]), (D, [f4, lit(1)]), (D, [c8, f4]), (D, [c8, i8]), (D, ["[]"]), (D, ["[1]", "[2.0]"]), (D, ["[]", "[2.0]"]),
    ("numba.typed.List", []), ("numba.typed.List", [lst(i8)]), ("numba.typed.List", [uni(i8, 3)]), ("numba.typed.List", [arr(f8)]), ("numba.typed.List", ["range(3)"]), ("numba.typed.List", [tup(i8, f8)]), ("numba.typed.List", [arr(f8, 2)]), ("numba.typed.List", [string]),
    ("numba.typed.List", [tlist(i8)]), ("numba.typed.List.empty_list", ["types.float64"]), ("numba.typed.List.empty_list", ["types.int64", lit(10)]), ("numba.typed.List.empty_list", ["types.unicode_type"]), ("numba.typed.List.empty_list", ["types.float64[:]"]),
    ("numba.typed.List.empty_list", ["np.float64"]), ("numba.typed.List.empty_list", ["types.UniTuple(types.int64, 2)"]), ("numba.typed.Dict.empty", ["types.int64", "types.float64"]), ("numba.typed.Dict.empty", ["types.unicode_type", "types.float64[:]"]), ("numba.typed.Dict", []),
    ("numba.typed.Dict.empty", [], {"key_type": "types.int64", "value_type": "types.float64"}),
]
