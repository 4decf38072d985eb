"""Counts keys in a dictionary."""
import numpy as np
from numba import njit

SIZE = 200_000
SMALL_SIZE = 10_000


@njit
def dict_counting(keys):
    counts = dict()
    for key in keys:
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    best = 0
    most = 0
    for key, count in counts.items():
        if count > most:
            most = count
            best = key
    return len(counts), best, most


def make_arguments(size):
    return (np.random.default_rng(1).integers(0, 5000, size),)
