"""np.cos element by element, through vectorize."""
import numpy as np
from numba import vectorize

SIZE = 500_000
SMALL_SIZE = 20_000


@vectorize
def vector_cos(x):
    return np.cos(x)


def numpy_form(x):
    return np.cos(x)


def make_arguments(size):
    return (np.random.default_rng(1).uniform(-50.0, 50.0, size),)
