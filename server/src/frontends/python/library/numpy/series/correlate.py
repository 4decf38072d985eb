"""Sliding products of two sequences."""

import numpy as np


def sum_of_products(a, b):
    total = 0
    for i in range(len(a)):
        total = total + a[i] * b[i]
    return total


def dot_product(a, b):
    return np.dot(a, b)


def correlate(a, b, mode, backwards, out, product):
    """`a` is the longer one; `out` has a place for each overlap of the mode."""
    size = len(b)
    if mode == "valid":
        left = 0
        right = 0
    elif mode == "full":
        left = size - 1
        right = size - 1
    else:
        left = size // 2
        right = size - left - 1
    at = 0
    for i in range(left):
        k = i + size - left
        store(out, at, backwards, product(a[:k], b[size - k :]))
        at += 1
    for i in range(len(a) - size + 1):
        store(out, at, backwards, product(a[i : i + size], b))
        at += 1
    for i in range(right):
        k = size - i - 1
        store(out, at, backwards, product(a[len(a) - k :], b[:k]))
        at += 1


def store(out, at, backwards, value):
    out[len(out) - 1 - at if backwards else at] = value


def overlaps(mode, longer, shorter):
    """How many places the result has."""
    if mode == "valid":
        return longer - shorter + 1
    if mode == "full":
        return longer + shorter - 1
    if mode == "same":
        return longer
    raise ValueError("Invalid 'mode', valid are 'full', 'same', 'valid'")


def check_lengths(a, v):
    if a == 0:
        raise ValueError("'a' cannot be empty")
    if v == 0:
        raise ValueError("'v' cannot be empty")


def slide_sums(a, b, mode, backwards, out):
    correlate(a, b, mode, backwards, out, sum_of_products)


def slide_dots(a, b, mode, backwards, out):
    correlate(a, b, mode, backwards, out, dot_product)


def convolve(a, v, mode, dtype, slide):
    check_lengths(len(a), len(v))
    if len(a) < len(v):
        out = np.zeros(overlaps(mode, len(v), len(a)), dtype)
        slide(v, a[::-1], mode, False, out)
    else:
        out = np.zeros(overlaps(mode, len(a), len(v)), dtype)
        slide(a, v[::-1], mode, False, out)
    return out


def convolve_sums(a, v, mode, dtype):
    return convolve(a, v, mode, dtype, slide_sums)


def convolve_dots(a, v, mode, dtype):
    return convolve(a, v, mode, dtype, slide_dots)


def correlate_either(a, v, mode, dtype, slide):
    check_lengths(len(a), len(v))
    if len(a) < len(v):
        out = np.zeros(overlaps(mode, len(v), len(a)), dtype)
        slide(v, a, mode, True, out)
    else:
        out = np.zeros(overlaps(mode, len(a), len(v)), dtype)
        slide(a, v, mode, False, out)
    return out


def correlate_sums(a, v, mode, dtype):
    return correlate_either(a, v, mode, dtype, slide_sums)


def correlate_dots(a, v, mode, dtype):
    return correlate_either(a, v, mode, dtype, slide_dots)
