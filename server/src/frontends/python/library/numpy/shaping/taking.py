"""Taking elements by position, and by condition."""

import numpy as np


def take_flat(flat, indices, out):
    size = flat.size
    position = 0
    for index in indices.flat:
        if index >= size or index < -size:
            raise IndexError("Index out of bounds")
        out[position] = flat[index]
        position += 1


def take_one(flat, index):
    if index >= flat.size or index < -flat.size:
        raise IndexError("Index out of bounds")
    return flat[index]


def take_first(a, indices, out):
    """Along the first axis."""
    for i in range(len(indices)):
        out[i] = a[indices[i]]


def select(conditions, choices, default):
    if len(conditions) != len(choices):
        raise ValueError("list of cases must be same length as list of conditions")
    out = default * np.ones(choices[0].shape, choices[0].dtype)
    for i in range(len(conditions) - 1, -1, -1):
        out = np.where(conditions[i], choices[i], out)
    return out


def insert_at(flat, index, values, out):
    size = flat.size
    if index < -size or index > size:
        raise IndexError("index is out of bounds for the given array size")
    if index < 0:
        index += size
    out[:index] = flat[:index]
    out[index : index + values.size] = values
    out[index + values.size :] = flat[index:]


def inserted_count(indices, values):
    return values.size if indices.size == 1 else indices.size


def insert_several(flat, indices, values, out):
    count = indices.size
    if count == 1:
        insert_at(flat, indices[0], values, out)
        return
    if values.size != 1 and values.size != count:
        raise ValueError("the number of values does not match the number of insertion indices")
    size = flat.size
    places = np.empty(count, np.int64)
    for i in range(count):
        place = indices[i]
        if place < -size or place > size:
            raise IndexError("index is out of bounds for the given array size")
        places[i] = place + size if place < 0 else place
    order = np.argsort(places, kind="mergesort")
    is_old = np.ones(size + count, np.bool_)
    for i in range(count):
        place = places[order[i]] + i
        is_old[place] = False
        out[place] = values[0 if values.size == 1 else order[i]]
    position = 0
    for i in range(size + count):
        if is_old[i]:
            out[i] = flat[position]
            position += 1
