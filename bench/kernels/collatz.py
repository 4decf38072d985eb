"""Longest Collatz sequence below a number: division and remainder by two, no memory."""
import numpy as np
from numba import njit

SIZE = 200_000
SMALL_SIZE = 5000


@njit
def collatz(limit):
    longest = 0
    best = 0
    for start in range(1, limit):
        value = start
        steps = 0
        while value != 1:
            if value % 2 == 0:
                value //= 2
            else:
                value = 3 * value + 1
            steps += 1
        if steps > longest:
            longest = steps
            best = start
    return best, longest


def work(size):
    return size * np.log(size)


def make_arguments(size):
    return (size,)
