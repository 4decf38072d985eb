"""Lists and sets of several types."""

import numpy as np


def lists_of_two_types_in_a_list(n):
    return [[1], [2.5]]


def two_list_types_meet(n):
    if n:
        x = [1]
    else:
        x = [2.5]
    return x


def list_reassigned(n):
    x = [1]
    if n:
        x = [2.5]
    return len(x)


def returns_two_list_types(n):
    if n:
        return [1]
    return [2.5]


def tuple_of_two_list_types(n):
    return ([1], [2.5])


def append_other_list(n):
    l = [[1]]
    l.append([2.5])
    return l


def two_set_types_meet(n):
    s = {1}
    if n:
        s = {2.5}
    return len(s)


def array_of_mixed_rows(n):
    return np.array([[1, 2], [3, 2.5]])


def tuples_unify(n):
    return [(1, 2), (3, 2.5)]


def array_of_mixed_tuples(n):
    return np.array([(1, 2), (3, 2.5)])


def lists_of_one_type(n):
    return [[1],[n]], [np.ones(2), np.zeros(2)[::2]]


def inner_lists_of_two_types(n):
    return [[1.5], [0]*3]


def list_reassigned_in_loop(n):
    x = [0]*3
    for i in range(3):
        x = [j*0.5 for j in x]
    return x


def returns_mixed_list(n):
    return [n, "a"]


def returns_mixed_list_in_tuple(n):
    return (1, [n, "a"])


def indexes_mixed_list(n):
    return [n, "a"][0]


def reads_mixed_list(n):
    x = [n, "a"]
    return x[1]


CASES = {
    "lists_of_two_types_in_a_list": [(3,)],
    "two_list_types_meet": [(3,)],
    "list_reassigned": [(3,)],
    "returns_two_list_types": [(3,)],
    "tuple_of_two_list_types": [(3,)],
    "append_other_list": [(3,)],
    "two_set_types_meet": [(3,)],
    "array_of_mixed_rows": [(3,)],
    "tuples_unify": [(3,)],
    "array_of_mixed_tuples": [(3,)],
    "lists_of_one_type": [(3,)],
    "inner_lists_of_two_types": [(3,)],
    "list_reassigned_in_loop": [(3,)],
    "returns_mixed_list": [(3,)],
    "returns_mixed_list_in_tuple": [(3,)],
    "indexes_mixed_list": [(3,)],
    "reads_mixed_list": [(3,)],
}
