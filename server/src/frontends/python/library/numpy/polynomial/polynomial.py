"""Polynomials in one variable: arrays of coefficients, the constant first."""

import numpy as np


# Times one, so that a negative zero keeps its sign.
def coefficients(c):
    return np.atleast_1d(np.asarray(c)) * 1.0


def series(c):
    found = coefficients(c)
    if found.size == 0:
        raise ValueError("Coefficient array is empty")
    return trimseq(found)


def trimseq(seq):
    last = len(seq) - 1
    while last > 0 and seq[last] == 0:
        last -= 1
    return seq[: last + 1]


def polyadd(c1, c2):
    a = series(c1)
    b = series(c2)
    total = np.zeros(max(len(a), len(b)), (a[:1] + b[:1]).dtype)
    for i in range(len(total)):
        if i >= len(a):
            total[i] = 0.0 + b[i]
        elif i >= len(b):
            total[i] = a[i] + 0.0
        else:
            total[i] = a[i] + b[i]
    return trimseq(total)


def polysub(c1, c2):
    a = series(c1)
    b = series(c2)
    total = np.zeros(max(len(a), len(b)), (a[:1] + b[:1]).dtype)
    for i in range(len(total)):
        if i >= len(a):
            total[i] = 0.0 - b[i]
        elif i >= len(b):
            total[i] = a[i] - 0.0
        else:
            total[i] = a[i] - b[i]
    return trimseq(total)


def polymul(c1, c2):
    return trimseq(np.convolve(series(c1), series(c2)))


def polydiv(c1, c2):
    a = series(c1).copy()
    b = series(c2)
    lead = b[-1]
    if lead == 0:
        raise ZeroDivisionError()
    if len(a) < len(b):
        return a[:1] * 0, a
    if len(b) == 1:
        return a / lead, a[:1] * 0
    scaled = b[:-1] / lead
    last = len(a) - 1
    for low in range(len(a) - len(b), -1, -1):
        for k in range(len(scaled)):
            a[low + k] -= scaled[k] * a[last]
        last -= 1
    return a[last + 1 :] / lead, trimseq(a[: last + 1])


def polyint(c, m):
    found = coefficients(c)
    for _ in range(m):
        longer = np.empty(len(found) + 1, found.dtype)
        longer[0] = found[0] * 0
        longer[1] = found[0]
        for j in range(1, len(found)):
            longer[j + 1] = found[j] / (j + 1)
        found = longer
    return trimseq(found)


def polyval(x, c):
    factors = coefficients(c)
    at = x * 1.0
    value = factors[-1] + at * 0
    for i in range(len(factors) - 2, -1, -1):
        value = factors[i] + value * at
    return value
