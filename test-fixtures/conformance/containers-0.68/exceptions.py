import numpy as np
from numba import njit


class MyError(Exception):
    pass


class ArgError(ValueError):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b


def raise_own(n):
    if n > 0:
        raise MyError("mine")
    return n


def raise_various(n):
    if n == 0:
        raise IndexError("i")
    if n == 1:
        raise KeyError("k")
    if n == 2:
        raise TypeError("t")
    if n == 3:
        raise ZeroDivisionError
    if n == 4:
        raise StopIteration
    if n == 5:
        raise RuntimeError("r")
    if n == 6:
        raise NotImplementedError()
    if n == 7:
        raise OverflowError("o")
    if n == 8:
        raise AssertionError("as")
    if n == 9:
        raise Exception("e")
    if n == 10:
        raise ArithmeticError
    if n == 11:
        raise AttributeError("at")
    return n


def try_exc(n):
    try:
        if n > 0:
            raise ValueError("x")
        r = 1
    except Exception:
        r = 2
    return r


def try_named(n):
    try:
        if n > 0:
            raise ValueError("x")
    except ValueError:
        return 2
    return 1


def try_as(n):
    try:
        raise ValueError("x")
    except Exception as e:
        return 2


def try_else(n):
    try:
        if n > 0:
            raise ValueError("x")
    except Exception:
        r = 2
    else:
        r = 3
    return r


def try_finally(n):
    r = 0
    try:
        r = 1
        if n > 0:
            r = 5
    finally:
        r += 10
    return r


def try_finally_raise(a, n):
    try:
        if n > 0:
            raise ValueError("x")
        a[0] = 1
    finally:
        a[1] = 2
    return 0


def try_except_finally(a, n):
    try:
        if n > 0:
            raise ValueError("x")
        a[0] = 1
    except Exception:
        a[2] = 3
    finally:
        a[1] = 2
    return 0


def try_return_finally(a, n):
    try:
        return n
    finally:
        a[0] = 7


def nested_try(n):
    r = 0
    try:
        try:
            if n > 0:
                raise ValueError("x")
        except Exception:
            r += 1
            raise IndexError("y")
    except Exception:
        r += 10
    return r


def reraise(n):
    try:
        if n > 0:
            raise ValueError("x")
    except Exception:
        raise
    return 0


def raise_from(n):
    try:
        raise ValueError("x")
    except Exception:
        raise IndexError("y") from None


def try_loop(n):
    c = 0
    for i in range(n):
        try:
            if i % 2 == 0:
                raise ValueError("x")
            c += 1
        except Exception:
            c += 10
    return c


def try_break(n):
    c = 0
    for i in range(n):
        try:
            if i == 3:
                break
            c += 1
        except Exception:
            c += 10
    return c


def catch_call(n):
    try:
        return callee(n)
    except Exception:
        return -1


@njit
def callee(n):
    if n > 0:
        raise ValueError("callee")
    return n


def catch_dict(d_key):
    d = {1: 2}
    try:
        return d[d_key]
    except Exception:
        return -1


def multi_except(n):
    try:
        raise ValueError("x")
    except ValueError:
        return 1
    except Exception:
        return 2


def raise_instance(n):
    e = ValueError("x")
    raise e


def list_mutated(xs, n):
    xs.append(n)
    if n > 2:
        raise ValueError("after")
    return 0


CASES = {
    "raise_own": [(1,), (0,)],
    "raise_various": [(i,) for i in range(13)],
    "try_exc": [(1,), (0,)],
    "try_named": [(1,), (0,)],
    "try_as": [(1,)],
    "try_else": [(1,), (0,)],
    "try_finally": [(1,), (0,)],
    "try_finally_raise": [(np.zeros(3), 1), (np.zeros(3), 0)],
    "try_except_finally": [(np.zeros(3), 1), (np.zeros(3), 0)],
    "try_return_finally": [(np.zeros(3), 1)],
    "nested_try": [(1,), (0,)],
    "reraise": [(1,), (0,)],
    "raise_from": [(1,)],
    "try_loop": [(5,)],
    "try_break": [(5,)],
    "catch_call": [(1,), (0,)],
    "catch_dict": [(1,), (3,)],
    "multi_except": [(1,)],
    "raise_instance": [(1,)],
    "list_mutated": [([1], 5), ([1], 1)],
}
