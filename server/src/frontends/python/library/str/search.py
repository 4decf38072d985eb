"""Searching in strings. Bounds are those of Python: negative ones count from the end."""

from jitsight import codes_of


def lower_bound(position, size):
    if position < 0:
        return max(0, position + size)
    return position


def upper_bound(position, size):
    if position < 0:
        position += size
    return min(position, size)


def matches_at(text, part, position):
    for i in range(len(part)):
        if text[position + i] != part[i]:
            return False
    return True


def find(s, part, start, end):
    first = lower_bound(start, len(s))
    last = upper_bound(end, len(s)) - len(part)
    text = codes_of(s)
    sought = codes_of(part)
    for position in range(first, last + 1):
        if matches_at(text, sought, position):
            return position
    return -1


def rfind(s, part, start, end):
    first = lower_bound(start, len(s))
    last = upper_bound(end, len(s)) - len(part)
    text = codes_of(s)
    sought = codes_of(part)
    for position in range(last, first - 1, -1):
        if matches_at(text, sought, position):
            return position
    return -1


def index(s, part, start, end):
    position = find(s, part, start, end)
    if position < 0:
        raise ValueError("substring not found")
    return position


def rindex(s, part, start, end):
    position = rfind(s, part, start, end)
    if position < 0:
        raise ValueError("substring not found")
    return position


def contains(s, part):
    return find(s, part, 0, len(s)) >= 0


def count(s, part, start, end):
    first = lower_bound(start, len(s))
    stop = upper_bound(end, len(s))
    if len(part) == 0:
        return max(0, stop - first + 1)
    found = 0
    position = find(s, part, first, stop)
    while position >= 0:
        found += 1
        position = find(s, part, position + len(part), stop)
    return found


def startswith(s, prefix, start, end):
    first = lower_bound(start, len(s))
    if first > len(s) or first + len(prefix) > upper_bound(end, len(s)):
        return False
    return matches_at(codes_of(s), codes_of(prefix), first)


def endswith(s, suffix, start, end):
    first = lower_bound(start, len(s))
    position = upper_bound(end, len(s)) - len(suffix)
    if first > len(s) or position < first:
        return False
    return matches_at(codes_of(s), codes_of(suffix), position)


def startswith_any(s, prefixes, start, end):
    for prefix in prefixes:
        if startswith(s, prefix, start, end):
            return True
    return False


def endswith_any(s, suffixes, start, end):
    for suffix in suffixes:
        if endswith(s, suffix, start, end):
            return True
    return False
