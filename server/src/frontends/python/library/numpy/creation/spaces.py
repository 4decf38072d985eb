"""Logarithmic ranges and windows."""

import numpy as np


def logspace(start, stop, count):
    return np.power(10.0, np.linspace(start, stop, count))


def pinned(values, start, stop):
    """Rounding does not move the ends."""
    if values.size > 0:
        values[0] = start
        if values.size > 1:
            values[-1] = stop
    return values


def geomspace(start, stop, count):
    if start == 0 or stop == 0:
        raise ValueError("Geometric sequence cannot include zero")
    if start < 0 and stop < 0:
        positive = logspace(np.log10(-start), np.log10(-stop), count)
        return -1 * pinned(positive, -start, -stop)
    return 1 * pinned(logspace(np.log10(start), np.log10(stop), count), start, stop)


def complex_geomspace(start, stop, count):
    if start == 0 or stop == 0:
        raise ValueError("Geometric sequence cannot include zero")
    sign = np.sign(start)
    first = start / sign
    last = stop / sign
    return sign * pinned(logspace(np.log10(first), np.log10(last), count), first, last)


def bartlett(count):
    if count <= 1:
        return np.ones(max(count, 0))
    n = np.arange(1.0 - count, count, 2)
    return np.where(n <= 0, 1 + n / (count - 1), 1 - n / (count - 1))


def blackman(count):
    if count <= 1:
        return np.ones(max(count, 0))
    n = np.arange(1.0 - count, count, 2)
    angle = np.pi * n / (count - 1)
    double = 2.0 * np.pi * n / (count - 1)
    return 0.42 + 0.5 * np.cos(angle) + 0.08 * np.cos(double)


def hamming(count):
    if count <= 1:
        return np.ones(max(count, 0))
    n = np.arange(1 - count, count, 2)
    return 0.54 + 0.46 * np.cos(np.pi * n / (count - 1))


def hanning(count):
    if count <= 1:
        return np.ones(max(count, 0))
    n = np.arange(1 - count, count, 2)
    return 0.5 + 0.5 * np.cos(np.pi * n / (count - 1))


def chebyshev(x, coefficients):
    b0 = coefficients[0]
    b1 = b2 = 0.0
    for i in range(1, len(coefficients)):
        b2 = b1
        b1 = b0
        b0 = x * b1 - b2 + coefficients[i]
    return 0.5 * (b0 - b2)


def bessel(x, small, large):
    """The modified Bessel function of order 0, by the series that Cephes has up to 8 and beyond."""
    x = abs(x)
    if x <= 8.0:
        return np.exp(x) * chebyshev(0.5 * x - 2.0, small)
    return np.exp(x) * chebyshev(32.0 / x - 2.0, large) / np.sqrt(x)


def kaiser(count, beta, small, large):
    if count <= 1:
        return np.ones(max(count, 0))
    middle = (count - 1) / 2.0
    whole = bessel(np.float64(beta), small, large)
    out = np.empty(count)
    for i in range(count):
        out[i] = bessel(beta * np.sqrt(1 - ((i - middle) / middle) ** 2.0), small, large) / whole
    return out
