"""Sum of float64 in the order written: bound by the latency of one addition."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 50_000


@njit
def sum_strict(x):
    total = 0.0
    for i in range(len(x)):
        total += x[i]
    return total


def numpy_form(x):
    return np.sum(x)


def make_arguments(size):
    return (np.random.default_rng(1).random(size),)
