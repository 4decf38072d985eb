import numpy as np
from numba import njit


def item(b, i):
    return b[i]


def length(b):
    return len(b)


def total(b):
    s = 0
    for x in b:
        s += x
    return s


def const():
    return b"abc"


def const_item():
    return b"abc"[1]


def set_item(b):
    b[0] = 65
    return b[1]


def slc(b):
    return b[1:3]


def slice_len(b):
    return len(b[1:])


def ret(b):
    return b


def as_array(b):
    return np.frombuffer(b, dtype=np.uint8)


def contains(b):
    return 97 in b


def hexes(b):
    return b.hex()


def truth(b):
    if b:
        return 1
    return 0


def global_bytes(i):
    return G[i]


def sum_enum(b):
    s = 0
    for i, x in enumerate(b):
        s += i * x
    return s


G = b"xyz"
CASES = {
    "item": [(b"abc", 1), (b"abc", -1), (bytearray(b"abc"), 0)],
    "length": [(b"abc",), (bytearray(b"ab"),), (b"",)],
    "total": [(b"abc",), (bytearray(b"ab"),)],
    "const": [()],
    "const_item": [()],
    "set_item": [(bytearray(b"abc"),), (b"abc",)],
    "slc": [(b"abcd",), (bytearray(b"abcd"),)],
    "slice_len": [(b"abcd",)],
    "ret": [(b"abc",), (bytearray(b"abc"),)],
    "as_array": [(b"abc",), (bytearray(b"abc"),)],
    "contains": [(b"abc",)],
    "hexes": [(b"abc",)],
    "truth": [(b"abc",)],
    "global_bytes": [(1,)],
    "sum_enum": [(b"abc",)],
}
