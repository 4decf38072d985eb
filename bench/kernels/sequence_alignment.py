"""Smith and Waterman: the largest of four floats, and a best so far."""
import numpy as np
from numba import njit

SIZE = 1000
SMALL_SIZE = 100


@njit
def sequence_alignment(a, b, gap):
    scores = np.zeros((len(a) + 1, len(b) + 1))
    best = 0.0
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            match = 2.0 if a[i - 1] == b[j - 1] else -1.0
            score = max(0.0, scores[i - 1, j - 1] + match, scores[i - 1, j] - gap, scores[i, j - 1] - gap)
            scores[i, j] = score
            if score > best:
                best = score
    return best


def work(size):
    return size * size


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.integers(0, 4, size), rng.integers(0, 4, size), 1.0
