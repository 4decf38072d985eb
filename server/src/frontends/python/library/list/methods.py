"""Methods of lists that are loops over their elements."""


def insert(xs, index, value):
    size = len(xs)
    if index < 0:
        index = max(0, index + size)
    index = min(index, size)
    xs.append(value)
    for i in range(size, index, -1):
        xs[i] = xs[i - 1]
    xs[index] = value


def pop_at(xs, index):
    size = len(xs)
    if size == 0:
        raise IndexError("pop from empty list")
    if index < 0:
        index += size
    if index < 0 or index >= size:
        raise IndexError("pop index out of range")
    value = xs[index]
    for i in range(index, size - 1):
        xs[i] = xs[i + 1]
    xs.pop()
    return value


def pop_typed_at(xs, index):
    size = len(xs)
    if size == 0:
        raise IndexError("pop from empty list")
    if index < 0:
        index += size
    if index < 0 or index >= size:
        raise IndexError("list index out of range")
    value = xs[index]
    for i in range(index, size - 1):
        xs[i] = xs[i + 1]
    xs.pop()
    return value


def remove(xs, value):
    for i in range(len(xs)):
        if xs[i] == value:
            for j in range(i, len(xs) - 1):
                xs[j] = xs[j + 1]
            xs.pop()
            return
    raise ValueError("list.remove(x): x not in list")


def index_of(xs, value):
    for i in range(len(xs)):
        if xs[i] == value:
            return i
    raise ValueError("value not in list")


def index_from(xs, value, start):
    size = len(xs)
    if start < 0:
        start = max(0, start + size)
    for i in range(start, size):
        if xs[i] == value:
            return i
    raise ValueError("value not in list")


def index_between(xs, value, start, stop):
    size = len(xs)
    if start < 0:
        start = max(0, start + size)
    if stop < 0:
        stop += size
    for i in range(start, min(stop, size)):
        if xs[i] == value:
            return i
    raise ValueError("value not in list")


def index_of_item(xs, value):
    for i in range(len(xs)):
        if xs[i] == value:
            return i
    raise ValueError("item not in list")


def index_of_item_from(xs, value, start):
    size = len(xs)
    if start < 0:
        start = max(0, start + size)
    for i in range(start, size):
        if xs[i] == value:
            return i
    raise ValueError("item not in list")


def index_of_item_between(xs, value, start, stop):
    size = len(xs)
    if start < 0:
        start = max(0, start + size)
    if stop < 0:
        stop += size
    for i in range(start, min(stop, size)):
        if xs[i] == value:
            return i
    raise ValueError("item not in list")


def count(xs, value):
    found = 0
    for i in range(len(xs)):
        if xs[i] == value:
            found += 1
    return found


def contains(xs, value):
    for i in range(len(xs)):
        if xs[i] == value:
            return True
    return False


def reverse(xs):
    last = len(xs) - 1
    for i in range(len(xs) // 2):
        swapped = xs[i]
        xs[i] = xs[last - i]
        xs[last - i] = swapped


def delete(xs, index):
    size = len(xs)
    if index < 0:
        index += size
    if index < 0 or index >= size:
        raise IndexError("delitem index out of range")
    for i in range(index, size - 1):
        xs[i] = xs[i + 1]
    xs.pop()


def equal(xs, ys):
    if len(xs) != len(ys):
        return False
    for i in range(len(xs)):
        if xs[i] != ys[i]:
            return False
    return True


def less(xs, ys):
    for i in range(min(len(xs), len(ys))):
        if xs[i] != ys[i]:
            return xs[i] < ys[i]
    return len(xs) < len(ys)


def less_or_equal(xs, ys):
    for i in range(min(len(xs), len(ys))):
        if xs[i] != ys[i]:
            return xs[i] < ys[i]
    return len(xs) <= len(ys)


def delete_slice(xs, start, step, length):
    """Drops `length` elements, each `step` after the one before."""
    if length == 0:
        return
    if step < 0:
        start = start + (length - 1) * step
        step = -step
    kept = start
    dropped = 0
    for i in range(start, len(xs)):
        if dropped < length and i == start + dropped * step:
            dropped += 1
        else:
            xs[kept] = xs[i]
            kept += 1
    for _ in range(length):
        xs.pop()


def assign_slice(xs, start, length, values):
    """Replaces `length` elements from `start` on by those of `values`, another list."""
    size = len(xs)
    grown = len(values) - length
    if grown > 0:
        for i in range(grown):
            xs.append(values[0])
        for i in range(size - 1, start + length - 1, -1):
            xs[i + grown] = xs[i]
    elif grown < 0:
        for i in range(start + length, size):
            xs[i + grown] = xs[i]
        for i in range(-grown):
            xs.pop()
    for i in range(len(values)):
        xs[start + i] = values[i]


def assign_strided(xs, start, step, length, values):
    if len(values) != length:
        raise ValueError("cannot resize extended list slice with step != 1")
    for i in range(length):
        xs[start + i * step] = values[i]


def assign_strided_typed(xs, start, step, length, values):
    if len(values) != length:
        raise ValueError("length mismatch for extended slice and sequence")
    for i in range(length):
        xs[start + i * step] = values[i]


def sort(xs, reverse):
    """Merge sort: stable, as list.sort is."""
    size = len(xs)
    source = [xs[i] for i in range(size)]
    target = [xs[i] for i in range(size)]
    width = 1
    while width < size:
        for left in range(0, size, 2 * width):
            middle = min(left + width, size)
            right = min(left + 2 * width, size)
            i = left
            j = middle
            for k in range(left, right):
                if i < middle and (j >= right or not comes_first(source[j], source[i], reverse)):
                    target[k] = source[i]
                    i += 1
                else:
                    target[k] = source[j]
                    j += 1
        source, target = target, source
        width *= 2
    for i in range(size):
        xs[i] = source[i]


def comes_first(a, b, reverse):
    if reverse:
        return b < a
    return a < b


def sort_by(xs, keys, reverse):
    """Sorts positions by their keys, then moves the elements."""
    size = len(xs)
    source = [i for i in range(size)]
    target = [i for i in range(size)]
    width = 1
    while width < size:
        for left in range(0, size, 2 * width):
            middle = min(left + width, size)
            right = min(left + 2 * width, size)
            i = left
            j = middle
            for k in range(left, right):
                if i < middle and (j >= right or not comes_first(keys[source[j]], keys[source[i]], reverse)):
                    target[k] = source[i]
                    i += 1
                else:
                    target[k] = source[j]
                    j += 1
        source, target = target, source
        width *= 2
    moved = [xs[source[i]] for i in range(size)]
    for i in range(size):
        xs[i] = moved[i]


def delete_typed(xs, index):
    size = len(xs)
    if index < 0:
        index += size
    if index < 0 or index >= size:
        raise IndexError("list index out of range")
    for i in range(index, size - 1):
        xs[i] = xs[i + 1]
    xs.pop()


def repeat_in_place(xs, times):
    size = len(xs)
    if times < 1:
        for _ in range(size):
            xs.pop()
    for _ in range(times - 1):
        for i in range(size):
            xs.append(xs[i])
    return xs
