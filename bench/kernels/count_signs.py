"""Counts in the branches of an if, elif and else."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 10_000


@njit
def count_signs(x):
    positive = 0
    negative = 0
    zero = 0
    for i in range(x.shape[0]):
        if x[i] > 0:
            positive += 1
        elif x[i] < 0:
            negative += 1
        else:
            zero += 1
    return positive, negative, zero


def make_arguments(size):
    return (np.random.default_rng(1).integers(-1, 2, size).astype(np.float64),)
