"""Heap sort of random int64: branches that nobody predicts, strided jumps through one array."""
import numpy as np
from numba import njit

SIZE = 60_000
SMALL_SIZE = 2000


@njit
def heap_sort(items):
    n = len(items)
    start = n // 2
    end = n
    while end > 1:
        if start > 0:
            start -= 1
            value = items[start]
        else:
            end -= 1
            value = items[end]
            items[end] = items[0]
        root = start
        child = 2 * root + 1
        while child < end:
            if child + 1 < end and items[child + 1] > items[child]:
                child += 1
            if items[child] <= value:
                break
            items[root] = items[child]
            root = child
            child = 2 * root + 1
        items[root] = value


def work(size):
    return size * np.log2(size)


def make_arguments(size):
    return (np.random.default_rng(1).integers(-(2**40), 2**40, size),)
