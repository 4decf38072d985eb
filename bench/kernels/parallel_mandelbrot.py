"""mandelbrot_real with prange over rows that take unlike time."""
import numpy as np
from numba import njit, prange

SIZE = 600
SMALL_SIZE = 40


@njit(parallel=True)
def parallel_mandelbrot(size, limit):
    counts = np.zeros((size, size), np.int32)
    for row in prange(size):
        y0 = 2.5 * row / size - 1.25
        for column in range(size):
            x0 = 2.5 * column / size - 2.0
            x = 0.0
            y = 0.0
            count = 0
            while x * x + y * y <= 4.0 and count < limit:
                x, y = x * x - y * y + x0, 2.0 * x * y + y0
                count += 1
            counts[row, column] = count
    return counts


def work(size):
    return size * size


def make_arguments(size):
    return size, 100
