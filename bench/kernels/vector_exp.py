"""np.exp element by element, through vectorize."""
import numpy as np
from numba import vectorize

SIZE = 500_000
SMALL_SIZE = 20_000


@vectorize
def vector_exp(x):
    return np.exp(x)


def numpy_form(x):
    return np.exp(x)


def make_arguments(size):
    return (np.random.default_rng(1).uniform(-20.0, 20.0, size),)
