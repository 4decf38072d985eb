"""Tuples: displays, operators, indexing."""

from .kinds import *

U = uni(i8, 3)
H = tup(i8, f8)
CALLS = [("operator.getitem", [t, i]) for t in (U, H) for i in (i8, lit(0), lit(-1), u1, i4, u8, f8, "1:", ":2", "::-1", "a_missing" if False else "0:1")]
CALLS += [
    ("operator.add", [U, U]), ("operator.add", [U, H]), ("operator.add", [H, H]), ("operator.add", [tup(), U]), ("operator.add", [U, lst(i8)]), ("operator.add", [uni(i8, 2), uni(f8, 2)]), ("operator.iadd", [U, U]), ("operator.add", [U, tup(i8)]), ("operator.add", [tup(), tup()]),
    ("operator.mul", [U, lit(2)]), ("operator.mul", [U, i8]), ("operator.mul", [lit(2), H]),
    ("operator.eq", [U, U]), ("operator.eq", [H, H]), ("operator.eq", [U, uni(f8, 3)]), ("operator.eq", [U, uni(i8, 2)]), ("operator.eq", [U, H]), ("operator.ne", [U, U]), ("operator.lt", [U, U]), ("operator.le", [H, H]), ("operator.gt", [U, uni(f8, 3)]), ("operator.ge", [U, uni(i8, 2)]), ("operator.lt", [H, U]), ("operator.eq", [U, lst(i8)]), ("operator.eq", [U, i8]),
    ("operator.eq", [tup(arr(f8), i8), tup(arr(f8), i8)]), ("operator.eq", [tup(string, i8), tup(string, i8)]), ("operator.lt", [tup(string, i8), tup(string, i8)]), ("operator.eq", [tup(), tup()]), ("operator.lt", [tup(c16, i8), tup(c16, i8)]), ("operator.is_", [U, U]), ("operator.is_", [U, none]),
    ("operator.contains", [U, i8]), ("operator.contains", [H, i8]), ("operator.contains", [U, f8]), ("operator.contains", [uni(string, 2), string]), ("operator.contains", [U, string]), ("operator.contains", [tup(), i8]), ("operator.contains", [tup(string, i8), i8]), ("operator.contains", [tup(lit(1), lit(2)), i8]), ("operator.contains", [uni(string, 2), lit("a")]),
    ("operator.setitem", [U, lit(0), i8]), ("operator.not_", [U]), ("operator.truth", [tup()]), ("tuple.index", [U, i8]), ("tuple.count", [U, i8]), ("tuple.index", [H, i8]), ("tuple.index", [U, f8]), ("tuple.count", [H, i8]), ("operator.neg", [U]),
    ("builtins.tuple display", [i8, i8]), ("builtins.tuple display", [i8, f8]), ("builtins.tuple display", [lit(1), lit(2)]), ("builtins.tuple display", [lit(1), i8]), ("builtins.tuple display", [lit(1), f8]), ("builtins.tuple display", []), ("builtins.tuple display", [arr(f8), arr(f8)]), ("builtins.tuple display", [lit("a"), lit("b")]), ("builtins.tuple display", [lit("a"), i8]),
    ("builtins.tuple display", [lst(i8), lst(i8)]), ("builtins.tuple display", [none, none]), ("builtins.tuple display", [i8]), ("builtins.tuple display", [i4, i8]), ("builtins.tuple display", [lit(1), lit("a")]), ("builtins.tuple display", [lit(True), lit(False)]), ("builtins.tuple display", [lit(1), b1]),
    ("builtins.tuple", [U]), ("builtins.tuple", [lst(i8)]), ("builtins.hash", [U]), ("builtins.len", [tup()]), ("builtins.sum", [U, i8]), ("builtins.min", [tup()]), ("builtins.max", [U, U]), ("builtins.min", [uni(i4, 2), uni(i4, 2)]),
    ("iter tuple", [tup(lit(1), lit(2))]), ("iter tuple", [tup(i8, i8, i8)]), ("iter tuple", [uni(arr(f8), 2)]), ("iter tuple", [tup(arr(f8), arr(f8, 1, "A"))]), ("iter tuple", [tup(i4, i8)]), ("iter tuple", [tup()]), ("iter tuple", [tup(lit(1), i8)]), ("iter tuple", [uni(H, 2)]), ("iter tuple", ["(1, 2)"]), ("iter tuple", ["('a', 'b')"]), ("iter tuple", ["(1, 2.0)"]), ("iter tuple", ["(1, True)"]),
    ("operator.getitem", ["(1, 2)", i8]), ("operator.getitem", ["(1, 2.0)", i8]), ("operator.getitem", ["(1, 2.0)", lit(1)]), ("operator.getitem", ["('a', 'b')", i8]),
]
