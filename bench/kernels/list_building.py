"""Appends to a list and sums it backwards."""
import numpy as np
from numba import njit

SIZE = 500_000
SMALL_SIZE = 20_000


@njit
def list_building(count):
    items = []
    for i in range(count):
        if i % 3 != 0:
            items.append(i * 0.5)
    total = 0.0
    for i in range(len(items) - 1, -1, -1):
        total += items[i]
    return total


def make_arguments(size):
    return (size,)
