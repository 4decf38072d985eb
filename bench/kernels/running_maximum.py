"""Running maximum with the place of its last change: a chain through a condition."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 50_000


@njit
def running_maximum(x, out):
    best = x[0]
    changes = 0
    for i in range(len(x)):
        if x[i] > best:
            best = x[i]
            changes += 1
        out[i] = best
    return changes


def make_arguments(size):
    values = np.random.default_rng(1).standard_normal(size).cumsum()
    return values, np.zeros(size)
