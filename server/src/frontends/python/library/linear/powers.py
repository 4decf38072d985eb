"""`np.linalg.matrix_power`."""

import numpy as np


def identity(a):
    out = np.zeros(a.shape, a.dtype)
    for k in range(a.shape[0]):
        out[k, k] = 1
    return out


def power(a, n):
    """n > 1."""
    if n == 2:
        return np.dot(a, a)
    if n == 3:
        return np.dot(np.dot(a, a), a)
    result = a
    first = True
    factor = a
    while n != 0:
        if n & 1:
            result = factor if first else np.dot(result, factor)
            first = False
        n >>= 1
        if n != 0:
            factor = np.dot(factor, factor)
    return result


def matrix_power(a, n):
    if n == 0:
        return identity(a)
    if a.shape[0] != a.shape[1]:
        raise ValueError("input must be a square array")
    if a.shape[0] == 0:
        return np.ascontiguousarray(a.copy())
    if n < 0:
        inverse = np.ascontiguousarray(np.linalg.inv(a))
        return inverse if n == -1 else power(inverse, -n)
    return np.ascontiguousarray(a.copy()) if n == 1 else power(np.ascontiguousarray(a), n)
