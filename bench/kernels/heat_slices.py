"""Heat equation with slices of arrays: array expressions over views."""
import numpy as np
from numba import njit

SIZE = 20_000
SMALL_SIZE = 2000


@njit
def heat_slices(u, steps):
    for _ in range(steps):
        u[1:-1] = u[1:-1] + 0.1 * (u[2:] - 2.0 * u[1:-1] + u[:-2])
    return u


def numpy_form(u, steps):
    for _ in range(steps):
        u[1:-1] = u[1:-1] + 0.1 * (u[2:] - 2.0 * u[1:-1] + u[:-2])
    return u


def make_arguments(size):
    return np.random.default_rng(1).random(size), 50
