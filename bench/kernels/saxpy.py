"""y += a * x in float32: bound by memory."""
import numpy as np
from numba import njit

SIZE = 2_000_000
SMALL_SIZE = 50_000


@njit
def saxpy(a, x, y):
    for i in range(len(x)):
        y[i] += a * x[i]


def numpy_form(a, x, y):
    y += a * x


def make_arguments(size):
    rng = np.random.default_rng(1)
    return np.float32(0.5), rng.random(size, np.float32), rng.random(size, np.float32)
