"""Smallest and largest elements; the first NaN decides."""

from jitsight import elements, summands


def least(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation minimum which has no identity")
    best = a.flat[0]
    for v in summands(a):
        best = min(best, v)
    return best


def greatest(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation maximum which has no identity")
    best = a.flat[0]
    for v in summands(a):
        best = max(best, v)
    return best


def least_float(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation minimum which has no identity")
    best = a.flat[0]
    for v in elements(a):
        if v != v:
            return v
        if v < best:
            best = v
    return best


def greatest_float(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation maximum which has no identity")
    best = a.flat[0]
    for v in elements(a):
        if v != v:
            return v
        if v > best:
            best = v
    return best


def least_shared(a, start):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation minimum which has no identity")
    best = start
    for v in summands(a):
        best = min(best, v)
    return best


def greatest_shared(a, start):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation maximum which has no identity")
    best = start
    for v in summands(a):
        best = max(best, v)
    return best


def least_complex(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation minimum which has no identity")
    best = a.flat[0]
    for v in elements(a):
        if v.real < best.real or (v.real == best.real and v.imag < best.imag):
            best = v
    return best


def greatest_complex(a):
    if a.size == 0:
        raise ValueError("zero-size array to reduction operation maximum which has no identity")
    best = a.flat[0]
    for v in elements(a):
        if v.real > best.real or (v.real == best.real and v.imag > best.imag):
            best = v
    return best


def position_of_least(a):
    if a.size == 0:
        raise ValueError("attempt to get argmin of an empty sequence")
    best = a.flat[0]
    found = 0
    for position, v in enumerate(a.flat):
        if v < best:
            best = v
            found = position
    return found


def position_of_greatest(a):
    if a.size == 0:
        raise ValueError("attempt to get argmax of an empty sequence")
    best = a.flat[0]
    found = 0
    for position, v in enumerate(a.flat):
        if v > best:
            best = v
            found = position
    return found


def position_of_nan(a):
    for position, v in enumerate(a.flat):
        if v != v:
            return position
    return 0


def position_of_least_float(a):
    if a.size == 0:
        raise ValueError("attempt to get argmin of an empty sequence")
    best = a.flat[0]
    found = 0
    missing = False
    for position, v in enumerate(a.flat):
        missing |= v != v
        if v < best:
            best = v
            found = position
    if missing:
        return position_of_nan(a)
    return found


def position_of_greatest_float(a):
    if a.size == 0:
        raise ValueError("attempt to get argmax of an empty sequence")
    best = a.flat[0]
    found = 0
    missing = False
    for position, v in enumerate(a.flat):
        missing |= v != v
        if v > best:
            best = v
            found = position
    if missing:
        return position_of_nan(a)
    return found



def spread(a):
    """ptp: greatest less least."""
    if a.size == 0:
        raise ValueError("zero-size array reduction not possible")
    low = a.flat[0]
    high = a.flat[0]
    for v in a.flat:
        if v > high:
            high = v
        if v < low:
            low = v
    return high - low


def spread_float(a, nan):
    if a.size == 0:
        raise ValueError("zero-size array reduction not possible")
    low = a.flat[0]
    high = a.flat[0]
    for v in a.flat:
        if v != v:
            return nan
        if v > high:
            high = v
        if v < low:
            low = v
    return high - low
