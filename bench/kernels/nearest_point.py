"""The least of computed values and its place: a search that carries two values from one iteration to the next."""
import numpy as np
from numba import njit

SIZE = 100_000
SMALL_SIZE = 5_000


@njit
def nearest_point(x, y, at_x, at_y):
    best = np.inf
    place = -1
    for i in range(len(x)):
        distance = (x[i] - at_x) ** 2 + (y[i] - at_y) ** 2
        if distance < best:
            best = distance
            place = i
    return place, best


def numpy_form(x, y, at_x, at_y):
    distances = (x - at_x) ** 2 + (y - at_y) ** 2
    place = np.argmin(distances)
    return place, distances[place]


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random(size), rng.random(size), 0.3, 0.7
