"""Sums down the columns of a C-ordered matrix: every access strides over a row."""
import numpy as np
from numba import njit

SIZE = 1000
SMALL_SIZE = 100


@njit
def column_sums(matrix):
    rows, columns = matrix.shape
    sums = np.zeros(columns)
    for k in range(columns):
        for i in range(rows):
            sums[k] += matrix[i, k]
    return sums


def numpy_form(matrix):
    return matrix.sum(axis=0)


def work(size):
    return size * size


def make_arguments(size):
    return (np.random.default_rng(1).random((size, size)),)
