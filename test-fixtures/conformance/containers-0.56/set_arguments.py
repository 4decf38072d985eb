import numpy as np
from numba import njit


def arg_len(s):
    return len(s)


def arg_add(s):
    s.add(100)
    s.discard(1)
    return len(s)


def arg_contains(s, v):
    return v in s, v not in s


def arg_ops(a, b):
    return a | b, a & b, a - b, a ^ b


def arg_methods(a, b):
    return a.union(b), a.intersection(b), a.difference(b), a.symmetric_difference(b)


def arg_compare(a, b):
    return a < b, a <= b, a > b, a >= b, a == b, a != b, a.issubset(b), a.issuperset(b), a.isdisjoint(b)


def arg_inplace(a, b):
    a |= b
    return len(a)


def arg_update(a, b):
    a.update(b)
    return len(a)


def pop(s):
    return s.pop()


def remove(s, v):
    s.remove(v)
    return len(s)


def of_tuples(n):
    s = set()
    for i in range(n):
        s.add((i % 3, i % 2))
    return s


def of_tuples_in(n):
    s = {(1, 2), (3, 4)}
    return (1, 2) in s, (n, n) in s


def comp(n):
    return {i % 3 for i in range(n)}


def mixed_bad():
    return {1, "a"}


def unhashable(a):
    return {a}


def isin_str(x):
    return x in {"a", "b"}


def big(n):
    s = set()
    for i in range(n):
        s.add(i * i % 101)
    t = 0
    for i in s:
        t = t * 3 + i
    return t


def floats(n):
    s = set()
    for i in range(n):
        s.add(i * 0.37)
    t = 0.0
    for x in s:
        t = t * 0.5 + x
    return t


CASES = {
    "arg_len": [({1, 2},), ({1.5},), ({"a"},), ({(1, 2)},)],
    "arg_add": [({1, 2},)],
    "arg_contains": [({1, 2}, 1), ({1, 2}, 3), ({"a", "b"}, "a"), ({(1, 2)}, (1, 2))],
    "arg_ops": [({1, 2, 3}, {2, 3, 4})],
    "arg_methods": [({1, 2, 3}, {2, 3, 4})],
    "arg_compare": [({1, 2}, {1, 2, 3}), ({1}, {1}), ({1}, {2})],
    "arg_inplace": [({1, 2, 3}, {2, 3, 4})],
    "arg_update": [({1, 2, 3}, {2, 3, 4}), ({1, 2}, [5, 6]), ({1, 2}, (7, 8))],
    "pop": [({5},)],
    "remove": [({5, 6}, 5), ({5, 6}, 7)],
    "of_tuples": [(7,)],
    "of_tuples_in": [(3,)],
    "comp": [(7,)],
    "mixed_bad": [()],
    "unhashable": [(np.ones(2),)],
    "isin_str": [("a",), ("z",)],
    "big": [(300,)],
    "floats": [(50,)],
}
