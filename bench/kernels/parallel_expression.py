"""An array expression under parallel=True."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 1_000_000


@njit(parallel=True)
def parallel_expression(a, b, c):
    return np.exp(a) * np.sin(b) + c * c


def numpy_form(a, b, c):
    return np.exp(a) * np.sin(b) + c * c


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random(size), rng.random(size), rng.random(size)
