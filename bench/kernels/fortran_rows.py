"""Row after row through a Fortran-ordered matrix, scaled in place."""
import numpy as np
from numba import njit

SIZE = 1000
SMALL_SIZE = 100


@njit
def fortran_rows(matrix, factors):
    rows, columns = matrix.shape
    for i in range(rows):
        for k in range(columns):
            matrix[i, k] = matrix[i, k] * factors[k] + 1.0


def numpy_form(matrix, factors):
    matrix[:] = matrix * factors + 1.0


def work(size):
    return size * size


def make_arguments(size):
    rng = np.random.default_rng(1)
    return np.asfortranarray(rng.random((size, size))), rng.random(size)
