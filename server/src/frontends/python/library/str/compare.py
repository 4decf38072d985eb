"""Comparisons of strings, by code point."""

from jitsight import codes_of


def equal(a, b):
    if len(a) != len(b):
        return False
    x = codes_of(a)
    y = codes_of(b)
    for i in range(len(a)):
        if x[i] != y[i]:
            return False
    return True


def less(a, b):
    x = codes_of(a)
    y = codes_of(b)
    for i in range(min(len(a), len(b))):
        if x[i] != y[i]:
            return x[i] < y[i]
    return len(a) < len(b)


def less_or_equal(a, b):
    return not less(b, a)
