"""A reduction under prange."""
import numpy as np
from numba import njit, prange

SIZE = 4_000_000
SMALL_SIZE = 50_000


@njit(parallel=True)
def parallel_sum(x):
    total = 0.0
    for i in prange(len(x)):
        total += np.sqrt(x[i])
    return total


def make_arguments(size):
    return (np.random.default_rng(1).random(size),)
