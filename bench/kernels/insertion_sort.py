"""Insertion sort of random floats: data-dependent inner loop, loads and stores of one array."""
import numpy as np
from numba import njit

SIZE = 4000
SMALL_SIZE = 250


@njit
def insertion_sort(items):
    for i in range(1, len(items)):
        value = items[i]
        k = i - 1
        while k >= 0 and items[k] > value:
            items[k + 1] = items[k]
            k -= 1
        items[k + 1] = value


def work(size):
    return size * size


def make_arguments(size):
    return (np.random.default_rng(1).random(size),)
