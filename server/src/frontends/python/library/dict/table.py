"""Dictionaries: keys, values and hashes in the order of insertion, and an index table that leads to them.

A place of the index table is 0 when empty, an entry's number + 1, or -1 where an entry was. The hash of an entry that
was deleted is -1.
"""

from jitsight import (
    empty_like,
    get_used,
    hash_code,
    hashes_of,
    keys_of,
    set_used,
    slots_of,
    values_of,
)


def code_of(key):
    return hash_code(key) & 0x7FFFFFFFFFFFFFFF


def place_of(d, key, code):
    """Place of the key in the index table, or -1."""
    slots = slots_of(d)
    if len(slots) == 0:
        return -1
    keys = keys_of(d)
    hashes = hashes_of(d)
    mask = len(slots) - 1
    place = code & mask
    while slots[place] != 0:
        entry = slots[place] - 1
        if entry >= 0 and hashes[entry] == code and keys[entry] == key:
            return place
        place = (place + 1) & mask
    return -1


def find(d, key):
    """Number of the key's entry, or -1."""
    place = place_of(d, key, code_of(key))
    if place < 0:
        return -1
    return slots_of(d)[place] - 1


def store(d, key, value):
    entry = find(d, key)
    if entry >= 0:
        values_of(d)[entry] = value
    else:
        append(d, key, value)


def append(d, key, value):
    if 3 * (len(keys_of(d)) + 1) > 2 * len(slots_of(d)):
        rebuild(d)
    code = code_of(key)
    keys_of(d).append(key)
    values_of(d).append(value)
    hashes_of(d).append(code)
    link(d, code, len(keys_of(d)))
    set_used(d, get_used(d) + 1)


def link(d, code, number):
    slots = slots_of(d)
    mask = len(slots) - 1
    place = code & mask
    while slots[place] > 0:
        place = (place + 1) & mask
    slots[place] = number


def rebuild(d):
    """Closes the gaps of deleted entries and makes an index table with room for twice as many."""
    keys = keys_of(d)
    values = values_of(d)
    hashes = hashes_of(d)
    kept = 0
    for i in range(len(hashes)):
        if hashes[i] >= 0:
            if kept < i:
                keys[kept] = keys[i]
                values[kept] = values[i]
                hashes[kept] = hashes[i]
            kept += 1
    for _ in range(len(hashes) - kept):
        keys.pop()
        values.pop()
        hashes.pop()
    size = 8
    while size < 4 * (kept + 1):
        size *= 2
    slots = slots_of(d)
    slots.clear()
    for _ in range(size):
        slots.append(0)
    for i in range(kept):
        link(d, hashes[i], i + 1)


def index_entries(d):
    """For a dict with keys and values alone."""
    keys = keys_of(d)
    if len(hashes_of(d)) < len(keys):
        for i in range(len(keys)):
            hashes_of(d).append(code_of(keys[i]))
        set_used(d, len(keys))
        rebuild(d)


def value_at(d, entry):
    return values_of(d)[entry]


def contains(d, key):
    return find(d, key) >= 0


def delete(d, key):
    """The number of the entry that was deleted, or -1."""
    place = place_of(d, key, code_of(key))
    if place < 0:
        return -1
    entry = slots_of(d)[place] - 1
    slots_of(d)[place] = -1
    hashes_of(d)[entry] = -1
    set_used(d, get_used(d) - 1)
    return entry


def set_default(d, key, value):
    entry = find(d, key)
    if entry < 0:
        append(d, key, value)
        return value
    return values_of(d)[entry]


def pop_last(d):
    if get_used(d) == 0:
        raise KeyError()
    last = len(keys_of(d)) - 1
    while hashes_of(d)[last] < 0:
        last -= 1
    key = keys_of(d)[last]
    value = values_of(d)[last]
    delete(d, key)
    return key, value


def clear(d):
    keys_of(d).clear()
    values_of(d).clear()
    hashes_of(d).clear()
    slots_of(d).clear()
    set_used(d, 0)


def copy(d):
    made = empty_like(d)
    update(made, d)
    return made


def update(d, other):
    for i in range(len(hashes_of(other))):
        if hashes_of(other)[i] >= 0:
            store(d, keys_of(other)[i], values_of(other)[i])


def is_equal(d, other):
    if get_used(d) != get_used(other):
        return False
    for i in range(len(hashes_of(d))):
        if hashes_of(d)[i] >= 0:
            entry = find(other, keys_of(d)[i])
            if entry < 0 or values_of(d)[i] != values_of(other)[entry]:
                return False
    return True


def is_different(d, other):
    return not is_equal(d, other)
