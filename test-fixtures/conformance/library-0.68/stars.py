"""Displays that take in other containers with stars."""

import numpy as np


def list_of_array(x):
    return [*x]


def list_with_leading(x):
    return [1, *x]


def list_around(x):
    return [1.0, *x, 2.0]


def list_of_range(n):
    return [*range(n), n]


def list_of_tuple(t):
    return [*t, 2.5]


def list_of_text(s):
    return [*s]


def list_of_lists(x):
    return [*x, *x]


def list_of_set(s):
    return [*s]


def list_of_pairs(x):
    return [*zip(x, x)]


def complex_list(x):
    return [*x, 1j]


def set_of_array(x):
    return {*x}


def set_with_number(x):
    return {1.0, *x}


def dict_before(x):
    d = {"a": x}
    e = {**d, "b": 2 * x}
    return e["a"] + e["b"]


def dict_after(x):
    d = {1: x}
    return {3: 4.0, **d, 5: 0.5}


def text_and_number(x):
    return [*x, "a"]


CASES = {
    "list_of_array": [(np.arange(3.0),), (np.arange(2),)],
    "list_with_leading": [(np.arange(3.0),)],
    "list_around": [([0.5, 1.5],)],
    "list_of_range": [(3,)],
    "list_of_tuple": [((1, 2),), ((1, 2.0),)],
    "list_of_text": [("abc",)],
    "list_of_lists": [([1, 2],)],
    "list_of_set": [({1, 2},)],
    "list_of_pairs": [(np.arange(2.0),)],
    "complex_list": [(np.arange(2.0),)],
    "set_of_array": [(np.array([1.0, 1.0, 2.0]),)],
    "set_with_number": [(np.array([1.0, 1.0, 2.0]),)],
    "dict_before": [(3,)],
    "dict_after": [(3.5,)],
    "text_and_number": [(np.arange(2.0),)],
}
