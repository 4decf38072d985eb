"""Matrix product as the textbook has it: the inner loop strides through the right matrix."""
import numpy as np
from numba import njit

SIZE = 256
SMALL_SIZE = 40


@njit
def matmul_ijk(a, b, c):
    n, m = a.shape
    p = b.shape[1]
    for i in range(n):
        for j in range(p):
            total = 0.0
            for k in range(m):
                total += a[i, k] * b[k, j]
            c[i, j] = total


def numpy_form(a, b, c):
    np.matmul(a, b, out=c)


def work(size):
    return size**3


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random((size, size)), rng.random((size, size)), np.zeros((size, size))
