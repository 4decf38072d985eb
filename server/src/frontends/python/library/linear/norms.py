"""Norms of vectors and matrices, but for those of singular values."""

import numpy as np


def euclidean(x):
    greatest = 0.0
    for value in x:
        re = abs(np.float64(value.real))
        im = abs(np.float64(value.imag))
        if np.isnan(re) or np.isnan(im):
            return np.nan
        greatest = max(greatest, re, im)
    if greatest == 0 or greatest == np.inf:
        return greatest
    # Squares of what lies in between neither overflow nor vanish.
    scale = 1.0 if 1e-140 < greatest < 1e140 else greatest
    total = 0.0
    for value in x:
        re = np.float64(value.real) / scale
        im = np.float64(value.imag) / scale
        total += re * re + im * im
    return scale * np.sqrt(total)


def of_vector(x, order):
    n = len(x)
    if n == 0:
        return 0.0
    if order == np.inf or order == -np.inf:
        found = abs(x[0])
        for k in range(1, n):
            size = abs(x[k])
            if (size > found) if order > 0 else (size < found):
                found = size
        return found
    total = 0.0
    if order == 0:
        for value in x:
            if value != 0:
                total += 1
        return total
    if order == 1:
        for value in x:
            total += abs(value)
        return total
    for value in x:
        total += abs(value) ** order
    return total ** (1.0 / order)


def of_matrix(x, order, greatest):
    """Of order 1, -1, inf or -inf: the greatest or least sum of a column or row."""
    lines = x if np.isinf(order) else x.T
    found = 0.0 if order > 0 else greatest
    for i in range(lines.shape[0]):
        total = 0.0
        for j in range(lines.shape[1]):
            total += abs(lines[i, j])
        if (total > found) if order > 0 else (total < found):
            found = total
    return found


def refuse():
    raise ValueError("Invalid norm order for matrices.")


def rank(values, least):
    found = 0
    for value in values:
        if value > least:
            found += 1
        else:
            break
    return found


def rank_of_vector(x):
    for value in x:
        if value != 0:
            return 1
    return 0


def condition(values, inverse):
    ratio = np.float64(np.divide(values[-1], values[0]) if inverse else np.divide(values[0], values[-1]))
    return np.inf if np.isnan(ratio) else ratio
