import numpy as np
from numba import njit, stencil, prange


@stencil
def mean4(a):
    return 0.25 * (a[0, 1] + a[1, 0] + a[0, -1] + a[-1, 0])


@stencil
def avg3(a):
    return (a[-1] + a[0] + a[1]) / 3


@stencil(cval=-1.5)
def with_cval(a):
    return a[-1] + a[1]


@stencil(func_or_mode="constant", cval=2)
def with_int_cval(a):
    return a[0] + a[1]


@stencil(neighborhood=((-2, 1),))
def with_neighborhood(a):
    s = 0.0
    for i in range(-2, 2):
        s += a[i]
    return s


@stencil(neighborhood=((-1, 1), (-1, 1)))
def hood2(a):
    s = 0
    for i in range(-1, 2):
        for j in range(-1, 2):
            s += a[i, j]
    return s


@stencil
def two_arrays(a, b):
    return a[0] * b[1] + a[-1]


@stencil
def with_scalar(a, k):
    return k * a[1]


@stencil(standard_indexing=("w",))
def weighted(a, w):
    return a[-1] * w[0] + a[1] * w[1]


@stencil
def integer(a):
    return a[0] + a[2]


@stencil
def one_sided(a):
    return a[0] - a[-2]


@stencil
def center(a):
    return a[0] * 2


@stencil
def conditional(a):
    if a[0] > 1:
        return a[1]
    return a[-1]


@stencil
def local_variable(a):
    left = a[-1]
    right = a[1]
    return left * right


def call_mean4(a):
    return mean4(a)


def call_avg3(a):
    return avg3(a)


def call_out(a):
    out = np.zeros_like(a)
    avg3(a, out=out)
    return out


def call_cval(a):
    return with_cval(a)


def call_two(a, b):
    return two_arrays(a, b)


def call_scalar(a, k):
    return with_scalar(a, k)


def call_weighted(a, w):
    return weighted(a, w)


def call_inner(a):
    f = stencil(lambda x: 0.5 * (x[-1] + x[1]))
    return f(a)


def call_inner_out(a):
    out = np.ones_like(a)
    stencil(lambda x: 0.5 * (x[-1] + x[1]))(a, out=out)
    return out


def iterate(a, n):
    for i in range(n):
        a = avg3(a)
    return a


@njit(parallel=True)
def par(a):
    return avg3(a)


def call_integer(a):
    return integer(a)


A = np.arange(12.0).reshape(3, 4)
V = np.arange(6.0)
I = np.arange(6)
CASES = {
    "mean4": [(A,), (np.arange(12).reshape(3, 4),)], "avg3": [(V,), (I,), (V.astype(np.float32),)],
    "with_cval": [(V,), (I,)], "with_int_cval": [(V,), (I,)], "with_neighborhood": [(V,), (I,)],
    "hood2": [(A,), (np.arange(12).reshape(3, 4),)], "two_arrays": [(V, V), (V, I)],
    "with_scalar": [(V, 2.0), (I, 2), (I, 2.5)], "weighted": [(V, np.array([2.0, 3.0]))],
    "integer": [(I,)], "one_sided": [(V,)], "center": [(V,), (I,)], "conditional": [(V,)],
    "local_variable": [(V,)],
    "call_mean4": [(A,)], "call_avg3": [(V,), (I,)], "call_out": [(V,)], "call_cval": [(V,)],
    "call_two": [(V, V)], "call_scalar": [(V, 2.0)], "call_weighted": [(V, np.array([2.0, 3.0]))],
    "call_inner": [(V,)], "call_inner_out": [(V,)], "iterate": [(V, 2)], "par": [(V,)], "call_integer": [(I,)],
}
