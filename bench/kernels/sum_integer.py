"""Sum of int32 into int64: an integer reduction, whose order is always free."""
import numpy as np
from numba import njit

SIZE = 2_000_000
SMALL_SIZE = 50_000


@njit
def sum_integer(x):
    total = 0
    for value in x:
        total += np.int64(value)
    return total


def numpy_form(x):
    return np.sum(x)


def make_arguments(size):
    return (np.random.default_rng(1).integers(-(2**30), 2**30, size).astype(np.int32),)
