"""Running sum of float64: a chain of additions with a store each."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 50_000


@njit
def prefix_sum_float(x, out):
    total = 0.0
    for i in range(len(x)):
        total += x[i]
        out[i] = total


def make_arguments(size):
    values = np.random.default_rng(1).random(size)
    return values, np.zeros_like(values)
