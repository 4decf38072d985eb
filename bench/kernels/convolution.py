"""One-dimensional convolution: a short inner sum per element."""
import numpy as np
from numba import njit

SIZE = 200_000
SMALL_SIZE = 5000


@njit
def convolution(signal, kernel):
    count = len(signal) - len(kernel) + 1
    out = np.empty(count)
    for i in range(count):
        total = 0.0
        for k in range(len(kernel)):
            total += signal[i + k] * kernel[k]
        out[i] = total
    return out


def numpy_form(signal, kernel):
    return np.convolve(signal, kernel[::-1], "valid")


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random(size), rng.random(31)
