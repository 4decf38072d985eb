"""Sets as sorted arrays."""

import numpy as np


def unique(a):
    """Of a sorted array of one dimension, each value once."""
    size = 0
    for i in range(len(a)):
        if i == 0 or differ(a[i - 1], a[i]):
            size += 1
    out = np.empty(size, a.dtype)
    at = 0
    for i in range(len(a)):
        if i == 0 or differ(a[i - 1], a[i]):
            out[at] = a[i]
            at += 1
    return out


def differ(a, b):
    return a != b and (a == a or b == b)


def old_unique(a):
    """As until Numba 0.58: a NaN differs from any other."""
    size = 0
    for i in range(len(a)):
        if i == 0 or a[i - 1] != a[i]:
            size += 1
    out = np.empty(size, a.dtype)
    at = 0
    for i in range(len(a)):
        if i == 0 or a[i - 1] != a[i]:
            out[at] = a[i]
            at += 1
    return out


def repeated(a):
    """Of a sorted array, those whose successor is equal."""
    same = a[1:] == a[:-1]
    return a[:-1][same]


def single(a):
    """Of a sorted array, those whose neighbours are both other values."""
    size = len(a)
    kept = np.empty(size, np.bool_)
    for i in range(size):
        kept[i] = (i == 0 or a[i] != a[i - 1]) and (i == size - 1 or a[i + 1] != a[i])
    return a[kept]


def are_in(values, members, invert):
    """Whether each value is among the members, which are sorted."""
    found = np.empty(len(values), np.bool_)
    for i in range(len(values)):
        low = 0
        high = len(members)
        while low < high:
            middle = (low + high) >> 1
            if members[middle] < values[i]:
                low = middle + 1
            else:
                high = middle
        found[i] = (low < len(members) and members[low] == values[i]) != invert
    return found


def are_in_any_order(values, members, invert):
    """The same by comparing with each, for few members or without an order."""
    found = np.empty(len(values), np.bool_)
    for i in range(len(values)):
        is_member = False
        for j in range(len(members)):
            if members[j] == values[i]:
                is_member = True
        found[i] = is_member != invert
    return found


def members(values, others, joined, order, invert):
    """
    Which values are among the others, as np.in1d decides where it takes all to be unique: few others are compared
    with one by one; of more, a value counts that an equal one follows in the stable order of both.
    """
    if len(others) < 10 * len(values) ** 0.145:
        return are_in_any_order(values, others, invert)
    size = len(joined)
    found = np.empty(size, np.bool_)
    for i in range(size):
        is_last = i == size - 1
        found[order[i]] = (not is_last and joined[order[i + 1]] == joined[order[i]]) != invert
    return found[: len(values)].copy()


def unique_unless(a, ordered, assumed):
    if assumed:
        return a
    return unique(ordered)


def kept(values, chosen):
    return values[chosen]
