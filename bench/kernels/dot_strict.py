"""Scalar product of float64 in the order written."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 50_000


@njit
def dot_strict(x, y):
    total = 0.0
    for i in range(len(x)):
        total += x[i] * y[i]
    return total


def numpy_form(x, y):
    return np.dot(x, y)


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random(size), rng.random(size)
