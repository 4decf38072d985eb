"""Library reductions under parallel=True: mean, variance and a sum of an array expression."""
import numpy as np
from numba import njit

SIZE = 4_000_000
SMALL_SIZE = 20_000


@njit(parallel=True)
def parallel_statistics(x):
    return x.mean(), x.var(), np.sum(x * x)


def make_arguments(size):
    return (np.random.default_rng(1).random(size),)
