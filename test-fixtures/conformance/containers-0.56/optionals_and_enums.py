import enum

import numpy as np
from numba import njit, types


class Color(enum.Enum):
    RED = 1
    GREEN = 2


class Shape(enum.IntEnum):
    CIRCLE = 1
    SQUARE = 5


class Mixed(enum.Enum):
    A = 1
    B = 2.5


def use_opt(x):
    y = None
    if x > 0:
        y = x
    return y + 1


def use_opt_checked(x):
    y = None
    if x > 0:
        y = x
    if y is not None:
        return y + 1
    return -1


def opt_array(a, x):
    y = None
    if x > 0:
        y = a
    return y


def opt_str(x):
    y = None
    if x > 0:
        y = "pos"
    return y


def opt_truth(x):
    y = None
    if x > 0:
        y = x
    if y:
        return 1
    return 0


def opt_loop(a):
    best = None
    for v in a:
        if best is None or v > best:
            best = v
    return best


@njit
def helper(v):
    if v is None:
        return 0
    return v * 2


def enum_value(c):
    return c.value


def enum_const():
    return Color.GREEN


def enum_global(n):
    if n == 1:
        x = Color.RED
    else:
        x = Color.GREEN
    return x == Color.RED


def enum_value_const():
    return Color.RED.value, Shape.SQUARE.value


def intenum(n):
    return Shape.SQUARE + n, Shape.CIRCLE * 2


def intenum_cmp(n):
    return n == Shape.SQUARE, n < Shape.SQUARE


def intenum_arg(s):
    return s + 1, s == Shape.CIRCLE, s == 1


def intenum_range():
    t = 0
    for i in range(Shape.SQUARE):
        t += i
    return t


def enum_getitem():
    return Color["RED"]


def enum_ret_arg(c):
    return c


def enum_dict(n):
    d = {Shape.CIRCLE: 1}
    return d[Shape.CIRCLE]


def enum_list():
    xs = [Color.RED, Color.GREEN]
    return xs[0] == Color.RED


CASES = {
    "use_opt": [(1,), (-1,)],
    "use_opt_checked": [(1,), (-1,)],
    "opt_array": [(np.arange(3.0), 1), (np.arange(3.0), -1)],
    "opt_str": [(1,), (-1,)],
    "opt_truth": [(1,), (-1,)],
    "opt_loop": [(np.array([1.5, 3.5, 2.5]),), (np.array([1.5])[:0],)],
    "enum_value": [(Color.RED,), (Shape.SQUARE,)],
    "enum_const": [()],
    "enum_global": [(1,), (2,)],
    "enum_value_const": [()],
    "intenum": [(3,), (1.5,)],
    "intenum_cmp": [(5,), (1,), (2.5,)],
    "intenum_arg": [(Shape.CIRCLE,)],
    "intenum_range": [()],
    "enum_getitem": [()],
    "enum_ret_arg": [(Color.RED,), (Shape.SQUARE,)],
    "enum_dict": [(1,)],
    "enum_list": [()],
}
