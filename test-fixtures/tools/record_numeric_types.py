"""Records the result types real Numba gives to operators, ufuncs, math functions and casts on numbers and arrays.

    python record_numeric_types.py OUT.json

Run it with an interpreter that has Numba; the file is named by Numba's version. Per operation and tuple of argument
types: the result type in Numba's spelling, or null where Numba refuses.
"""
import builtins
import cmath
import itertools
import json
import math
import operator
import sys
import warnings

import numba
import numpy as np
from numba.core import types
from numba.core.registry import cpu_target

warnings.simplefilter("ignore")
context = cpu_target.typing_context
context.refresh()
cpu_target.target_context.refresh()

INTS = "int8 int16 int32 int64 uint8 uint16 uint32 uint64".split()
REALS = ["float32", "float64"]
COMPLEX = ["complex64", "complex128"]
NUMBERS = ["boolean", *INTS, *REALS, *COMPLEX]
DATES = ["datetime64[D]", "timedelta64[D]", "timedelta64[s]", "timedelta64[Y]"]
DTYPES = ["boolean", "int8", "int32", "int64", "uint8", "uint64", *REALS, *COMPLEX]


SIGNS = dict(add="+", sub="-", mul="*", truediv="/", floordiv="//", mod="%", pow="**", lshift="<<", rshift=">>",
             and_="&", or_="|", xor="^", lt="<", le="<=", gt=">", ge=">=", eq="==", ne="!=", is_="is", is_not="is not")


def type_of(text):
    """The Numba type that a spelling of this file stands for."""
    if text.startswith("?"):
        return types.Optional(type_of(text[1:]))
    if text.startswith("literal:"):
        return types.literal(json.loads(text[8:]))
    if text.endswith("]") and "64[" in text and text[0] in "dt":
        unit = text.split("[")[1][:-1]
        return (types.NPDatetime if text[0] == "d" else types.NPTimedelta)(unit)
    if text.count(":") == 2:
        dtype, ndim, layout = text.split(":")
        return types.Array(type_of(dtype), int(ndim), layout)
    if text == "none":
        return types.none
    return getattr(types, text)


def spelled(text):
    return str(type_of(text))


def resolve(name, function, arguments):
    arguments = tuple(type_of(a) for a in arguments)
    try:
        signature = context.resolve_function_type(function, arguments, {})
    except Exception:
        return None
    if signature is None or (may_fail_later(name, arguments) and not compiles(name, arguments)):
        return None
    return str(signature.return_type)


def may_fail_later(name, arguments):
    """Numba types some operations on datetimes and complex numbers and then finds no code for them."""
    scalars = [getattr(a, "dtype", a) for a in arguments]
    if any(isinstance(a, (types.NPDatetime, types.NPTimedelta)) for a in scalars):
        return True
    suspects = [f"operator.{op}" for op in ["lt", "le", "gt", "ge"]] + [f"numpy.{cast}" for cast in CASTS]
    is_suspect = name in suspects or name in ["builtins.complex", "numpy.bool_"]
    return is_suspect and any(isinstance(a, types.Complex) for a in scalars)


def compiles(name, arguments):
    names = [f"a{i}" for i in range(len(arguments))]
    module, function = name.split(".")
    body = f"return {function if module == 'builtins' else name}({', '.join(names)})"
    sign = SIGNS.get(function)
    if module == "operator" and sign:
        body = f"return a0 {sign} a1"
    elif module == "operator" and function[0] == "i":
        sign = SIGNS.get(function[1:]) or SIGNS[f"{function[1:]}_"]
        body = f"a0 {sign}= a1\n    return a0"
    elif module == "operator":
        body = {"neg": "return -a0", "pos": "return +a0", "invert": "return ~a0", "not_": "return not a0"}.get(function)
    if body is None:
        return True
    scope = {"numpy": np, "math": math, "cmath": cmath}
    exec(f"def call({', '.join(names)}):\n    {body}", scope)
    try:
        numba.njit(scope["call"]).compile(arguments)
    except Exception:
        return False
    return True


def binary_pairs():
    yield from itertools.product(NUMBERS, NUMBERS)
    yield from itertools.product(DATES, DATES)
    for date in DATES:
        for number in ["int32", "int64", "float64", "boolean", "none"]:
            yield date, number
            yield number, date
    yield from [("?int64", "int64"), ("?float64", "int32"), ("?int64", "?float64"), ("none", "int64"), ("none", "none")]
    yield from [("?int64", "none"), ("literal:2", "int8"), ("int8", "literal:2"), ("float32", "literal:2")]


def array_pairs():
    for a, b in itertools.product(DTYPES, DTYPES):
        yield f"{a}:1:C", f"{b}:1:C"
        yield f"{a}:1:C", b
        yield b, f"{a}:1:C"
    layouts = ["float64:1:C", "float64:1:A", "float64:2:C", "float64:2:F", "float64:2:A", "float64:3:C", "float64:3:F"]
    yield from itertools.product(layouts, layouts)
    for date in DATES:
        for other in [*DATES, "int64", "float64"]:
            yield f"{date}:1:C", f"{other}:1:C"
            yield f"{date}:1:C", other
    yield from [("float64:2:C", "?float64"), ("float64:1:C", "none"), ("int8:1:C", "literal:1")]


def unary_arguments():
    for a in [*NUMBERS, *DATES, "?int64", "none", "literal:3"]:
        yield (a,)


def array_unary():
    for a in DTYPES:
        yield (f"{a}:1:C",)
    for a in ["float64:2:F", "float64:2:A", "float32:0:C", *[f"{d}:1:C" for d in DATES]]:
        yield (a,)


BINARY = "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor".split()
COMPARE = "lt ge eq ne is_ is_not".split()
UNARY = "neg pos invert not_".split()
MATH = [n for n in dir(math) if not n.startswith("_") and callable(getattr(math, n))]
CMATH = [n for n in dir(cmath) if not n.startswith("_") and callable(getattr(cmath, n))]
CASTS = "bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 intp uintp float32 float64 complex64 complex128".split()


def ufunc_names():
    from numba.core.typing import npydecl

    return sorted({u.__name__ for u in npydecl.supported_ufuncs})


def record():
    out = {}

    def take(name, function, tuples):
        out[name] = {tuple(map(spelled, t)): resolve(name, function, t) for t in tuples}

    for name in BINARY:
        take(f"operator.{name}", getattr(operator, name), [*binary_pairs(), *array_pairs()])
        inplace = "i" + name.rstrip("_")
        pairs = itertools.product(["boolean", "uint8", "int64", "float32", "complex128"], repeat=2)
        take(f"operator.{inplace}", getattr(operator, inplace), [*pairs, *array_pairs()])
    for name in COMPARE:
        take(f"operator.{name}", getattr(operator, name), [*binary_pairs(), *array_pairs()])
    for name in UNARY:
        take(f"operator.{name}", getattr(operator, name), [*unary_arguments(), *array_unary()])
    for name in ["abs", "bool", "int", "float", "complex", "round"]:
        take(f"builtins.{name}", getattr(builtins, name), [*unary_arguments(), *array_unary()])
    take("builtins.round", round, [*unary_arguments(), *[(a, b) for a in NUMBERS for b in ["int64", "int8", "float64"]]])
    take("builtins.complex", complex, [*unary_arguments(), *itertools.product(NUMBERS, NUMBERS)])
    for name in ["divmod", "pow"]:
        take(f"builtins.{name}", getattr(builtins, name), [*binary_pairs()])
    for name in MATH:
        pairs = [*unary_arguments(), *itertools.product(NUMBERS, NUMBERS)]
        take(f"math.{name}", getattr(math, name), pairs)
    for name in CMATH:
        take(f"cmath.{name}", getattr(cmath, name), [*unary_arguments(), *itertools.product(COMPLEX, COMPLEX)])
    for name in CASTS:
        cast = getattr(np, name)
        take(f"numpy.{name}", context.resolve_value_type(cast), [*unary_arguments(), ("float64:0:C",), ("float64:1:C",)])
    for name in ufunc_names():
        ufunc = getattr(np, name)
        tuples = [*unary_arguments(), *array_unary()] if ufunc.nin == 1 else [*binary_pairs(), *array_pairs()]
        for dtype in ["float64", "float32", "int64", "int8", "boolean", "complex128"]:
            tuples.append(("float64:1:C",) * ufunc.nin + (f"{dtype}:1:C",))
            tuples.append(("int32:2:C",) * ufunc.nin + (f"{dtype}:2:F",))
        take(f"numpy.{name}", ufunc, [t for t in tuples if len(t) <= ufunc.nin or ufunc.nout == 1])
    return {name: rows for name, rows in out.items() if any(rows.values())}


def compact(tables):
    """One character per argument type; argument tuples grouped by their result: `{operation: {result: "ab ac b"}}`.

    The empty result is a refusal.
    """
    codes, out = {}, {}
    for name, rows in tables.items():
        by_result = out[name] = {}
        for arguments, result in rows.items():
            word = "".join(codes.setdefault(a, chr(0x41 + len(codes))) for a in arguments)
            by_result.setdefault(result or "", []).append(word)
    operations = {name: {r: " ".join(words) for r, words in rows.items()} for name, rows in out.items()}
    return {"types": {code: name for name, code in codes.items()}, "operations": operations}


if __name__ == "__main__":
    with open(sys.argv[1], "w", encoding="utf-8") as stream:
        head = {"numba": numba.__version__, "numpy": np.__version__}
        json.dump(head | compact(record()), stream, separators=(",", ":"), ensure_ascii=False, indent=0)
        stream.write("\n")
