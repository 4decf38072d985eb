"""Iterative radix-2 Fourier transform of complex128 in place."""
import math

import numpy as np
from numba import njit

SIZE = 16
SMALL_SIZE = 10


@njit
def fourier_transform(values):
    n = len(values)
    k = 0
    for i in range(1, n):
        bit = n >> 1
        while k & bit:
            k ^= bit
            bit >>= 1
        k ^= bit
        if i < k:
            values[i], values[k] = values[k], values[i]
    length = 2
    while length <= n:
        angle = -2.0 * math.pi / length
        root = complex(math.cos(angle), math.sin(angle))
        half = length // 2
        for start in range(0, n, length):
            factor = 1.0 + 0.0j
            for i in range(start, start + half):
                even = values[i]
                odd = values[i + half] * factor
                values[i] = even + odd
                values[i + half] = even - odd
                factor *= root
        length *= 2


def work(size):
    return size * 2**size


def make_arguments(size):
    rng = np.random.default_rng(1)
    return (rng.random(2**size) + 1j * rng.random(2**size),)
