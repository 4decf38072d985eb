"""Sieve of Eratosthenes: strided byte stores."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 50_000


@njit
def sieve(limit):
    prime = np.ones(limit + 1, np.uint8)
    prime[:2] = 0
    i = 2
    while i * i <= limit:
        if prime[i]:
            for k in range(i * i, limit + 1, i):
                prime[k] = 0
        i += 1
    count = 0
    for i in range(limit + 1):
        if prime[i]:
            count += 1
    return count


def make_arguments(size):
    return (size,)
