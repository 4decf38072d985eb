"""Colours of bytes to grey: strided bytes to float and back."""
import numpy as np
from numba import njit

SIZE = 1_000
SMALL_SIZE = 50


@njit
def gray_image(image):
    height, width, _ = image.shape
    out = np.empty((height, width), np.uint8)
    for i in range(height):
        for j in range(width):
            out[i, j] = np.uint8(0.299 * image[i, j, 0] + 0.587 * image[i, j, 1] + 0.114 * image[i, j, 2])
    return out


def work(size):
    return size * size


def make_arguments(size):
    return (np.random.default_rng(1).integers(0, 256, (size, size, 3)).astype(np.uint8),)
