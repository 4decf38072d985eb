"""`match` over values and names, and what Numba refuses of it."""

import numpy as np


class Color:
    RED = 1


LIMIT = 4


def value(n):
    match n:
        case 1:
            return 10
        case 2 | 3:
            return 20
        case -4:
            return 25
        case _:
            return 30


def guard(n):
    match n:
        case k if k > 5:
            return k * 2
        case 1:
            return 10
    return 0


def guarded_value(n, m):
    match n:
        case 1 if m > 2:
            r = 1
        case 1 | 2 if m > 0:
            r = 2
        case _ if m < -5:
            r = 3
        case _:
            r = 4
    return r


def none(n):
    match n:
        case None:
            return 10
        case _:
            return 30


def none_or_value(flag, n):
    x = n if flag else None
    match x:
        case None:
            return 10
        case 3:
            return 20
    return 30


def bind(n):
    match n:
        case 1:
            r = 1
        case other:
            r = other * 2
    return r


def bound_as(n):
    match n:
        case 1 | 2 as k:
            return k
        case (3 as k):
            return k * 100
    return 0


def string(s):
    match s:
        case "a" | "b":
            return 1
        case "c" "d":
            return 2
    return 3


def truth(n):
    match n > 2:
        case True:
            return 1
        case False:
            return 2
    return 3


def number(x):
    match x:
        case 1.5:
            return 1
        case -2.0:
            return 2
        case 3:
            return 3
    return 4


def expression(n):
    match n % 4 + 1:
        case 1:
            return "one"
        case 2:
            return "two"
        case _:
            return "more"


def call(a):
    match len(a):
        case 0:
            return -1.0
        case 1:
            return a[0]
        case _:
            return a.sum()


def different_types(n):
    x = 0
    match n:
        case 1:
            x = n
        case 2:
            x = n + 0.5
    return x


def in_loop(a):
    s = 0
    for x in a:
        match x:
            case 0:
                continue
            case 3:
                break
            case k:
                s = s * 10 + k
    return s


def nested(n, m):
    match n:
        case 1:
            match m:
                case 1:
                    return 11
                case _:
                    return 12
        case 2:
            return 20
    return 0


def rebound(n):
    match n:
        case 1:
            n = 5
        case 5:
            n = 6
    return n


def falls_through(n):
    match n:
        case 1:
            return 2


def only_default(n):
    match n:
        case _:
            return n + 1


def first_name(n):
    match n + 1:
        case k:
            return k


def unknown_name(n):
    match n:
        case Color.RED:
            return 1
    return 0


def sequence(n, m):
    match (n, m):
        case (0, y):
            return y
        case (x, 0):
            return x
    return 0


def mapping(n):
    match n:
        case {"a": x}:
            return x
    return 0


def instance(n):
    match n:
        case int():
            return 1
    return 0


def string_of_number(n):
    match n:
        case "a":
            return 1
        case 1:
            return 2
    return 3


def array(a):
    match a:
        case 1:
            return 1
    return 0


CASES = {
    "value": [(1,), (3,), (-4,), (9,)],
    "guard": [(9,), (1,), (3,)],
    "guarded_value": [(1, 3), (1, 1), (2, 1), (7, -9), (7, 0), (1, -1)],
    "none": [(3,), (None,)],
    "none_or_value": [(True, 3), (True, 4), (False, 3)],
    "bind": [(1,), (4,)],
    "bound_as": [(2,), (3,), (5,)],
    "string": [("a",), ("cd",), ("x",)],
    "truth": [(1,), (3,)],
    "number": [(1.5,), (-2.0,), (3.0,), (0.0,)],
    "expression": [(4,), (1,), (2,)],
    "call": [(np.zeros(0),), (np.ones(1),), (np.ones(3),)],
    "different_types": [(1,), (2,), (3,)],
    "in_loop": [(np.array([1, 0, 2, 3, 4]),)],
    "nested": [(1, 1), (1, 2), (2, 2), (3, 3)],
    "rebound": [(1,), (5,), (7,)],
    "falls_through": [(1,), (3,)],
    "only_default": [(1,)],
    "first_name": [(1,)],
    "sequence": [(0, 3)],
    "mapping": [(1,)],
    "instance": [(1,)],
    "string_of_number": [(1,)],
    "array": [(np.ones(3),)],
}
