"""What Numba knows before it types: constants, classes and dtypes as arguments; and calls it inlines."""

from collections import namedtuple
import numpy as np
from numba import njit

A, B, C = range(3)
Point = namedtuple("Point", ["x", "y"])


def unpacked_range(a):
    return a[A] + 10 * a[B] + a[C]


def dimensions(a):
    n = a.ndim
    return n, a.ndim


def dimensions_beside(a):
    return len(a), a.ndim, a.size


def dimensions_of_another(a):
    b = a + 1
    return len(a), b.ndim


def named(x):
    p = Point(x, 2)
    return p


def named_literals():
    return Point(1, 2)


def dtype_argument(n, d):
    return np.zeros(n, dtype=d)


def converted(a, t):
    return a.astype(t)


def dtype_instance(n, d):
    return np.ones(n, d)


@njit
def default_dtype(n, dtype=np.int64):
    if n == 0:
        return np.array([0], dtype=dtype)
    b = np.empty(n, dtype=dtype)
    b[:] = n
    return b


@njit(inline="always")
def finite(value):
    return not (np.isnan(value) or np.isinf(value))


def calls_inlined(x):
    if not finite(x):
        return False
    return True


@njit
def finite_called(value):
    return not (np.isnan(value) or np.isinf(value))


def calls_plainly(x):
    if not finite_called(x):
        return False
    return True


M = np.arange(6.0).reshape(2, 3)
CASES = {
    "unpacked_range": [(np.arange(3.0),)],
    "dimensions": [(M,), (M[0],)],
    "dimensions_beside": [(M,)],
    "dimensions_of_another": [(M,)],
    "named": [(1,), (2.5,)],
    "named_literals": [()],
    "dtype_argument": [(2, np.float32), (2, np.int8)],
    "converted": [(M, np.int32)],
    "dtype_instance": [(2, np.dtype("float32"))],
    "default_dtype": [(3,), (0,), (3, np.float32)],
    "calls_inlined": [(M,), (1.5,)],
    "calls_plainly": [(M,), (1.5,)],
}
