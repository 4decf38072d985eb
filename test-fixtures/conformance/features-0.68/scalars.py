"""NumPy scalars"""

import numpy as np


def numpy_bool(x):
    """numpy.bool_"""
    return np.bool_(x)


def numpy_float32(x):
    """numpy.float32"""
    return np.float32(x)


def numpy_float64(x):
    """numpy.float64"""
    return np.float64(x)


def numpy_int8(x):
    """numpy.int8"""
    return np.int8(x)


def numpy_int16(x):
    """numpy.int16"""
    return np.int16(x)


def numpy_int32(x):
    """numpy.int32"""
    return np.int32(x)


def numpy_int64(x):
    """numpy.int64"""
    return np.int64(x)


def numpy_intc(x):
    """numpy.intc"""
    return np.intc(x)


def numpy_intp(x):
    """numpy.intp"""
    return np.intp(x)


def numpy_uint8(x):
    """numpy.uint8"""
    return np.uint8(x)


def numpy_uint16(x):
    """numpy.uint16"""
    return np.uint16(x)


def numpy_uint32(x):
    """numpy.uint32"""
    return np.uint32(x)


def numpy_uint64(x):
    """numpy.uint64"""
    return np.uint64(x)


def numpy_uintc(x):
    """numpy.uintc"""
    return np.uintc(x)


def numpy_uintp(x):
    """numpy.uintp"""
    return np.uintp(x)


def numpy_complex64(x):
    """numpy.complex64"""
    return np.complex64(x)


def numpy_complex128(x):
    """numpy.complex128"""
    return np.complex128(x)


def numpy_int32_of_a_sequence(x):
    """numpy.int32 of a sequence"""
    return np.int32([x, 2, 3])


def numpy_int64_view(n):
    """numpy.int64(...).view"""
    return np.int64(n).view(np.uint64)


def structured_scalar(r):
    """structured scalar"""
    return r['x'] + r.y


def datetime64_and_timedelta64(a, b):
    """datetime64 and timedelta64"""
    return (a - b) * 2 > a - b


def array_of_datetime64(a):
    """array of datetime64"""
    return a[1] - a[0]


def character_sequence(a):
    """character sequence"""
    return a[0] == a[1]


CASES = {
    "numpy_bool": [(2.75,)],
    "numpy_float32": [(2.75,)],
    "numpy_float64": [(2.75,)],
    "numpy_int8": [(2.75,)],
    "numpy_int16": [(2.75,)],
    "numpy_int32": [(2.75,)],
    "numpy_int64": [(2.75,)],
    "numpy_intc": [(2.75,)],
    "numpy_intp": [(2.75,)],
    "numpy_uint8": [(2.75,)],
    "numpy_uint16": [(2.75,)],
    "numpy_uint32": [(2.75,)],
    "numpy_uint64": [(2.75,)],
    "numpy_uintc": [(2.75,)],
    "numpy_uintp": [(2.75,)],
    "numpy_complex64": [(2.75,)],
    "numpy_complex128": [(2.75,)],
    "numpy_int32_of_a_sequence": [(4,)],
    "numpy_int64_view": [(-1,)],
    "structured_scalar": [(np.array([(1.5, 2)], dtype=[('x', 'f8'), ('y', 'i4')])[0],)],
    "datetime64_and_timedelta64": [(np.datetime64('2021-03-05'), np.datetime64('2021-03-01'),)],
    "array_of_datetime64": [(np.array(['2021-03-01', '2021-03-05'], dtype='datetime64[D]'),)],
    "character_sequence": [(np.array(['ab', 'ab']),)],
}

# No recorded form carries such an argument.
NO_VALUES = {"structured_scalar"}
