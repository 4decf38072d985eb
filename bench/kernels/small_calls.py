"""A loop whose body is calls of small functions."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 20_000


@njit
def clamp(value, low, high):
    return low if value < low else high if value > high else value


@njit
def blend(a, b, share):
    return a + (b - a) * clamp(share, 0.0, 1.0)


@njit
def small_calls(a, b, shares, out):
    for i in range(len(a)):
        out[i] = blend(a[i], b[i], shares[i])


def numpy_form(a, b, shares, out):
    out[:] = a + (b - a) * np.clip(shares, 0.0, 1.0)


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random(size), rng.random(size), rng.uniform(-0.5, 1.5, size), np.zeros(size)
