"""Reductions that leave out NaN."""

import numpy as np

from jitsight import elements


def is_nan(v):
    return v != v


def total(a, zero):
    c = zero
    for v in elements(a):
        if not is_nan(v):
            c += v
    return c


def product(a, one):
    c = one
    for v in elements(a):
        if not is_nan(v):
            c *= v
    return c


def running_total(a, zero, out):
    c = zero
    position = 0
    for v in a.flat:
        if not is_nan(v):
            c += v
        out[position] = c
        position += 1
    return out


def running_product(a, one, out):
    c = one
    position = 0
    for v in a.flat:
        if not is_nan(v):
            c *= v
        out[position] = c
        position += 1
    return out


def mean(a, zero, nan):
    c = zero
    count = 0
    for v in elements(a):
        if not is_nan(v):
            c += v
            count += 1
    if count == 0:
        return nan
    return c / count


def variance(a, m, ddof):
    ssd = 0.0
    count = 0
    for v in elements(a):
        if not is_nan(v):
            val = v - m
            ssd += val * val
            count += 1
    if count <= ddof:
        return np.nan
    return ssd / (count - ddof)


def variance_complex(a, m, ddof):
    ssd = 0.0
    count = 0
    for v in elements(a):
        if not is_nan(v):
            val = v - m
            ssd += val.real * val.real + val.imag * val.imag
            count += 1
    if count <= ddof:
        return np.nan
    return ssd / (count - ddof)


def least(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation not possible")
    best = a.flat[0]
    first = True
    for v in elements(a):
        if first:
            best = v
            first = False
        elif not is_nan(v) and not best < v:
            best = v
    return best


def greatest(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation not possible")
    best = a.flat[0]
    first = True
    for v in elements(a):
        if first:
            best = v
            first = False
        elif not is_nan(v) and not best > v:
            best = v
    return best


def least_complex(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation not possible")
    best = a.flat[0]
    for v in elements(a):
        if is_nan(best.real) and not is_nan(v.real):
            best = v
        elif v.real < best.real or (v.real == best.real and v.imag < best.imag):
            best = v
    return best


def greatest_complex(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation not possible")
    best = a.flat[0]
    for v in elements(a):
        if is_nan(best.real) and not is_nan(v.real):
            best = v
        elif v.real > best.real or (v.real == best.real and v.imag > best.imag):
            best = v
    return best


def position_of_least(a):
    if a.size == 0:
        raise ValueError("attempt to get argmin of an empty sequence")
    found = False
    best = np.inf
    position = 0
    chosen = 0
    for v in a.flat:
        if not is_nan(v):
            found = True
            if v < best:
                best = v
                chosen = position
        position += 1
    if not found:
        raise ValueError("All-NaN slice encountered")
    return chosen


def position_of_greatest(a):
    if a.size == 0:
        raise ValueError("attempt to get argmax of an empty sequence")
    found = False
    best = -np.inf
    position = 0
    chosen = 0
    for v in a.flat:
        if not is_nan(v):
            found = True
            if v > best:
                best = v
                chosen = position
        position += 1
    if not found:
        raise ValueError("All-NaN slice encountered")
    return chosen
