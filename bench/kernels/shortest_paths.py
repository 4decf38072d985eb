"""Floyd and Warshall: three loops around a comparison and a store."""
import numpy as np
from numba import njit

SIZE = 200
SMALL_SIZE = 40


@njit
def shortest_paths(distances):
    n = len(distances)
    for k in range(n):
        for i in range(n):
            through = distances[i, k]
            for j in range(n):
                candidate = through + distances[k, j]
                if candidate < distances[i, j]:
                    distances[i, j] = candidate


def work(size):
    return size**3


def make_arguments(size):
    return (np.random.default_rng(1).uniform(1.0, 100.0, (size, size)),)
