"""Comparisons of whole arrays, and what stands for NaN and infinity."""

import numpy as np

from jitsight import is_nan


def array_equal(a, b):
    if a.shape != b.shape:
        return False
    for i in range(a.size):
        if a.flat[i] != b.flat[i]:
            return False
    return True


def within(a, b, rtol, atol, equal_nan):
    """How np.allclose compares two numbers."""
    if is_nan(a) or is_nan(b):
        return is_nan(a) and is_nan(b) and equal_nan
    if np.isinf(a) or np.isinf(b):
        return a == b
    return not np.abs(a - b) > atol + rtol * np.abs(b * 1.0)


def all_within(a, b, rtol, atol, equal_nan):
    """Of arrays that were broadcast to one shape."""
    for i in range(a.size):
        if not within(a.flat[i], b.flat[i], rtol, atol, equal_nan):
            return False
    return True


def is_close(a, b, rtol, atol, equal_nan):
    """How np.isclose compares two numbers."""
    if is_nan(a) and is_nan(b):
        return equal_nan
    if np.isinf(a) and np.isinf(b):
        return (a > 0) == (b > 0)
    if np.isinf(a) or np.isinf(b):
        return False
    return abs(a - b) <= atol + rtol * abs(b)


def replaced(x, nan, above, below):
    if x != x:
        return nan
    if x == -np.inf:
        return below
    if x == np.inf:
        return above
    return x


def replace_all(a, nan, above, below):
    for i in range(a.size):
        a.flat[i] = replaced(a.flat[i], nan, above, below)
