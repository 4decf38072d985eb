"""Differences of neighbouring elements."""

import numpy as np


def diff(rows, n):
    """Of the elements of each row, n times over; in the elements' own type."""
    if n == 0:
        return rows.copy()
    if n < 0:
        raise ValueError("diff(): order must be non-negative")
    size = rows.shape[1]
    out = np.empty((rows.shape[0], max(size - n, 0)), rows.dtype)
    if out.size == 0:
        return out
    work = np.empty(size, rows.dtype)
    for row in range(rows.shape[0]):
        for i in range(size - 1):
            work[i] = rows[row, i + 1] - rows[row, i]
        for step in range(1, n):
            for i in range(size - step - 1):
                work[i] = work[i + 1] - work[i]
        for i in range(size - n):
            out[row, i] = work[i]
    return out


def ediff1d(a, start, end):
    between = max(len(a) - 1, 0)
    out = np.empty(len(start) + between + len(end), a.dtype)
    for i in range(len(start)):
        out[i] = start[i]
    for i in range(between):
        out[len(start) + i] = a[i + 1] - a[i]
    for i in range(len(end)):
        out[len(start) + between + i] = end[i]
    return out
