"""Generators kept in variables, passed on, stepped through, left before their end."""

import numpy as np
from numba import njit


@njit
def count(n):
    for i in range(n):
        yield i * 2


@njit
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


@njit
def rows(a):
    for i in range(a.shape[0]):
        row = a[i] * 2.0
        yield row
        row = row + 1.0
        yield row


@njit
def everywhere(n, down):
    total = 0
    yield total
    for i in range(n, 0, -2) if down else range(0, n, 3):
        if i % 2 == 0:
            yield i
            total += i
        elif i > 5:
            for j in range(i, i + 3):
                if j % 4 == 3:
                    continue
                yield -j
                if j > 8:
                    break
            else:
                yield 1000 + i
        while total > 7:
            total -= 5
            yield total * 10
    if total > 3:
        yield 1
    else:
        yield 2
        return
    yield 3


@njit
def finished(a):
    try:
        yield 1
        yield 2
    finally:
        a[0] = 5.0


@njit
def raising(n):
    yield n
    if n > 2:
        raise ValueError("too big")
    yield n + 1


@njit
def tree(n):
    if n > 0:
        for x in tree(n - 1):
            yield x
        yield n
        for x in tree(n - 1):
            yield x


@njit
def wrap(g, k):
    for x in g:
        yield x * k


@njit
def take(g, n):
    s = 0
    for _ in range(n):
        s = s * 3 + next(g)
    return s


@njit
def make(n):
    return count(n + 1)


def keep(n):
    g = count(n)
    a = next(g)
    b = next(g)
    return a * 10 + b


def exhausted(n):
    g = count(n)
    next(g)
    return next(g)


def caught(n):
    g = count(n)
    s = 0
    try:
        while True:
            s += next(g)
    except Exception:
        s += 100
    return s


def keep_then_for(n):
    g = count(n)
    first = next(g)
    s = 0
    for x in g:
        s += x
    return first, s


def for_twice(n):
    g = count(n)
    s = 0
    for x in g:
        s += x
        if s > 5:
            break
    for x in g:
        s += 100 * x
    return s


def zipped(n):
    s = 0
    for a, b in zip(count(n), fib()):
        s += a * b
    return s


def enumerated(n):
    g = fib()
    s = 0
    for i, x in enumerate(g, 3):
        if i > n:
            break
        s += i * x
    return s + next(g)


def passed(n):
    g = fib()
    return take(g, n), take(g, n), take(count(9), n)


def wrapped(n):
    s = 0
    for x in wrap(wrap(count(n), 3), 5):
        s = s * 7 + x
    return s


def returned(n):
    s = 0
    for x in make(n):
        s += x
    return s


def given_back(n):
    return count(n)


def alternating(n):
    a = count(n)
    b = count(n + 2)
    s = 0
    for x in a:
        s += x * 10 + next(b)
    return s


def same_twice(n):
    a = fib()
    b = a
    return next(a), next(b), next(a)


def in_tuple(n):
    t = (count(n), fib())
    next(t[1])
    return next(t[0]) + next(t[1]) + next(t[1])


def in_list(n):
    gs = [count(n), count(n + 1)]
    s = 0
    for g in gs:
        for x in g:
            s += x
    return s


def in_comprehension(n):
    g = count(n)
    next(g)
    return [x + 1 for x in g]


def largest(n):
    g = count(n)
    return max(g)


def as_list(n):
    g = everywhere(n, False)
    next(g)
    return list(g)


def all_ways(n, down):
    g = everywhere(n, down)
    out = [next(g)]
    for x in g:
        out.append(x)
    return out


def abandoned(a):
    g = rows(a)
    first = next(g)
    second = next(g)
    return first.sum() + 10.0 * second.sum()


def finally_left(a):
    g = finished(a)
    return next(g), a[0]


def finally_run(a):
    g = finished(a)
    s = 0
    for x in g:
        s += x
    return s, a[0]


def raised(n):
    g = raising(n)
    s = next(g)
    s += next(g)
    return s


def after_raise(n):
    g = raising(n)
    s = next(g)
    try:
        s += next(g)
    except Exception:
        s += 50
    for x in g:
        s += 1000
    return s


def recursive(n):
    g = tree(n)
    s = 0
    for x in g:
        s = s * 3 + x
    return s


def reassigned(n):
    g = count(n)
    s = next(g)
    g = count(n)
    for x in g:
        s += x
    return s


def chosen(n):
    if n > 3:
        g = count(n)
    else:
        g = count(n + 1)
    s = 0
    for x in g:
        s += x
    return s


def one_literal(n):
    if n > 3:
        g = count(n)
    else:
        g = count(2)
    return next(g)


def summed(n):
    g = count(n)
    return sum(g)


def truth(n):
    g = count(n)
    if g:
        return 1
    return 0


def with_default(n):
    g = count(n)
    return next(g, 5)


def sent(n):
    g = count(n)
    return g.send(3)


def array_of(n):
    g = count(n)
    return np.array(list(g))


def in_while(n):
    g = fib()
    x = next(g)
    while x < n:
        x = next(g)
    return x


CASES = {
    "keep": [(4,)],
    "exhausted": [(4,), (1,), (0,)],
    "caught": [(4,)],
    "keep_then_for": [(4,), (1,)],
    "for_twice": [(6,), (2,)],
    "zipped": [(6,)],
    "enumerated": [(9,)],
    "passed": [(4,)],
    "wrapped": [(4,)],
    "returned": [(4,)],
    "given_back": [(4,), (0,)],
    "alternating": [(4,)],
    "same_twice": [(4,)],
    "in_tuple": [(4,)],
    "in_list": [(4,)],
    "in_comprehension": [(4,)],
    "largest": [(4,)],
    "as_list": [(20,)],
    "all_ways": [(20, False), (21, True), (0, True), (5, False)],
    "abandoned": [(np.arange(6.0).reshape(2, 3),)],
    "finally_left": [(np.zeros(2),)],
    "finally_run": [(np.zeros(2),)],
    "raised": [(1,), (3,)],
    "after_raise": [(1,), (3,)],
    "recursive": [(3,)],
    "reassigned": [(4,)],
    "chosen": [(4,), (1,)],
    "one_literal": [(4,)],
    "summed": [(4,)],
    "truth": [(4,)],
    "with_default": [(4,)],
    "sent": [(4,)],
    "array_of": [(4,)],
    "in_while": [(50,)],
}
