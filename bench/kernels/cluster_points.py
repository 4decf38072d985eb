"""The assignment step of k-means: short sums in order inside a search, the way such code is written without NumPy."""
import numpy as np
from numba import njit

SIZE = 20_000
SMALL_SIZE = 400


@njit
def cluster_points(points, centers):
    count, dimensions = points.shape
    labels = np.empty(count, np.int64)
    for i in range(count):
        best = np.inf
        for c in range(len(centers)):
            distance = 0.0
            for k in range(dimensions):
                step = points[i, k] - centers[c, k]
                distance += step * step
            if distance < best:
                best = distance
                labels[i] = c
    return labels


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random((size, 8)), rng.random((12, 8))
