"""Sets: one open table. The order of the items is the order of the table, so probing and growth are Numba's."""

from jitsight import (
    empty_like,
    get_finger,
    get_used,
    hash_code,
    hashes_of,
    keys_of,
    reset_slots,
    set_finger,
    set_used,
)

EMPTY = -1
DELETED = -2


def code_of(key):
    """A hash that is none of the two marks."""
    code = hash_code(key)
    if code == EMPTY or code == DELETED:
        return -43
    return code


def find(s, key, code):
    """Position of the key, or -1."""
    keys = keys_of(s)
    hashes = hashes_of(s)
    if len(hashes) == 0:
        return -1
    mask = len(hashes) - 1
    position = code & mask
    for _ in range(3):
        if hashes[position] == code and keys[position] == key:
            return position
        if hashes[position] == EMPTY:
            return -1
        position = (position + 1) & mask
    perturb = code
    while True:
        if hashes[position] == code and keys[position] == key:
            return position
        if hashes[position] == EMPTY:
            return -1
        perturb = (perturb >> 5) & 0x7FFFFFFFFFFFFFF
        position = (position * 5 + 1 + perturb) & mask


def find_free(s, code):
    """Where a key that is not in the set goes: the first deleted place on its way, or the empty one at its end."""
    hashes = hashes_of(s)
    mask = len(hashes) - 1
    position = code & mask
    free = -1
    for _ in range(3):
        if hashes[position] == EMPTY:
            return position if free < 0 else free
        if hashes[position] == DELETED and free < 0:
            free = position
        position = (position + 1) & mask
    perturb = code
    while True:
        if hashes[position] == EMPTY:
            return position if free < 0 else free
        if hashes[position] == DELETED and free < 0:
            free = position
        perturb = (perturb >> 5) & 0x7FFFFFFFFFFFFFF
        position = (position * 5 + 1 + perturb) & mask


def put(s, key, code):
    position = find_free(s, code)
    keys_of(s)[position] = key
    hashes_of(s)[position] = code
    set_used(s, get_used(s) + 1)


def add(s, key):
    code = code_of(key)
    if find(s, key, code) >= 0:
        return
    if len(hashes_of(s)) == 0:
        reset_slots(s, 16)
    put(s, key, code)
    upsize(s, get_used(s))


def upsize(s, count):
    """Makes room for so many items."""
    least = count * 2
    size = max(len(hashes_of(s)), 16)
    if len(hashes_of(s)) == 0:
        reset_slots(s, size)
    if least >= size:
        while least >= size:
            size *= 4
        resize(s, size)


def downsize(s):
    least = max(get_used(s) * 2, 16)
    size = len(hashes_of(s))
    if least * 4 <= size and size > 16:
        while size // 2 >= least:
            size //= 2
        resize(s, size)


def index_items(s):
    """For a set that is a plain list of its items. Numba makes room for all of them beforehand."""
    if len(hashes_of(s)) == len(keys_of(s)):
        return
    items = keys_of(s)
    reserve(s, len(items))
    for i in range(len(items)):
        put(s, items[i], code_of(items[i]))


def reserve(s, count):
    size = 16
    while size < count * 2:
        size *= 2
    reset_slots(s, size)


def resize(s, size):
    keys = keys_of(s)
    hashes = hashes_of(s)
    reset_slots(s, size)
    set_used(s, 0)
    set_finger(s, 0)
    for i in range(len(hashes)):
        if hashes[i] != EMPTY and hashes[i] != DELETED:
            put(s, keys[i], hashes[i])


def discard(s, key):
    position = find(s, key, code_of(key))
    if position < 0:
        return False
    drop(s, position)
    return True


def drop(s, position):
    mark_deleted(s, position)
    downsize(s)


def mark_deleted(s, position):
    hashes_of(s)[position] = DELETED
    set_used(s, get_used(s) - 1)


def remove(s, key):
    if not discard(s, key):
        raise KeyError("set.remove(): key not in set")


def contains(s, key):
    return find(s, key, code_of(key)) >= 0


def is_item(s, position):
    code = hashes_of(s)[position]
    return code != EMPTY and code != DELETED


def pop(s):
    if get_used(s) == 0:
        raise KeyError("set.pop(): empty set")
    mask = len(hashes_of(s)) - 1
    position = (get_finger(s) + 1) & mask
    while not is_item(s, position):
        position = (position + 1) & mask
    set_finger(s, position)
    key = keys_of(s)[position]
    drop(s, position)
    return key


def clear(s):
    reset_slots(s, 16)
    set_used(s, 0)
    set_finger(s, 0)


def copy(s):
    made = empty_like(s)
    fill(made, s)
    return made


def fill(made, s):
    reset_slots(made, len(hashes_of(s)))
    for i in range(len(hashes_of(s))):
        keys_of(made)[i] = keys_of(s)[i]
        hashes_of(made)[i] = hashes_of(s)[i]
    set_used(made, get_used(s))


def length(s):
    return get_used(s)


def update(s, other):
    upsize(s, get_used(s) + get_used(other))
    for i in range(len(hashes_of(other))):
        if is_item(other, i):
            add(s, keys_of(other)[i])
    downsize(s)


def intersection_update(s, other):
    for i in range(len(hashes_of(s))):
        if is_item(s, i) and not contains(other, keys_of(s)[i]):
            mark_deleted(s, i)
    downsize(s)


def difference_update(s, other):
    for i in range(len(hashes_of(other))):
        if is_item(other, i):
            position = find(s, keys_of(other)[i], hashes_of(other)[i])
            if position >= 0:
                mark_deleted(s, position)
    downsize(s)


def symmetric_difference_update(s, other):
    for i in range(len(hashes_of(other))):
        if is_item(other, i):
            position = find(s, keys_of(other)[i], hashes_of(other)[i])
            if position >= 0:
                mark_deleted(s, position)
            else:
                add(s, keys_of(other)[i])
    downsize(s)


def union(s, other):
    made = empty_like(s)
    if get_used(s) > get_used(other):
        fill(made, s)
        update(made, other)
    else:
        fill(made, other)
        update(made, s)
    return made


def intersection(s, other):
    made = empty_like(s)
    if get_used(s) < get_used(other):
        fill(made, s)
        intersection_update(made, other)
    else:
        fill(made, other)
        intersection_update(made, s)
    return made


def difference(s, other):
    made = copy(s)
    difference_update(made, other)
    return made


def symmetric_difference(s, other):
    made = empty_like(s)
    if get_used(s) > get_used(other):
        fill(made, s)
        symmetric_difference_update(made, other)
    else:
        fill(made, other)
        symmetric_difference_update(made, s)
    return made


def is_subset(s, other):
    if get_used(s) > get_used(other):
        return False
    for i in range(len(hashes_of(s))):
        if is_item(s, i) and not contains(other, keys_of(s)[i]):
            return False
    return True


def is_superset(s, other):
    return is_subset(other, s)


def is_proper_subset(s, other):
    return get_used(s) < get_used(other) and is_subset(s, other)


def is_proper_superset(s, other):
    return is_proper_subset(other, s)


def is_equal(s, other):
    return get_used(s) == get_used(other) and is_subset(s, other)


def is_different(s, other):
    return not is_equal(s, other)


def is_disjoint(s, other):
    for i in range(len(hashes_of(s))):
        if is_item(s, i) and contains(other, keys_of(s)[i]):
            return False
    return True
