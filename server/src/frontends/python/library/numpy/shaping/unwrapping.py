"""`np.unwrap`, along the last axis."""

import numpy as np


def half(period):
    return period / 2


def unwrap(flat, length, discontinuity, period):
    """Rows of `length` in one array, which it overwrites."""
    high = period / 2
    for start in range(0, flat.size, length):
        before = flat[start]
        total = 0.0
        for i in range(start + 1, start + length):
            step = flat[i] - before
            before = flat[i]
            wrapped = np.mod(step + high, period) - high
            if wrapped == -high and step > 0:
                wrapped = high
            if not abs(step) < discontinuity:
                total += wrapped - step
            flat[i] += total
