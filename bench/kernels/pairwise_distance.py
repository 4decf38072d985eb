"""Euclidean distance of all pairs of points in three dimensions: short inner loops."""
import numpy as np
from numba import njit

SIZE = 700
SMALL_SIZE = 60


@njit
def pairwise_distance(points):
    count, dimensions = points.shape
    distances = np.empty((count, count))
    for i in range(count):
        for k in range(count):
            total = 0.0
            for axis in range(dimensions):
                difference = points[i, axis] - points[k, axis]
                total += difference * difference
            distances[i, k] = np.sqrt(total)
    return distances


def work(size):
    return size * size


def make_arguments(size):
    return (np.random.default_rng(1).random((size, 3)),)
