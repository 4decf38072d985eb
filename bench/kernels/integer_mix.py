"""Elementwise int64 arithmetic, shifts and masks, in place: multiplication of 64-bit lanes."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 20_000


@njit
def integer_mix(x, out):
    for i in range(len(x)):
        v = x[i]
        v = (v ^ (v >> 7)) * 5
        out[i] = (v & 0xFFFF) + 3 * (v >> 3)


def make_arguments(size):
    values = np.random.default_rng(1).integers(0, 2**40, size)
    return values, np.zeros_like(values)
