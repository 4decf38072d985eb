"""np.log element by element, through vectorize."""
import numpy as np
from numba import vectorize

SIZE = 500_000
SMALL_SIZE = 20_000


@vectorize
def vector_log(x):
    return np.log(x)


def numpy_form(x):
    return np.log(x)


def make_arguments(size):
    return (np.random.default_rng(1).uniform(1e-3, 1e3, size),)
