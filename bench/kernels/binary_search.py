"""Binary search of many values: loads that depend on each other."""
import numpy as np
from numba import njit

SIZE = 100_000
SMALL_SIZE = 10_000


@njit
def binary_search(table, wanted, out):
    for i in range(len(wanted)):
        low = 0
        high = len(table)
        while low < high:
            middle = (low + high) // 2
            if table[middle] < wanted[i]:
                low = middle + 1
            else:
                high = middle
        out[i] = low


def numpy_form(table, wanted, out):
    out[:] = np.searchsorted(table, wanted)


def make_arguments(size):
    rng = np.random.default_rng(1)
    return np.sort(rng.random(50_000)), rng.random(size), np.zeros(size, np.int64)
