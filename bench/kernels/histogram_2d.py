"""Histogram of points in two dimensions, with a test whether they are inside."""
import numpy as np
from numba import njit

SIZE = 500_000
SMALL_SIZE = 5_000


@njit
def histogram_2d(x, y, bins):
    counts = np.zeros((bins, bins), np.int64)
    for i in range(len(x)):
        row = int(x[i] * bins)
        column = int(y[i] * bins)
        if 0 <= row < bins and 0 <= column < bins:
            counts[row, column] += 1
    return counts


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random(size), rng.random(size), 64
