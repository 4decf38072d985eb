"""Matrix product in the order that walks rows."""
import numpy as np
from numba import njit

SIZE = 256
SMALL_SIZE = 40


@njit
def matmul_ikj(a, b, c):
    n, m = a.shape
    p = b.shape[1]
    for i in range(n):
        for j in range(p):
            c[i, j] = 0.0
        for k in range(m):
            factor = a[i, k]
            for j in range(p):
                c[i, j] += factor * b[k, j]


def numpy_form(a, b, c):
    np.matmul(a, b, out=c)


def work(size):
    return size**3


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random((size, size)), rng.random((size, size)), np.zeros((size, size))
