"""Short names for Numba types, for the lists of calls."""

from numba import types

i1, i2, i4, i8 = types.int8, types.int16, types.int32, types.int64
u1, u2, u4, u8 = types.uint8, types.uint16, types.uint32, types.uint64
f4, f8 = types.float32, types.float64
c8, c16 = types.complex64, types.complex128
b1 = types.boolean
none = types.none
string = types.unicode_type
SCALARS = [b1, i1, i4, i8, u1, u4, u8, f4, f8, c8, c16]
REALS = [b1, i1, i4, i8, u1, u4, u8, f4, f8]


def arr(dtype, ndim=1, layout="C"):
    return types.Array(dtype, ndim, layout)


def lst(dtype, reflected=False):
    return types.List(dtype, reflected=reflected)


def tlist(dtype):
    return types.ListType(dtype)


def tdict(key, value):
    return types.DictType(key, value)


def uset(dtype):
    return types.Set(dtype)


def tup(*elements):
    return types.Tuple(elements)


def uni(dtype, count):
    return types.UniTuple(dtype, count)


def lit(value):
    return types.literal(value)
