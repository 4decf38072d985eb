"""vectorize with target="parallel"."""
import numpy as np
from numba import vectorize

SIZE = 1_000_000
SMALL_SIZE = 20_000


@vectorize(["float64(float64, float64)"], target="parallel")
def parallel_vectorize(x, y):
    return np.log(x) * y + x


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.uniform(0.1, 10.0, size), rng.random(size)
