"""A long array expression, which Numba fuses into one loop."""
import numpy as np
from numba import njit

SIZE = 500_000
SMALL_SIZE = 500_000


@njit
def array_expression(a, b, c, d):
    scaled = a * 2.0 + b
    return scaled * c - d / (b + 1.5) + np.sqrt(a)


def numpy_form(a, b, c, d):
    scaled = a * 2.0 + b
    return scaled * c - d / (b + 1.5) + np.sqrt(a)


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random(size), rng.random(size), rng.random(size), rng.random(size)
