"""square_cube with prange: bound by memory."""
import numpy as np
from numba import njit, prange

SIZE = 4_000_000
SMALL_SIZE = 20_000


@njit(parallel=True)
def parallel_square_cube(x, out):
    for i in prange(len(x)):
        out[i] = x[i] * x[i] * x[i] + x[i]


def make_arguments(size):
    values = np.random.default_rng(1).random(size)
    return values, np.zeros(size)
