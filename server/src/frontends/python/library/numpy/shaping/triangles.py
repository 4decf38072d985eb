"""Triangles and diagonals of matrices."""

import numpy as np


def copy_triangle(m, out, k, upper):
    """What is above diagonal k, or below and on it; zeros elsewhere."""
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            if (j >= i + k if upper else j <= i + k):
                out[i, j] = m[i, j]
            else:
                out[i, j] = 0


def tri(n, m, k):
    out = np.zeros((max(n, 0), max(m, 0)))
    for i in range(n):
        for j in range(min(max(i + k + 1, 0), m)):
            out[i, j] = 1
    return out


def row_of_triangle(i, m, k, upper):
    """The columns of row i that lie in the triangle."""
    if upper:
        return min(max(i + k, 0), m), m
    return 0, min(max(i + k + 1, 0), m)


def triangle_indices(n, m, k, upper):
    size = 0
    for i in range(n):
        start, stop = row_of_triangle(i, m, k, upper)
        size += stop - start
    rows = np.empty(size, np.int64)
    columns = np.empty(size, np.int64)
    position = 0
    for i in range(n):
        start, stop = row_of_triangle(i, m, k, upper)
        for j in range(start, stop):
            rows[position] = i
            columns[position] = j
            position += 1
    return rows, columns


def with_diagonal(v, k):
    size = v.shape[0] + abs(k)
    out = np.zeros((size, size), v.dtype)
    for i in range(v.shape[0]):
        out[i - min(k, 0), i + max(k, 0)] = v[i]
    return out


def diagonal(m, k):
    rows, columns = m.shape
    if k < 0:
        rows += k
    else:
        columns -= k
    out = np.empty(max(min(rows, columns), 0), m.dtype)
    for i in range(out.size):
        out[i] = m[i - min(k, 0), i + max(k, 0)]
    return out


def vander(x, n, increasing, dtype):
    if n < 0:
        raise ValueError("Negative dimensions are not allowed")
    out = np.empty((x.shape[0], n), dtype)
    for i in range(x.shape[0]):
        for power in range(n):
            j = power if increasing else n - 1 - power
            if power == 0:
                out[i, j] = 1
            else:
                out[i, j] = x[i] * out[i, j - 1 if increasing else j + 1]
    return out


def check_bounds(values, least, greatest):
    for value in values:
        if not least <= value <= greatest:
            raise ValueError("Unable to safely conform val to a.dtype")


def check_finite_bounds(values, least, greatest):
    for value in values:
        if np.isfinite(value) and not least <= value <= greatest:
            raise ValueError("Unable to safely conform val to a.dtype")


def fill_diagonal(a, values, wrap):
    rows, columns = a.shape
    stop = a.size if wrap else columns * min(rows, columns)
    fill_steps(a, values, stop, columns + 1)


def fill_deep_diagonal(a, values, wrap):
    extent = a.shape[0]
    step = 1
    size = 1
    for each in a.shape:
        if each != extent:
            raise ValueError("All dimensions of input must be of equal length")
    for _ in range(a.ndim - 1):
        size *= extent
        step += size
    fill_steps(a, values, size * extent, step)


def fill_steps(a, values, stop, step):
    position = 0
    flat = a.flat
    for i in range(0, stop, step):
        flat[i] = values[position]
        position += 1
        if position == len(values):
            position = 0
