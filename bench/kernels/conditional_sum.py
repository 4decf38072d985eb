"""Sum and count of what lies in a range: a branch that nobody predicts."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 50_000


@njit
def conditional_sum(x, low, high):
    total = 0.0
    count = 0
    for i in range(len(x)):
        if x[i] > low and x[i] < high:
            total += x[i]
            count += 1
    return total, count


def numpy_form(x, low, high):
    chosen = x[(x > low) & (x < high)]
    return chosen.sum(), len(chosen)


def make_arguments(size):
    return np.random.default_rng(1).random(size), 0.25, 0.75
