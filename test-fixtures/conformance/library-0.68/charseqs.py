"""Elements of arrays of strings and bytes."""

import numpy as np


def str_elem_upper(a):
    return a[0].upper()


def str_elem_len(a):
    return len(a[1])


def str_elem_eq(a):
    return a[0] == "abc"


def str_elem_find(a):
    return a[1].find("e")


def str_elem_startswith(a):
    return a[0].startswith("a")


def str_elem_strip(a):
    return a[0].strip()


def str_elem_to_str(a):
    return str(a[0])


def str_elem_concat(a):
    return str(a[0]) + "x"


def str_elem_split(a):
    return a[0].split("b")


def str_elem_isupper(a):
    return a[0].isupper()


def str_elem_hash_eq(a):
    return a[0] == a[1]


def str_elem_in(a):
    return "b" in str(a[0])


def bytes_elem(a):
    return a[0] == b"ab"


def bytes_elem_len(a):
    return len(a[0])


def bytes_elem_order(a):
    return a[0] < a[1], a[0] != b"ab", b"abc" >= a[0]


S = np.array(["abc", "defe"])
B = np.array([b"ab", b"cde"])

CASES = {
    "str_elem_upper": [(S,)],
    "str_elem_len": [(S,)],
    "str_elem_eq": [(S,)],
    "str_elem_find": [(S,)],
    "str_elem_startswith": [(S,)],
    "str_elem_strip": [(S,)],
    "str_elem_to_str": [(S,)],
    "str_elem_concat": [(S,)],
    "str_elem_split": [(S,)],
    "str_elem_isupper": [(S,)],
    "str_elem_hash_eq": [(S,)],
    "str_elem_in": [(S,)],
    "bytes_elem": [(B,)],
    "bytes_elem_len": [(B,)],
    "bytes_elem_order": [(B,)],
}
