"""Smallest and largest of float64 by comparison."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 50_000


@njit
def minimum_maximum(x):
    low = x[0]
    high = x[0]
    for value in x:
        if value < low:
            low = value
        if value > high:
            high = value
    return low, high


def numpy_form(x):
    return x.min(), x.max()


def make_arguments(size):
    return (np.random.default_rng(1).random(size),)
