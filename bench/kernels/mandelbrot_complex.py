"""Mandelbrot set with complex numbers and abs()."""
import numpy as np
from numba import njit

SIZE = 400
SMALL_SIZE = 40


@njit
def escape(c, limit):
    z = 0j
    for count in range(limit):
        z = z * z + c
        if abs(z) > 2.0:
            return count
    return limit


@njit
def mandelbrot_complex(size, limit):
    counts = np.zeros((size, size), np.int64)
    for row in range(size):
        for column in range(size):
            c = complex(2.5 * column / size - 2.0, 2.5 * row / size - 1.25)
            counts[row, column] = escape(c, limit)
    return counts


def work(size):
    return size * size


def make_arguments(size):
    return size, 60
