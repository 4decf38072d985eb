"""Bilinear interpolation: floats become indices, four neighbours are read."""
import numpy as np
from numba import njit

SIZE = 400
SMALL_SIZE = 40


@njit
def bilinear(image, factor):
    height, width = image.shape
    out = np.empty((int(height * factor), int(width * factor)))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            y = i / factor
            x = j / factor
            top = min(int(y), height - 2)
            left = min(int(x), width - 2)
            dy = y - top
            dx = x - left
            upper = image[top, left] * (1 - dx) + image[top, left + 1] * dx
            lower = image[top + 1, left] * (1 - dx) + image[top + 1, left + 1] * dx
            out[i, j] = upper * (1 - dy) + lower * dy
    return out


def work(size):
    return size * size


def make_arguments(size):
    return np.random.default_rng(1).random((size, size)), 1.7
