"""Array expressions with broadcasting and reductions along an axis."""
import numpy as np
from numba import njit

SIZE = 2000
SMALL_SIZE = 2000


@njit
def standardize(table):
    means = table.sum(axis=0) / table.shape[0]
    centred = table - means
    deviations = np.sqrt((centred * centred).sum(axis=0) / table.shape[0])
    return centred / deviations


def numpy_form(table):
    means = table.sum(axis=0) / table.shape[0]
    centred = table - means
    deviations = np.sqrt((centred * centred).sum(axis=0) / table.shape[0])
    return centred / deviations


def make_arguments(size):
    return (np.random.default_rng(1).random((size, 100)),)
