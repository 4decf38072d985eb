"""A polynomial of degree twelve per element of a small array, many times: bound by arithmetic."""
import numpy as np
from numba import njit

SIZE = 1000
SMALL_SIZE = 4


@njit
def polynomial(x, out, rounds):
    for _ in range(rounds):
        for i in range(len(x)):
            v = x[i]
            out[i] += (
                1.0 + v * (0.5 + v * (0.25 + v * (0.125 + v * (0.0625 + v * (0.03 + v * (0.015
                + v * (0.0075 + v * (0.004 + v * (0.002 + v * (0.001 + v * (0.0005 + v * 0.0002)))))))))))
            )


def make_arguments(size):
    values = np.random.default_rng(1).random(1024)
    return values, np.zeros(1024), size
