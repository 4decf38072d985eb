"""Sorting and selecting as Numba does it, so that elements that compare equal come out in the same order.

Quicksort with the median of three, insertion sort for short ranges; merge sort for stable order.
"""

import math
import operator

import numpy as np

from jitsight import before, elements, is_nan, nan_last


def swap(a, i, j):
    held = a[i]
    a[i] = a[j]
    a[j] = held


def arrange(a, i, j, less):
    if less(a[j], a[i]):
        swap(a, i, j)


def split(a, low, high, less):
    """Puts the median of the first, middle and last element where it belongs, and returns that position."""
    middle = (low + high) >> 1
    arrange(a, low, middle, less)
    arrange(a, middle, high, less)
    arrange(a, low, middle, less)
    pivot = a[middle]
    swap(a, middle, high)
    left = low
    right = high - 1
    while True:
        while left < high and less(a[left], pivot):
            left += 1
        while right >= low and less(pivot, a[right]):
            right -= 1
        if left >= right:
            break
        swap(a, left, right)
        left += 1
        right -= 1
    swap(a, left, high)
    return left


def sort_range(a, low, high):
    while high - low >= 15:
        at = split(a, low, high, before)
        if high - at > at - low:
            sort_range(a, low, at - 1)
            low = at + 1
        else:
            sort_range(a, at + 1, high)
            high = at - 1
    for i in range(low + 1, high + 1):
        value = a[i]
        j = i
        while j > low and before(value, a[j - 1]):
            a[j] = a[j - 1]
            j -= 1
        a[j] = value


def sort(a):
    sort_range(a, 0, len(a) - 1)


def arrange_positions(a, order, i, j):
    if before(a[order[j]], a[order[i]]):
        swap(order, i, j)


def split_positions(a, order, low, high):
    middle = (low + high) >> 1
    arrange_positions(a, order, low, middle)
    arrange_positions(a, order, middle, high)
    arrange_positions(a, order, low, middle)
    pivot = a[order[middle]]
    swap(order, middle, high)
    left = low
    right = high - 1
    while True:
        while left < high and before(a[order[left]], pivot):
            left += 1
        while right >= low and before(pivot, a[order[right]]):
            right -= 1
        if left >= right:
            break
        swap(order, left, right)
        left += 1
        right -= 1
    swap(order, left, high)
    return left


def sort_positions(a, order, low, high):
    while high - low >= 15:
        at = split_positions(a, order, low, high)
        if high - at > at - low:
            sort_positions(a, order, low, at - 1)
            low = at + 1
        else:
            sort_positions(a, order, at + 1, high)
            high = at - 1
    for i in range(low + 1, high + 1):
        position = order[i]
        value = a[position]
        j = i
        while j > low and before(value, a[order[j - 1]]):
            order[j] = order[j - 1]
            j -= 1
        order[j] = position


def argsort(a):
    order = np.arange(len(a))
    sort_positions(a, order, 0, len(a) - 1)
    return order


def merge_positions(a, order, start, stop, spare):
    size = stop - start
    if size <= 20:
        for i in range(start + 1, stop):
            j = i
            while j > start and before(a[order[j]], a[order[j - 1]]):
                swap(order, j, j - 1)
                j -= 1
        return
    middle = start + size // 2
    merge_positions(a, order, start, middle, spare)
    merge_positions(a, order, middle, stop, spare)
    count = middle - start
    for i in range(count):
        spare[i] = order[start + i]
    left = 0
    right = middle
    at = start
    while left < count and right < stop:
        if before(a[order[right]], a[spare[left]]):
            order[at] = order[right]
            right += 1
        else:
            order[at] = spare[left]
            left += 1
        at += 1
    while left < count:
        order[at] = spare[left]
        left += 1
        at += 1


def argsort_stable(a):
    order = np.arange(len(a))
    merge_positions(a, order, 0, len(a), np.empty(len(a) // 2, np.int64))
    return order


def sort_stable(a):
    order = argsort_stable(a)
    held = a.copy()
    for i in range(len(a)):
        a[i] = held[order[i]]


def place(a, low, high, k, less):
    """Moves the k-th smallest of a range to its position, smaller ones before it."""
    at = split(a, low, high, less)
    while at != k:
        if at < k:
            low = at + 1
        else:
            high = at - 1
        at = split(a, low, high, less)


def place_two(a, low, high, k):
    """Moves the k-th and the next smallest of a range to their positions."""
    if high <= low:
        raise AssertionError
    at = split(a, low, high, operator.lt)
    while at < k or at > k + 1:
        if at < k:
            low = at + 1
        else:
            high = at - 1
        at = split(a, low, high, operator.lt)
    if at == k:
        place(a, at + 1, high, k + 1, operator.lt)
    else:
        place(a, low, at - 1, k, operator.lt)


def checked_positions(kth, length):
    wanted = kth.copy()
    for i in range(len(kth)):
        if abs(kth[i]) >= length:
            raise ValueError("kth out of bounds")
        if kth[i] < 0:
            wanted[i] = kth[i] + length
    sort(wanted)
    return wanted


def partition(rows, kth):
    if rows.size == 0:
        return
    wanted = checked_positions(kth, rows.shape[1])
    for i in range(rows.shape[0]):
        row = rows[i]
        low = 0
        for j in range(len(wanted)):
            if j == 0 or wanted[j] != wanted[j - 1]:
                place(row, low, len(row) - 1, wanted[j], nan_last)
                low = wanted[j]


def place_position(a, order, low, high, k):
    at = split_positions(a, order, low, high)
    while at != k:
        if at < k:
            low = at + 1
        else:
            high = at - 1
        at = split_positions(a, order, low, high)


def argpartition(rows, kth, out):
    if rows.size == 0:
        return
    wanted = checked_positions(kth, rows.shape[1])
    for i in range(rows.shape[0]):
        order = out[i]
        for j in range(len(order)):
            order[j] = j
        low = 0
        for j in range(len(wanted)):
            if j == 0 or wanted[j] != wanted[j - 1]:
                place_position(rows[i], order, low, len(order) - 1, wanted[j])
                low = wanted[j]


def median_of(a, size):
    """Of the first elements of an array whose elements it may move."""
    half = size >> 1
    if size & 1 == 0:
        place_two(a, 0, size - 1, half - 1)
        return (a[half - 1] + a[half]) / 2
    place(a, 0, size - 1, half, operator.lt)
    return a[half]


def median(a):
    return median_of(a.flatten(), a.size)


def median_or_nan(a):
    if a.size == 0:
        return np.nan
    return median_of(a.flatten(), a.size)


def nanmedian(a):
    kept = np.empty(a.size, a.dtype)
    size = 0
    for v in elements(a):
        if not is_nan(v):
            kept[size] = v
            size += 1
    if size == 0:
        return np.nan
    return median_of(kept, size)


def check_percentiles(q, top):
    for i in range(len(q)):
        if not (q[i] >= 0.0 and q[i] <= top):
            if top == 1.0:
                raise ValueError("Quantiles must be in the range [0, 1]")
            raise ValueError("Percentiles must be in the range [0, 100]")


def percentile(a, q, top, skip):
    return percentiles(a, q, top, skip)[0]


def percentiles(a, q, top, skip):
    """Of a 1-d array of floats, which it may change; `top` is 100 for percentiles and 1 for quantiles."""
    check_percentiles(q, top)
    scale = 100.0 / top
    kept = np.empty(len(a))
    size = 0
    for i in range(len(a)):
        if not is_nan(a[i]):
            kept[size] = a[i]
            size += 1
    out = np.empty(len(q))
    if (size == 0 and skip) or (size < len(a) and not skip) or (size == 1 and not np.isfinite(kept[0])):
        out[:] = np.nan
    elif size == 1:
        out[:] = kept[0]
    else:
        kept = kept[:size]
        for i in range(len(q)):
            out[i] = percentile_of(kept, q[i] * scale)
    return out


def percentile_of(a, percent):
    size = len(a)
    if percent == 100:
        highest = a.max()
        return highest if np.isfinite(highest) else np.nan
    if percent == 0:
        return lowest_percentile(a)
    rank = 1 + (size - 1) * (percent / 100.0)
    whole = math.floor(rank)
    part = rank - whole
    k = int(whole - 1)
    place_two(a, 0, size - 1, k)
    return a[k] * (1 - part) + a[k + 1] * part


def lowest_percentile(a):
    """What NumPy once made of infinities at the lower end."""
    size = len(a)
    above = 0
    below = 0
    for v in a:
        if v == np.inf:
            above += 1
        elif v == -np.inf:
            below += 1
    finite = size - above - below
    if finite == size:
        return a.min()
    if finite == 0 or below > 1 or (above == 1 and size == 2) or (finite == 1 and above > 1 and below != 1):
        return np.nan
    return a.min()
