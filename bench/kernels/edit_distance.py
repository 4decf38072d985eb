"""Edit distance of two byte strings with one row of memory."""
import numpy as np
from numba import njit

SIZE = 2000
SMALL_SIZE = 150


@njit
def edit_distance(a, b):
    row = np.arange(len(b) + 1)
    for i in range(len(a)):
        diagonal = row[0]
        row[0] = i + 1
        for k in range(len(b)):
            cost = diagonal if a[i] == b[k] else diagonal + 1
            diagonal = row[k + 1]
            row[k + 1] = min(cost, diagonal + 1, row[k] + 1)
    return row[-1]


def work(size):
    return size * size


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.integers(97, 101, size).astype(np.uint8), rng.integers(97, 101, size).astype(np.uint8)
