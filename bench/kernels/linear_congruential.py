"""A linear congruential generator modulo 2**31: a chain of multiplications."""
import numpy as np
from numba import njit

SIZE = 2_000_000
SMALL_SIZE = 20_000


@njit
def linear_congruential(samples, seed):
    state = seed
    odd = 0
    for _ in range(samples):
        state = (1103515245 * state + 12345) % 2147483648
        if state & 65536:
            odd += 1
    return odd, state


def make_arguments(size):
    return size, 42
