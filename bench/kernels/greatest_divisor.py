"""Euclid on pairs of integers: remainders by variables."""
import numpy as np
from numba import njit

SIZE = 100_000
SMALL_SIZE = 5000


@njit
def greatest_divisor(a, b, out):
    for i in range(len(a)):
        x = a[i]
        y = b[i]
        while y != 0:
            x, y = y, x % y
        out[i] = x


def numpy_form(a, b, out):
    np.gcd(a, b, out=out)


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.integers(1, 10**6, size), rng.integers(1, 10**6, size), np.zeros(size, np.int64)
