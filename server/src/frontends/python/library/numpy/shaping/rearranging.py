"""Repeating, removing and rearranging elements. Arrays named `flat` have one dimension."""

import numpy as np


def rot90(m, k):
    turns = k % 4
    if turns == 1:
        return np.swapaxes(np.fliplr(m), 0, 1)
    if turns == 2:
        return np.flipud(np.fliplr(m))
    if turns == 3:
        return np.fliplr(np.swapaxes(m, 0, 1))
    return np.fliplr(np.fliplr(m))


def roll(a, shift, flat):
    size = flat.size
    position = shift % size if size else 0
    for value in a.flat:
        flat[position] = value
        position += 1
        if position == size:
            position = 0


def repeat(flat, count):
    if count < 0:
        raise ValueError("negative dimensions are not allowed")
    out = np.empty(flat.size * count, flat.dtype)
    position = 0
    for value in flat:
        for _ in range(count):
            out[position] = value
            position += 1
    return out


def repeat_each(flat, counts):
    if counts.shape[0] == 1:
        return repeat(flat, counts[0])
    size = 0
    for count in counts:
        if count < 0:
            raise ValueError("negative dimensions are not allowed")
        size += count
    if flat.shape[0] != counts.shape[0]:
        raise ValueError("operands could not be broadcast together")
    out = np.empty(size, flat.dtype)
    position = 0
    for i in range(flat.shape[0]):
        for _ in range(counts[i]):
            out[position] = flat[i]
            position += 1
    return out


def delete_one(flat, index):
    size = flat.size
    if index < -size or index >= size:
        raise IndexError("obj must be less than the len(arr)")
    if index < 0:
        index += size
    out = np.empty(size - 1, flat.dtype)
    out[:index] = flat[:index]
    out[index:] = flat[index + 1 :]
    return out


def kept(flat, keep):
    size = 0
    for each in keep:
        if each:
            size += 1
    out = np.empty(size, flat.dtype)
    position = 0
    for i in range(flat.size):
        if keep[i]:
            out[position] = flat[i]
            position += 1
    return out


def delete_several(flat, indices):
    keep = np.ones(flat.size, np.bool_)
    for index in indices:
        keep[index] = False
    return kept(flat, keep)


def delete_slice(flat, part):
    keep = np.ones(flat.size, np.bool_)
    keep[part] = False
    return kept(flat, keep)


def resize(flat, out):
    size = flat.size
    for i in range(out.size):
        out[i] = flat[i % size] if size else 0


def trim_zeros(flat, trim):
    sides = trim.lower()
    first = 0
    last = len(flat)
    if "f" in sides:
        while first < len(flat) and flat[first] == 0:
            first += 1
    if "b" in sides:
        while last > 0 and flat[last - 1] == 0:
            last -= 1
    return flat[first:last]
