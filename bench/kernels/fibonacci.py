"""Recursion: calls that cannot be inlined."""
import numpy as np
from numba import njit

SIZE = 30
SMALL_SIZE = 18


@njit
def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def work(size):
    return 1.618033988749895**size


def make_arguments(size):
    return (size,)
