"""Mean of a 3 by 3 window: small loops over constant ranges inside others."""
import numpy as np
from numba import njit

SIZE = 500
SMALL_SIZE = 40


@njit
def window_mean(image):
    height, width = image.shape
    out = image.copy()
    for y in range(1, height - 1):
        for x in range(1, width - 1):
            total = 0.0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    total += image[y + dy, x + dx]
            out[y, x] = total / 9.0
    return out


def work(size):
    return size * size


def make_arguments(size):
    return (np.random.default_rng(1).random((size, size)),)
