"""Closures handed to closures, which Numba inlines together."""

import numpy as np
from numba import njit


@njit
def inc(x):
    return x + 1


@njit
def apply(f, x):
    return f(x)


def one(x, k):
    def f(y):
        return y * k

    def g(h, y):
        return h(y) + 1

    return g(f, x)


def immediate(x, k):
    def g(h, y):
        return h(y) + 1

    return g(lambda v: v * k, x)


def twice(n):
    def two(f, x):
        return f(f(x))

    return two(inc, n), two(lambda v: v * 3, n)


def two_functions(x, a, b):
    def compose(f, g, y):
        return f(g(y)) - a

    def add(y):
        return y + a

    def scale(y):
        return y * b

    return compose(add, scale, x) + 100 * compose(scale, add, x)


def deep(x, k):
    def outer(f, y):
        def inner(g, z):
            return g(z) + f(z)

        return inner(f, y)

    return outer(lambda v: v + k, x)


def integrate(a, b, n, w):
    def area(f, lo, hi, steps):
        total = 0.0
        h = (hi - lo) / steps
        for i in range(steps):
            total += f(lo + h * (i + 0.5))
        return total * h

    return area(lambda t: t * t * w, a, b, n)


def writes(a):
    def each(f):
        for i in range(a.size):
            f(i)

    def store(i):
        a[i] = i * 2.0

    each(store)
    return a


def types(x):
    def call(f, y):
        return f(y)

    return call(lambda v: v + 1, x), call(lambda v: v + 0.5, x), call(lambda v: (v, v), x)


def with_default(x):
    def f(y, k=3):
        return y * k

    def g(h, y):
        return h(y) + h(y)

    return g(f, x)


def assigned(x, k):
    f = lambda v: v - k

    def g(h, y):
        return h(y)

    k = 100
    return g(f, x)


def methods(x):
    def add(y):
        return y + 1

    def both(y):
        return add(add(y))

    return both(x) + (lambda v: add(v) * 2)(3)


def handed_to_jitted(x, k):
    def f(y):
        return y * k

    return apply(f, x)


def bound_method(a):
    total = a.sum
    top = a.max
    return total() + top()


def kept_append(n):
    out = [0.5]
    add = out.append
    for i in range(n):
        add(i * 1.0)
    return out


def kept_upper(s):
    up = s.upper
    return up() + s


CASES = {
    "one": [(2, 3), (2.5, 3)],
    "immediate": [(2, 3)],
    "twice": [(3,)],
    "two_functions": [(2, 3, 5)],
    "deep": [(2, 3)],
    "integrate": [(0.0, 1.0, 100, 3.0)],
    "writes": [(np.zeros(3),)],
    "types": [(3,)],
    "with_default": [(3,)],
    "assigned": [(3, 4)],
    "methods": [(3,)],
    "handed_to_jitted": [(3, 4)],
    "bound_method": [(np.arange(3.0),)],
    "kept_append": [(3,)],
    "kept_upper": [("a",)],
}
