"""Strings made from strings."""

import numpy as np

from jitsight import codes_of, str_of


def concatenate(a, b):
    codes = np.empty(len(a) + len(b), np.uint32)
    put(codes, 0, a)
    put(codes, len(a), b)
    return str_of(codes)


def put(codes, position, s):
    """Copies `s` into `codes` and returns where it ends."""
    text = codes_of(s)
    for i in range(len(s)):
        codes[position + i] = text[i]
    return position + len(s)


def strided(s, start, step, length):
    text = codes_of(s)
    codes = np.empty(length, np.uint32)
    for i in range(length):
        codes[i] = text[start + i * step]
    return str_of(codes)


def repeat(s, times):
    size = len(s)
    codes = np.empty(size * max(0, times), np.uint32)
    position = 0
    for _ in range(times):
        position = put(codes, position, s)
    return str_of(codes)


def join(separator, parts):
    size = 0
    for i in range(len(parts)):
        size += len(parts[i])
    if len(parts) > 1:
        size += len(separator) * (len(parts) - 1)
    codes = np.empty(size, np.uint32)
    position = 0
    for i in range(len(parts)):
        if i > 0:
            position = put(codes, position, separator)
        position = put(codes, position, parts[i])
    return str_of(codes)


def replace(s, old, new, limit):
    found = 0
    if len(s) == 0 and len(old) == 0 and limit < 0:
        # Numba joins two empty parts where Python has one.
        return new + new
    position = s.find(old)
    if len(old) == 0:
        found = len(s) + 1
    else:
        while position >= 0:
            found += 1
            position = s.find(old, position + len(old))
    if limit >= 0:
        found = min(found, limit)
    codes = np.empty(len(s) + found * (len(new) - len(old)), np.uint32)
    if len(old) == 0:
        return str_of(interleave(codes, s, new, found))
    target = 0
    source = 0
    for _ in range(found):
        position = s.find(old, source)
        target = put(codes, target, s[source:position])
        target = put(codes, target, new)
        source = position + len(old)
    put(codes, target, s[source:])
    return str_of(codes)


def interleave(codes, s, new, times):
    """`new` before each of the first characters, as replacing '' does."""
    target = 0
    for i in range(len(s) + 1):
        if i < times:
            target = put(codes, target, new)
        if i < len(s):
            target = put(codes, target, s[i : i + 1])
    return codes


def pad(s, left, right, fill):
    codes = np.empty(left + len(s) + right, np.uint32)
    code = codes_of(fill)[0]
    for i in range(left):
        codes[i] = code
    put(codes, left, s)
    for i in range(left + len(s), len(codes)):
        codes[i] = code
    return str_of(codes)


def ljust(s, width, fill):
    check_fill(fill)
    if width <= len(s):
        return s
    return pad(s, 0, width - len(s), fill)


def rjust(s, width, fill):
    check_fill(fill)
    if width <= len(s):
        return s
    return pad(s, width - len(s), 0, fill)


def center(s, width, fill):
    check_fill(fill)
    missing = width - len(s)
    if missing <= 0:
        return s
    left = missing // 2 + (missing & width & 1)
    return pad(s, left, missing - left, fill)


def check_fill(fill):
    if len(fill) != 1:
        raise ValueError("The fill character must be exactly one character long")


def zfill(s, width):
    missing = width - len(s)
    if missing <= 0:
        return s
    if len(s) > 0 and (s[0] == "+" or s[0] == "-"):
        return s[0:1] + pad(s[1:], missing, 0, "0")
    return pad(s, missing, 0, "0")


def expandtabs(s, tabsize):
    text = codes_of(s)
    size = 0
    column = 0
    for code in text:
        if code == 9:
            if tabsize > 0:
                width = tabsize - column % tabsize
                size += width
                column += width
        else:
            size += 1
            column += 1
            if code == 10 or code == 13:
                column = 0
    codes = np.empty(size, np.uint32)
    position = 0
    column = 0
    for code in text:
        if code == 9:
            if tabsize > 0:
                width = tabsize - column % tabsize
                for _ in range(width):
                    codes[position] = 32
                    position += 1
                column += width
        else:
            codes[position] = code
            position += 1
            column += 1
            if code == 10 or code == 13:
                column = 0
    return str_of(codes)


def of_units(units):
    """The text of code units that zeros fill up."""
    size = len(units)
    while size > 0 and units[size - 1] == 0:
        size -= 1
    codes = np.empty(size, np.uint32)
    for i in range(size):
        codes[i] = units[i]
    return str_of(codes)
