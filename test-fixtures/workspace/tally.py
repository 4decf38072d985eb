"""A histogram whose parallel loop writes to the same bins from several threads."""
import numpy as np
from numba import njit, prange


@njit(parallel=True)
def tally(values, bins):
    counts = np.zeros(bins, dtype=np.int64)
    for i in prange(len(values)):
        counts[int(values[i] * bins)] += 1
    return counts


@njit
def scaled(values, factor):
    result = np.empty_like(values)
    for i in prange(len(values)):
        result[i] = values[i] * factor
    return result


values = np.random.rand(1000000)
print(tally(values, 10))
print(scaled(values, 2.0)[:3])
