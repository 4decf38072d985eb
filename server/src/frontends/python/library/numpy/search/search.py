"""Searching sorted arrays, and counting into bins."""

import math
import operator

import numpy as np

from jitsight import before, elements, is_nan, not_after


def bisect(a, key, low, high, goes_up):
    while low < high:
        middle = low + ((high - low) >> 1)
        if goes_up(a[middle], key):
            low = middle + 1
        else:
            high = middle
    return low


def left_position(a, key):
    return bisect(a, key, 0, len(a), before)


def right_position(a, key):
    return bisect(a, key, 0, len(a), not_after)


def left_positions(a, keys):
    return positions_of(a, keys, before)


def right_positions(a, keys):
    return positions_of(a, keys, not_after)


def positions_of(a, keys, goes_up):
    """Each search starts from the one before, which shows where `a` is not sorted."""
    out = np.empty(len(keys), np.int64)
    low = 0
    high = len(a)
    for i in range(len(keys)):
        key = keys[i]
        if i > 0 and goes_up(keys[i - 1], key):
            high = len(a)
        else:
            low = 0
            high = min(high + 1, len(a))
        while low < high:
            middle = low + ((high - low) >> 1)
            if goes_up(a[middle], key):
                low = middle + 1
            else:
                high = middle
        out[i] = low
    return out


def end_of_numbers(a):
    for i in range(len(a), 0, -1):
        if not is_nan(a[i - 1]):
            return i
    return 0


def old_position(a, key, last, low, high, goes_up):
    """Bounds after a search that starts from the one before, as until Numba 0.58; NaNs are looked for apart."""
    if is_nan(key):
        return end_of_numbers(a)
    if last < key:
        high = len(a)
    else:
        low = 0
        high = min(high + 1, len(a))
    while low < high:
        middle = (low + high) >> 1
        if goes_up(a[middle], key):
            low = middle + 1
        else:
            high = middle
    return low


def old_left_position(a, key):
    return old_position(a, key, key, 0, len(a), operator.lt)


def old_right_position(a, key):
    return old_position(a, key, key, 0, len(a), operator.le)


def old_left_positions(a, keys):
    return old_positions_of(a, keys, operator.lt)


def old_right_positions(a, keys):
    return old_positions_of(a, keys, operator.le)


def old_positions_of(a, keys, goes_up):
    out = np.empty(len(keys), np.int64)
    low = 0
    for i in range(len(keys)):
        low = old_position(a, keys[i], keys[max(i - 1, 0)], low, len(a), goes_up)
        out[i] = low
    return out


def direction(bins):
    """1 of rising bins, -1 of falling ones; 0 where neither holds."""
    i = 1
    while i < len(bins) and bins[i] == bins[0]:
        i += 1
    if i >= len(bins):
        return 1
    if bins[i - 1] < bins[i]:
        for j in range(i + 1, len(bins)):
            if bins[j - 1] > bins[j]:
                return 0
        return 1
    for j in range(i + 1, len(bins)):
        if bins[j - 1] < bins[j]:
            return 0
    return -1


def checked_direction(bins):
    found = direction(bins)
    if found == 0:
        raise ValueError("bins must be monotonically increasing or decreasing")
    return found


def digitize(x, bins, right):
    """Bins of the elements of a 1-d array."""
    rises = checked_direction(bins) > 0
    out = np.empty(len(x), np.int64)
    for i in range(len(x)):
        out[i] = bin_of(x[i], bins, right, rises)
    return out


def digitize_one(x, bins, right):
    return bin_of(x, bins, right, checked_direction(bins) > 0)


def bin_of(x, bins, right, rises):
    size = len(bins)
    low = 0
    high = size
    while low < high:
        middle = low + ((high - low) >> 1)
        edge = bins[middle] if rises else bins[size - 1 - middle]
        is_below = before(edge, x) if right else not_after(edge, x)
        if is_below:
            low = middle + 1
        else:
            high = middle
    return low if rises else size - low


def old_digitize_one(x, bins, right):
    return old_bin_of(x, bins, right, old_direction(bins))


def old_digitize(x, bins, right):
    rises = old_direction(bins)
    out = np.empty(len(x), np.int64)
    for i in range(len(x)):
        out[i] = old_bin_of(x[i], bins, right, rises)
    return out


def old_direction(bins):
    rises = True
    falls = True
    for i in range(1, len(bins)):
        rises = rises and not bins[i - 1] > bins[i]
        falls = falls and not bins[i - 1] < bins[i]
        if not rises and not falls:
            raise ValueError("bins must be monotonically increasing or decreasing")
    return rises


def old_bin_of(x, bins, right, rises):
    size = len(bins)
    if is_nan(x):
        if not right:
            return size if rises else 0
        if rises:
            return end_of_numbers(bins)
        for i in range(size):
            if not is_nan(bins[i]):
                return i
        return size
    low = 0
    high = size
    while low < high:
        middle = (low + high) >> 1
        is_below = bins[middle] < x if right else bins[middle] <= x
        if is_below == rises:
            low = middle + 1
        else:
            high = middle
    return low


def bincount(a, minlength):
    out = np.zeros(bin_length(a, minlength), np.int64)
    for i in range(len(a)):
        out[a[i]] += 1
    return out


def bincount_weighted(a, weights, minlength):
    if len(a) != len(weights):
        raise ValueError("bincount(): weights and list don't have the same length")
    out = np.zeros(bin_length(a, minlength))
    for i in range(len(a)):
        out[a[i]] += weights[i]
    return out


def bin_length(a, minlength):
    if minlength < 0:
        raise ValueError("'minlength' must not be negative")
    length = minlength
    for i in range(len(a)):
        if a[i] < 0 and i > 0:
            raise ValueError("bincount(): first argument must be non-negative")
        length = max(length, np.int64(a[i]) + 1)
    if len(a) > 0 and a[0] < -length:
        raise ValueError("bincount(): first argument must be non-negative")
    return length


def extent_of(a):
    low = np.inf
    high = -np.inf
    for v in elements(a):
        if low > v:
            low = v
        if high < v:
            high = v
    return low, high


def histogram(a, bins, low, high):
    if bins <= 0:
        raise ValueError("histogram(): `bins` should be a positive integer")
    if not low <= high:
        raise ValueError("histogram(): max must be larger than min in range parameter")
    counts = np.zeros(bins, np.int64)
    if high > low:
        ratio = bins / (high - low)
        for v in elements(a):
            at = math.floor((v - low) * ratio)
            if 0 <= at < bins:
                counts[int(at)] += 1
            elif v == high:
                counts[bins - 1] += 1
    return counts


def histogram_between(a, edges):
    bins = len(edges) - 1
    for i in range(bins):
        if not edges[i] <= edges[i + 1]:
            raise ValueError("histogram(): bins must increase monotonically")
    counts = np.zeros(bins, np.int64)
    if bins > 0:
        low = edges[0]
        high = edges[bins]
        for v in elements(a):
            if low <= v <= high:
                at = 0
                last = bins - 1
                while at < last:
                    middle = (at + last + 1) >> 1
                    if v < edges[middle]:
                        last = middle - 1
                    else:
                        at = middle
                counts[at] += 1
    return counts


def extract(condition, a):
    if a.size == 0:
        raise ValueError("Cannot extract from an empty array")
    size = 0
    position = 0
    for kept in condition.flat:
        if kept:
            if position >= a.size:
                raise ValueError("condition shape inconsistent with arr shape")
            size += 1
        position += 1
    out = np.empty(size, a.dtype)
    limit = min(condition.size, a.size)
    at = 0
    for position in range(limit):
        if condition.flat[position]:
            out[at] = a.flat[position]
            at += 1
    return out
