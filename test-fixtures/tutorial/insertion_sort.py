"""Sorts a list of random integers in place, fifty times over."""
import random

from numba import jit


@jit(nopython=True)
def insertion_sort(arr):
    for i in range(len(arr)):
        cursor = arr[i]
        pos = i
        while pos > 0 and arr[pos - 1] > cursor:
            arr[pos] = arr[pos - 1]
            pos = pos - 1
        arr[pos] = cursor
    return arr


numbers = []
for _ in range(100000):
    numbers.append(random.randint(0, 1000000))

for _ in range(50):
    insertion_sort(numbers)
