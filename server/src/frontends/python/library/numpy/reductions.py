"""Reductions over all elements, in the order and with the accumulators that Numba uses."""

from jitsight import elements, summands


def total(a, zero):
    c = zero
    for v in summands(a):
        c += v
    return c


def product(a, one):
    c = one
    for v in summands(a):
        c *= v
    return c


def mean(a, zero, nan):
    c = zero
    for v in summands(a):
        c += v
    # Only here, so that the loop may be fused with others over the array.
    if a.size == 0:
        return nan
    return c / a.size


def mean_checked(a, zero):
    c = zero
    for v in summands(a):
        c += v
    return c / a.size


def variance(a, m):
    ssd = 0
    for v in summands(a):
        val = v - m
        ssd += val * val
    return ssd / a.size


def variance_complex(a, m):
    ssd = 0
    for v in summands(a):
        val = v - m
        ssd += val.real * val.real + val.imag * val.imag
    return ssd / a.size


def any_element(a):
    for v in elements(a):
        if v:
            return True
    return False


def all_elements(a):
    for v in elements(a):
        if not v:
            return False
    return True


def count_nonzero(a):
    found = 0
    for v in summands(a):
        if v:
            found += 1
    return found



def running_product(a, one, out):
    c = one
    position = 0
    for v in a.flat:
        c *= v
        out[position] = c
        position += 1
    return out
