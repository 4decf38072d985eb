"""Elementwise code with if and elif, in place."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 20_000


@njit
def clip_branches(x, low, high, out):
    for i in range(len(x)):
        value = x[i]
        if value < low:
            out[i] = low
        elif value > high:
            out[i] = high
        else:
            out[i] = value * 2.0 - 1.0


def numpy_form(x, low, high, out):
    out[:] = np.where(x < low, low, np.where(x > high, high, x * 2.0 - 1.0))


def make_arguments(size):
    values = np.random.default_rng(1).random(size)
    return values, 0.3, 0.7, np.zeros(size)
