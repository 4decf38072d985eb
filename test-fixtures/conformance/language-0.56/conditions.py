"""Tests that Numba decides or keeps, and errors in handlers."""

import numpy as np


def in_range(x, n):
    return x in range(n), x not in range(0, n, 2), x in range(n, 0, -3)


def none_and(x):
    return x is not None and x > 2


def none_or(x):
    return x is None or x > 2


def default_tuple(a, t=(1, 2.5)):
    return a + t[0] * t[1]


def raise_in_handler(n):
    try:
        if n > 2:
            raise ValueError("a")
        n += 1
    except Exception:
        raise TypeError("b")
    return n


def caught_further_out(n):
    try:
        try:
            if n > 2:
                raise ValueError("a")
        except Exception:
            raise TypeError("b")
    except Exception:
        return 7
    return n


def handler_fails(a, i):
    try:
        if i > 2:
            raise ValueError("a")
    except Exception:
        return a[0] // 0
    return a[0]


CASES = {
    "in_range": [(2, 4), (4, 4), (2.0, 4), (2.5, 4), (True, 4)],
    "none_and": [(3,), (1,), (None,), (2.5,)],
    "none_or": [(3,), (1,), (None,), (2.5,)],
    "default_tuple": [(3,), (3, (2, 3.5))],
    "raise_in_handler": [(1,), (3,)],
    "caught_further_out": [(1,), (3,)],
    "handler_fails": [(np.arange(3) + 5, 1), (np.arange(3) + 5, 3)],
}
