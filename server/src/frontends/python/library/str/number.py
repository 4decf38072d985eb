"""Numbers as text."""

import numpy as np

from jitsight import codes_of, str_of


def of_signed(n):
    if n == -9223372036854775808:
        # Numba counts the digits of the negated value, which has none here.
        raise MemoryError("Allocation failed (probably too large).")
    codes = np.empty(20, np.uint32)
    start = 20
    rest = n
    if n > 0:
        # Counting down from the negative value: it has room for -2**63.
        rest = -n
    while True:
        start -= 1
        codes[start] = 48 - rest % -10
        rest = -(rest // -10)
        if rest == 0:
            break
    if n < 0:
        start -= 1
        codes[start] = 45
    return str_of(codes[start:])


def of_unsigned(n):
    ten = np.uint64(10)
    codes = np.empty(20, np.uint32)
    start = 20
    rest = n
    while True:
        start -= 1
        codes[start] = 48 + np.int64(rest % ten)
        rest = rest // ten
        if rest == np.uint64(0):
            break
    return str_of(codes[start:])


def of_bool(b):
    if b:
        return "True"
    return "False"


def character(code):
    if code < 0 or code > 0x10FFFF:
        raise ValueError("chr() arg not in range(0x10ffff)")
    codes = np.empty(1, np.uint32)
    codes[0] = code
    return str_of(codes)


def code_point(s):
    if len(s) != 1:
        raise TypeError("ord() expected a character")
    return np.int64(codes_of(s)[0])
