"""Python's builtins on scalars and containers."""

from .kinds import *

CONTAINERS = [lst(i8), lst(f8, True), tlist(i4), uni(i8, 3), tup(i8, f8), arr(f8), arr(i4, 2), string, uset(i8), tdict(i8, f8)]
CALLS = []
for container in CONTAINERS:
    for name in ["len", "list", "tuple", "set", "sorted", "reversed", "sum", "min", "max", "any", "all", "enumerate", "zip",
                 "iter", "bool", "hash", "str", "repr", "abs", "dict", "print", "frozenset"]:
        if name == "sorted" and isinstance(container, types.Array) and container.ndim > 1:
            continue
        CALLS.append((f"builtins.{name}", [container]))
CALLS.append(("builtins.len", [f8]))
CALLS.append(("builtins.len", [arr(f8, 0)]))
for type_ in [b1, i1, i4, i8, u1, u4, u8, f4, f8, c16, none]:
    CALLS.append(("builtins.range", [type_]))
    CALLS.append(("builtins.hash", [type_]))
    CALLS.append(("builtins.str", [type_]))
    CALLS.append(("builtins.repr", [type_]))
    CALLS.append(("builtins.min", [type_, i8]))
    CALLS.append(("builtins.max", [type_, type_]))
    CALLS.append(("builtins.max", [type_, f4]))
    CALLS.append(("builtins.print", [type_]))
    CALLS.append(("numba.prange", [type_]))
    CALLS.append(("builtins.sum", [lst(type_)] if type_ is not none else [type_]))
    if type_ is not none:
        CALLS.append(("builtins.sum", [arr(type_)]))
        CALLS.append(("builtins.min", [lst(type_)]))
        CALLS.append(("builtins.max", [uni(type_, 3)]))
        CALLS.append(("builtins.max", [arr(type_)]))
        CALLS.append(("builtins.sum", [uni(type_, 3)]))
        # Numba 0.56 never comes back from sorting complex numbers.
        if type_ is not c16:
            CALLS.append(("builtins.sorted", [lst(type_)]))
CALLS += [
    ("builtins.range", [i4, i8]), ("builtins.range", [i4, i4, i4]), ("builtins.range", [lit(0), i8, lit(2)]), ("builtins.range", [u8, u8]),
    ("builtins.range", [lit(0), u8]), ("builtins.range", [lit(5)]), ("builtins.range", [i8, f8]), ("builtins.range", [i4, i4, i8]),
    ("builtins.range", [u4, i4]), ("builtins.range", [u8, i8]), ("builtins.range", [i1, i8]), ("builtins.range", [lit(0), u4]),
    ("builtins.range", [lit(0), i4]), ("builtins.range", [lit(0), lit(5), lit(1)]), ("builtins.range", [u8, u8, lit(1)]),
    ("numba.prange", [lit(0), u8]), ("numba.prange", [i4, i8]), ("numba.prange", [u8, u8]), ("numba.prange", [lit(0), i8, lit(2)]),
    ("builtins.sum", [lst(i8), f8]), ("builtins.sum", [lst(f8), lit(0)]), ("builtins.sum", [arr(f4), f8]), ("builtins.sum", [tup(i8, f8)]),
    ("builtins.sum", [tup(i8, f8), lit(0)]), ("builtins.sum", [lst(i4)], {"start": i8}), ("builtins.sum", [tlist(f4)]),
    ("builtins.min", [tup(i8, f8)]), ("builtins.min", [i8, f8, u8]), ("builtins.min", [u8, i8]), ("builtins.min", [i8, lit(3)]),
    ("builtins.min", [lst(i8)], {"default": lit(0)}), ("builtins.max", [string, string]), ("builtins.max", [f4, f8, i8]), ("builtins.min", [i4, i4]),
    ("builtins.max", [uni(f8, 2), uni(f8, 2)]), ("builtins.max", [b1, b1]), ("builtins.max", [u4, i4]), ("builtins.max", [tlist(f8)]),
    ("builtins.max", [arr(f8), arr(f8)]), ("builtins.min", [arr(f8, 2)]), ("builtins.min", [i8]), ("builtins.max", [uset(i8)]),
    ("builtins.enumerate", [lst(i8), i4]), ("builtins.enumerate", [arr(f8), lit(1)]), ("builtins.enumerate", [lst(i8)], {"start": lit(1)}),
    ("builtins.zip", []), ("builtins.zip", [lst(i8), arr(f8)]), ("builtins.zip", [tup(i8, f8), lst(i8)]), ("builtins.zip", [string, lst(f8), arr(i4)]),
    ("builtins.zip", [i8, lst(i8)]), ("builtins.enumerate", [i8]), ("builtins.iter", [i8]),
    ("builtins.sorted", [lst(i8)], {"reverse": lit(True)}), ("builtins.sorted", [arr(f8)], {"reverse": b1}), ("builtins.sorted", [lst(uni(i8, 2))]),
    ("builtins.sorted", [tlist(f8)]), ("builtins.sorted", [lst(string)]),
    ("builtins.slice", [i8, i8]), ("builtins.slice", [none, i8, i8]), ("builtins.slice", [i8]), ("builtins.slice", [none, none, lit(-1)]),
    ("builtins.slice", [lit(1), lit(2), none]),
    ("builtins.chr", [i8]), ("builtins.chr", [u1]), ("builtins.ord", [string]), ("builtins.ord", [i8]), ("builtins.int", [string]),
    ("builtins.float", [string]), ("builtins.float", [lit("1.5")]), ("builtins.int", [lit("12")]), ("builtins.str", [lit(5)]), ("builtins.str", [string]),
    ("builtins.str", []), ("builtins.list", []), ("builtins.set", []), ("builtins.dict", []), ("builtins.tuple", []), ("builtins.bool", [string]),
    ("builtins.any", ["[True, False]"]), ("builtins.any", ["range(3)"]), ("builtins.list", ["range(3)"]), ("builtins.list", ["zip([1, 2], [2.0, 3.0])"]),
    ("builtins.list", ["enumerate([1.5, 2])"]), ("builtins.sum", ["range(3)"]), ("builtins.max", ["range(3)"]), ("builtins.sorted", ["range(3)"]),
    ("builtins.set", ["range(3)"]), ("builtins.reversed", ["range(3)"]), ("builtins.len", ["range(3)"]), ("builtins.tuple", ["range(3)"]),
    ("builtins.list", ["'abc'"]), ("builtins.dict", ["zip([1, 2], [2.0, 3.0])"]), ("builtins.next", ["iter([1, 2])"]),
    ("builtins.next", ["iter([1, 2])", "0"]), ("builtins.next", ["iter((1, 2))"]), ("builtins.next", ["iter(range(3))"]),
    ("builtins.next", ["zip([1], [2.0])"]), ("builtins.next", ["enumerate([2.0])"]),
    ("builtins.isinstance", [i8, "int"]), ("builtins.isinstance", [f8, "int"]), ("builtins.isinstance", [f8, "(int, float)"]),
    ("builtins.isinstance", [arr(f8), "np.ndarray"]), ("builtins.isinstance", [string, "str"]), ("builtins.isinstance", [lst(i8), "list"]),
    ("builtins.isinstance", [tup(i8, f8), "tuple"]), ("builtins.isinstance", [i4, "np.int32"]), ("builtins.isinstance", [i8, "np.int64"]),
    ("builtins.isinstance", [b1, "bool"]), ("builtins.isinstance", [tlist(i8), "typed.List"]), ("builtins.isinstance", [none, "type(None)"]),
    ("builtins.isinstance", [tdict(i8, i8), "dict"]), ("builtins.isinstance", [uset(i8), "set"]), ("builtins.isinstance", [c16, "complex"]),
    ("builtins.isinstance", [f4, "float"]), ("builtins.isinstance", [b1, "int"]), ("builtins.isinstance", [i8, "types.int64"]),
    ("builtins.type", [i8]), ("builtins.type", [arr(f8)]), ("builtins.type", [lst(i8)]), ("builtins.type", [f8]), ("builtins.type", [string]),
    ("builtins.hasattr", [arr(f8), lit("shape")]), ("builtins.hasattr", [arr(f8), lit("nope")]), ("builtins.getattr", [arr(f8), lit("size")]),
    ("builtins.getattr", [arr(f8), lit("nope"), lit(3)]), ("builtins.callable", [i8]), ("builtins.id", [i8]), ("builtins.bin", [i8]), ("builtins.hex", [i8]),
    ("builtins.divmod", [i8, i8]), ("builtins.vars", [i8]), ("builtins.input", []), ("builtins.oct", [i8]), ("builtins.bytes", [i8]),
    ("builtins.bytearray", [i8]), ("builtins.memoryview", [arr(u1)]), ("builtins.object", []), ("builtins.format", [i8]), ("builtins.ascii", [string]),
    ("builtins.map", ["lambda x: x + 1.0", lst(i8)]), ("builtins.filter", ["lambda x: x > 1", lst(i8)]), ("builtins.list", ["map(lambda x: x + 1.0, [1, 2])"]),
    ("builtins.list", ["filter(lambda x: x > 1, [1, 2])"]), ("builtins.sorted", [lst(i8)], {"key": "lambda x: -x"}),
    ("builtins.max", [lst(i8)], {"key": "lambda x: -x"}), ("builtins.sum", ["[x * 2.0 for x in range(3)]"]),
]
for container in CONTAINERS:
    CALLS.append((f"iter {container}", [container]))
CALLS += [
    ("iter range", ["range(3)"]), ("iter enumerate", ["enumerate([1.5])"]), ("iter zip", ["zip([1], (2.0, 3.0))"]), ("iter items", ["{1: 2.0}.items()"]),
    ("iter keys", ["{1: 2.0}.keys()"]), ("iter values", ["{1: 2.0}.values()"]), ("iter flat", ["np.zeros((2, 3)).flat"]), ("iter nditer", ["np.nditer(np.zeros((2, 3)))"]),
    ("iter ndenumerate", ["np.ndenumerate(np.zeros((2, 3)))"]), ("iter ndindex", ["np.ndindex(2, 3)"]), ("iter ndindex", ["np.ndindex((2, 3))"]),
    ("iter array 3d", [arr(f8, 3, "F")]), ("iter array 2d A", [arr(f8, 2, "A")]), ("iter array 0d", [arr(f8, 0)]), ("iter reversed", ["reversed([1, 2])"]),
    ("iter prange", ["numba.prange(3)"]), ("iter int", [i8]), ("iter literal_unroll", ["literal_unroll((1, 2.0))"]), ("iter bytes", [types.Bytes(u1, 3, "C")]),
    ("numpy.nditer", ["(np.zeros(3), np.zeros((2, 3)))"]), ("numpy.nditer", [arr(f8, 2)]), ("numpy.ndindex", [i8, i8]), ("numpy.ndindex", [uni(i8, 2)]),
    ("numpy.ndenumerate", [arr(f8, 2)]), ("getattr array.flat", [arr(f8, 2)]), ("numpy.ndindex", [i4]),
]
