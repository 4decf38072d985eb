"""x ** y element by element, through vectorize."""
import numpy as np
from numba import vectorize

SIZE = 300_000
SMALL_SIZE = 20_000


@vectorize
def vector_pow(x, y):
    return x**y


def numpy_form(x, y):
    return x**y


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.uniform(0.01, 10.0, size), rng.uniform(-5.0, 5.0, size)
