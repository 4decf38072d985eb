"""matmul_ijk with prange over rows."""
import numpy as np
from numba import njit, prange

SIZE = 300
SMALL_SIZE = 40


@njit(parallel=True)
def parallel_matmul(a, b, c):
    n, m = a.shape
    p = b.shape[1]
    for i in prange(n):
        for j in range(p):
            total = 0.0
            for k in range(m):
                total += a[i, k] * b[k, j]
            c[i, j] = total


def work(size):
    return size**3


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random((size, size)), rng.random((size, size)), np.zeros((size, size))
