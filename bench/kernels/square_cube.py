"""Elementwise float64 into a new array: bound by memory."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 20_000


@njit
def square_cube(x):
    out = np.empty_like(x)
    for i in range(len(x)):
        out[i] = x[i] * x[i] * x[i] + x[i]
    return out


def numpy_form(x):
    return x * x * x + x


def make_arguments(size):
    return (np.random.default_rng(1).random(size),)
