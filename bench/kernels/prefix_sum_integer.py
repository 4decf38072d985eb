"""Running sum of int64."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 50_000


@njit
def prefix_sum_integer(x, out):
    total = 0
    for i in range(x.size):
        total += x[i]
        out[i] = total


def make_arguments(size):
    values = np.random.default_rng(1).integers(-100, 100, size)
    return values, np.zeros_like(values)
