"""Linear interpolation as NumPy does it."""

import numpy as np


def check_points(xp, fp):
    if len(xp) == 0:
        raise ValueError("array of sample points is empty")
    if len(xp) != len(fp):
        raise ValueError("fp and xp are not of the same size.")


def interval_of(x, xp):
    """The last point that is not above x; -1 below all, the number of points above all."""
    size = len(xp)
    if x > xp[size - 1]:
        return size
    low = 0
    high = size
    while low < high:
        middle = low + ((high - low) >> 1)
        if x >= xp[middle]:
            low = middle + 1
        else:
            high = middle
    return low - 1


def interpolate(x, xp, fp):
    check_points(xp, fp)
    out = np.empty(len(x))
    few = len(xp) <= len(x)
    for i in range(len(x)):
        out[i] = fp[0] if len(xp) == 1 else value_at(x[i], xp, fp, few)
    return out


def interpolate_one(x, xp, fp):
    check_points(xp, fp)
    return fp[0] if len(xp) == 1 else value_at(x, xp, fp, False)


def value_at(x, xp, fp, few):
    if x != x:
        return x
    j = interval_of(x, xp)
    if j == -1:
        return fp[0]
    if j >= len(xp) - 1:
        return fp[len(fp) - 1]
    if xp[j] == x:
        return fp[j]
    if few:
        slope = np.divide(fp[j + 1] - fp[j], xp[j + 1] - xp[j])
    else:
        slope = (fp[j + 1] - fp[j]) / (xp[j + 1] - xp[j])
    return along(slope, x, xp[j], xp[j + 1], fp[j], fp[j + 1])


def along(slope, x, left, right, before, after):
    """A NaN from one side is tried from the other."""
    value = slope * (x - left) + before
    if value != value:
        value = slope * (x - right) + after
        if value != value and before == after:
            value = before
    return value


def interpolate_complex(x, xp, fp):
    check_points(xp, fp)
    out = np.empty(len(x), np.complex128)
    for i in range(len(x)):
        out[i] = fp[0] if len(xp) == 1 else complex_at(x[i], xp, fp)
    return out


def interpolate_complex_one(x, xp, fp):
    check_points(xp, fp)
    return fp[0] if len(xp) == 1 else complex_at(x, xp, fp)


def complex_at(x, xp, fp):
    if x != x:
        return x + 1j * 0.0
    j = interval_of(x, xp)
    if j == -1:
        return fp[0]
    if j >= len(xp) - 1:
        return fp[len(fp) - 1]
    if xp[j] == x:
        return fp[j]
    left = fp[j]
    right = fp[j + 1]
    inverse = 1 / (xp[j + 1] - xp[j])
    # Joined and taken apart again, since the multiplication by 1j spreads infinities.
    slope = (right.real - left.real) * inverse + 1j * ((right.imag - left.imag) * inverse)
    real = along(slope.real, x, xp[j], xp[j + 1], left.real, right.real)
    imag = along(slope.imag, x, xp[j], xp[j + 1], left.imag, right.imag)
    return real + 1j * imag
