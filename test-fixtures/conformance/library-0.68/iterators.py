"""Iterators that are kept in variables, and np.nditer over numbers."""

import functools
from functools import reduce

import numpy as np


def iter_list(x):
    it = iter(x)
    a = next(it)
    b = next(it)
    return a - b


def iter_exhausted(x):
    it = iter(x)
    a = next(it)
    for v in it:
        a += 10 * v
    return a


def iter_array(x):
    it = iter(x)
    a = next(it)
    return a + next(it)


def iter_range(n):
    it = iter(range(n))
    next(it)
    return next(it)


def iter_tuple():
    it = iter((1, 2, 3))
    return next(it) + next(it)


def iter_str(s):
    it = iter(s)
    next(it)
    return next(it)


def iter_set(s):
    return next(iter(s))


def iter_enumerate(x):
    it = enumerate(x)
    next(it)
    return next(it)


def iter_zip(x):
    it = zip(x, x)
    return next(it)


def iter_raises(x):
    it = iter(x)
    try:
        while True:
            next(it)
    except Exception:
        return 1
    return 2


def next_default(x):
    return next(iter(x), 5)


def nditer_scalars(a, b):
    n = 0.0
    for x, y in np.nditer((a, b)):
        n += x.item() * y.item()
    return n


def nditer_scalar_only(a):
    n = 0.0
    for x in np.nditer(a):
        n += x.item()
    return n


def nditer_array(a):
    n = 0.0
    for x in np.nditer(a):
        n += x.item()
    return n


def sum_map(a):
    return sum(map(lambda v: v * 2, a))


def sum_generator(a):
    return sum(v * v for v in a)


def list_map(a):
    return list(map(math.sqrt, a))


def reduce_by_name(a):
    return reduce(lambda x, y: x + y, a, 0.0)


def reduce_by_attribute(a):
    return functools.reduce(lambda x, y: x + y, a, 0.0)


CASES = {
    "iter_list": [([1, 2, 3],)],
    "iter_exhausted": [([1, 2, 3],)],
    "iter_array": [(np.array([1.5, 2.5]),), (np.arange(6.0).reshape(2, 3),)],
    "iter_range": [(5,)],
    "iter_tuple": [()],
    "iter_str": [("abc",)],
    "iter_set": [({3},)],
    "iter_enumerate": [([1.0, 2.0],)],
    "iter_zip": [([1.0, 2.0],)],
    "iter_raises": [([1.0, 2.0],)],
    "next_default": [([1.0],)],
    "nditer_scalars": [(np.arange(3.0), 2.0), (2.0, np.arange(4.0).reshape(2, 2)), (2, 3.0)],
    "nditer_scalar_only": [(2.0,), (3,)],
    "nditer_array": [(np.arange(4.0),), (np.array(5.0),)],
    "sum_map": [(np.arange(4.0),), ([1, 2],)],
    "sum_generator": [(np.arange(4.0),)],
    "list_map": [(np.arange(4.0),)],
    "reduce_by_name": [(np.arange(3.0),)],
    "reduce_by_attribute": [(np.arange(3.0),)],
}
