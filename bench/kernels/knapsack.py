"""The 0-1 knapsack by dynamic programming: a loop that counts down, reading ahead of what it stores."""
import numpy as np
from numba import njit

SIZE = 20_000
SMALL_SIZE = 500


@njit
def knapsack(values, weights, capacity):
    best = np.zeros(capacity + 1, np.int64)
    for item in range(len(values)):
        weight = weights[item]
        for room in range(capacity, weight - 1, -1):
            worth = best[room - weight] + values[item]
            if worth > best[room]:
                best[room] = worth
    return best[capacity]


def numpy_form(values, weights, capacity):
    best = np.zeros(capacity + 1, np.int64)
    for value, weight in zip(values, weights):
        best[weight:] = np.maximum(best[weight:], best[: capacity + 1 - weight] + value)
    return best[capacity]


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.integers(1, 1000, 100), rng.integers(1, size // 20, 100), size
