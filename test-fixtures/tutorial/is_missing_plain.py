"""Counts missing values in a Python loop."""
import numpy as np


def is_missing(x):
    return x != x


def count_missing(values):
    count = 0
    for value in values:
        if is_missing(value):
            count += 1
    return count


samples = np.arange(1000000, dtype=np.float64)
samples[::7] = np.nan
print(count_missing(samples))
