"""Lists, dictionaries, sets, tuples"""

import numpy as np
from numba import literal_unroll, njit, types
from numba.typed import Dict, List


def table():
    d = Dict.empty(types.int64, types.float64)
    d[1] = 1.5
    return d


def list_literal_append_len_index(n):
    """list literal, append, len, index"""
    xs = [n, 5, 1]
    xs.append(4)
    return len(xs), xs[0], xs[-1]


def list_extend(n):
    """list.extend"""
    xs = [n, 5, 1]
    xs.extend([7, 8])
    return xs


def list_insert(n):
    """list.insert"""
    xs = [n, 5, 1]
    xs.insert(1, 9)
    return xs


def list_pop(n):
    """list.pop"""
    xs = [n, 5, 1]
    y = xs.pop()
    return y, xs


def list_remove(n):
    """list.remove"""
    xs = [n, 5, 1]
    xs.remove(5)
    return xs


def list_reverse(n):
    """list.reverse"""
    xs = [n, 5, 1]
    xs.reverse()
    return xs


def list_sort(n):
    """list.sort"""
    xs = [n, 5, 1]
    xs.sort()
    return xs


def list_index(n):
    """list.index"""
    xs = [n, 5, 1]
    return xs.index(5)


def list_count(n):
    """list.count"""
    xs = [n, 5, 1]
    return xs.count(5)


def list_clear(n):
    """list.clear"""
    xs = [n, 5, 1]
    xs.clear()
    return xs


def list_copy(n):
    """list.copy"""
    xs = [n, 5, 1]
    return xs.copy()


def list_slice_and_slice_assignment(n):
    """list slice and slice assignment"""
    xs = [n, 5, 1]
    xs[1:] = [2, 2, 2]
    return xs[::2]


def del_list_i(n):
    """del list[i]"""
    xs = [n, 5, 1]
    del xs[0]
    return xs


def x_in_list(n):
    """x in list"""
    xs = [n, 5, 1]
    return 5 in xs


def list_list_list_int(n):
    """list + list, list * int"""
    xs = [n, 5, 1]
    return xs + xs * 2


def list_comparison(n):
    """list comparison"""
    xs = [n, 5, 1]
    return xs == [3, 5, 1], xs < [4]


def list_comprehension(n):
    """list comprehension"""
    return [i * i for i in range(n) if i % 2]


def nested_list_comprehension(n):
    """nested list comprehension"""
    return [[i * j for j in range(3)] for i in range(n)]


def array_comprehension(n):
    """array comprehension"""
    return np.array([[i * j for j in range(3)] for i in range(n)])


def list_of_arrays(n):
    """list of arrays"""
    xs = []
    for i in range(n):
        xs.append(np.arange(i))
    return xs


def reflected_list_argument(xs):
    """reflected list argument"""
    xs.append(9)
    return sum(xs)


def literal_list_of_mixed_types(n):
    """literal list of mixed types"""
    c = [n, 'a', 2.5]
    return len(c)


def typed_list(n):
    """typed.List"""
    xs = List()
    for i in range(n):
        xs.append(i * 1.5)
    return xs[1] + len(xs)


def typed_list_argument(xs):
    """typed.List argument"""
    xs.append(9.5)
    return xs[0] + xs[-1]


def nested_typed_list(n):
    """nested typed.List"""
    xs = List()
    for i in range(n):
        ys = List()
        ys.append(i)
        xs.append(ys)
    return xs[1][0]


def typed_dict(n):
    """typed.Dict"""
    d = Dict.empty(types.int64, types.float64)
    d[n] = 2.5
    return d[n]


def typed_dict_argument(d):
    """typed.Dict argument"""
    d[5] = 2.0
    return len(d), d[1]


def dict_literal(n):
    """dict literal"""
    d = {'a': n, 'b': 2}
    return d['a'] + len(d)


def dict_(n):
    """dict()"""
    d = dict()
    for i in range(n):
        d[i] = i * i
    return d[2]


def dict_comprehension(n):
    """dict comprehension"""
    d = {i: i * i for i in range(n)}
    return d[2]


def literal_dict_of_mixed_values(n):
    """literal dict of mixed values"""
    d = {'a': n, 'b': 2.5}
    return d['a'] + d['b']


def dict_get(n):
    """dict.get"""
    d = {1: 10.5, 2: n}
    return d.get(1), d.get(9, 0.5)


def dict_pop(n):
    """dict.pop"""
    d = {1: 10.5, 2: n}
    x = d.pop(1)
    return x, len(d)


def dict_setdefault(n):
    """dict.setdefault"""
    d = {1: 10.5, 2: n}
    x = d.setdefault(5, 4.5)
    return x, len(d)


def dict_update(n):
    """dict.update"""
    d = {1: 10.5, 2: n}
    d.update({7: 1.5})
    return d[7]


def dict_keys(n):
    """dict.keys"""
    d = {1: 10.5, 2: n}
    total = 0
    for k in d.keys():
        total += k
    return total


def dict_values(n):
    """dict.values"""
    d = {1: 10.5, 2: n}
    total = 0.0
    for v in d.values():
        total += v
    return total


def dict_items(n):
    """dict.items"""
    d = {1: 10.5, 2: n}
    total = 0.0
    for k, v in d.items():
        total += k * v
    return total


def dict_copy(n):
    """dict.copy"""
    d = {1: 10.5, 2: n}
    return len(d.copy())


def dict_clear(n):
    """dict.clear"""
    d = {1: 10.5, 2: n}
    d.clear()
    return len(d)


def dict_popitem(n):
    """dict.popitem"""
    d = {1: 10.5, 2: n}
    k, v = d.popitem()
    return k


def key_in_dict_del_dict_key_iteration(n):
    """key in dict, del dict[key], iteration"""
    d = {1: 10.5, 2: n}
    del d[1]
    total = 0
    for k in d:
        total += k
    return 2 in d, 1 in d, total


def set_add(n):
    """set.add"""
    s = {n, 5, 1}
    s.add(9)
    return sorted(s)


def set_clear(n):
    """set.clear"""
    s = {n, 5, 1}
    s.clear()
    return len(s)


def set_copy(n):
    """set.copy"""
    s = {n, 5, 1}
    return sorted(s.copy())


def set_difference(n):
    """set.difference"""
    s = {n, 5, 1}
    return sorted(s.difference({n}))


def set_discard(n):
    """set.discard"""
    s = {n, 5, 1}
    s.discard(1)
    return sorted(s)


def set_intersection(n):
    """set.intersection"""
    s = {n, 5, 1}
    return sorted(s.intersection({n, 5}))


def set_isdisjoint(n):
    """set.isdisjoint"""
    s = {n, 5, 1}
    return s.isdisjoint({n})


def set_issubset(n):
    """set.issubset"""
    s = {n, 5, 1}
    return s.issubset({n, 5, 1, 7})


def set_issuperset(n):
    """set.issuperset"""
    s = {n, 5, 1}
    return s.issuperset({n})


def set_pop(n):
    """set.pop"""
    s = {n, 5, 1}
    x = s.pop()
    return len(s)


def set_remove(n):
    """set.remove"""
    s = {n, 5, 1}
    s.remove(1)
    return sorted(s)


def set_symmetric_difference(n):
    """set.symmetric_difference"""
    s = {n, 5, 1}
    return sorted(s.symmetric_difference({1, 8}))


def set_union(n):
    """set.union"""
    s = {n, 5, 1}
    return sorted(s.union({n + 5}))


def set_update(n):
    """set.update"""
    s = {n, 5, 1}
    s.update({8, 9})
    return sorted(s)


def set_intersection_update(n):
    """set.intersection_update"""
    s = {n, 5, 1}
    s.intersection_update({1, 5})
    return sorted(s)


def set_difference_update(n):
    """set.difference_update"""
    s = {n, 5, 1}
    s.difference_update({n})
    return sorted(s)


def set_symmetric_difference_update(n):
    """set.symmetric_difference_update"""
    s = {n, 5, 1}
    s.symmetric_difference_update({1, 8})
    return sorted(s)


def set_operators(n):
    """set operators"""
    s = {n, 5, 1}
    t = {n, 8}
    return sorted(s | t), sorted(s & t), sorted(s - t), sorted(s ^ t), s <= t, 5 in s


def set_argument(s):
    """set argument"""
    s.add(7)
    return len(s)


def set_iterable(a):
    """set(iterable)"""
    return len(set(a))


def tuple_construction_and_unpacking(n):
    """tuple construction and unpacking"""
    t = (n, n + 1)
    a, b = t
    return b, a


def tuple_comparison(n):
    """tuple comparison"""
    return (n, 2) < (3, 1), (n, 2) == (3, 2)


def tuple_iteration_and_index(t):
    """tuple iteration and index"""
    total = 0
    for i in range(len(t)):
        total += t[i]
    for x in t:
        total += x
    return total


def tuple_tuple(t):
    """tuple + tuple"""
    return t + (9, 2.5)


def tuple_slice(t):
    """tuple slice"""
    return t[1:]


def tuple_index(t):
    """tuple.index"""
    return t.index(2)


def heterogeneous_tuple_constant_index(t):
    """heterogeneous tuple, constant index"""
    return t[0] + t[1]


def literal_unroll_2(n):
    """literal_unroll"""
    total = 0
    for x in literal_unroll((1, 2.5, 'ab')):
        total += 1
    return total + n


def none_identity_test(x):
    """None: identity test"""
    if x is None:
        return 1
    return 2


CASES = {
    "list_literal_append_len_index": [(3,)],
    "list_extend": [(3,)],
    "list_insert": [(3,)],
    "list_pop": [(3,)],
    "list_remove": [(3,)],
    "list_reverse": [(3,)],
    "list_sort": [(3,)],
    "list_index": [(3,)],
    "list_count": [(3,)],
    "list_clear": [(3,)],
    "list_copy": [(3,)],
    "list_slice_and_slice_assignment": [(3,)],
    "del_list_i": [(3,)],
    "x_in_list": [(3,)],
    "list_list_list_int": [(3,)],
    "list_comparison": [(3,)],
    "list_comprehension": [(6,)],
    "nested_list_comprehension": [(3,)],
    "array_comprehension": [(3,)],
    "list_of_arrays": [(3,)],
    "reflected_list_argument": [([1, 2, 3],)],
    "literal_list_of_mixed_types": [(1,)],
    "typed_list": [(3,)],
    "typed_list_argument": [(List([1.5, 2.5]),)],
    "nested_typed_list": [(3,)],
    "typed_dict": [(3,)],
    "typed_dict_argument": [(table(),)],
    "dict_literal": [(3,)],
    "dict_": [(3,)],
    "dict_comprehension": [(3,)],
    "literal_dict_of_mixed_values": [(3,)],
    "dict_get": [(3.0,)],
    "dict_pop": [(3.0,)],
    "dict_setdefault": [(3.0,)],
    "dict_update": [(3.0,)],
    "dict_keys": [(3.0,)],
    "dict_values": [(3.0,)],
    "dict_items": [(3.0,)],
    "dict_copy": [(3.0,)],
    "dict_clear": [(3.0,)],
    "dict_popitem": [(3.0,)],
    "key_in_dict_del_dict_key_iteration": [(3.0,)],
    "set_add": [(3,)],
    "set_clear": [(3,)],
    "set_copy": [(3,)],
    "set_difference": [(3,)],
    "set_discard": [(3,)],
    "set_intersection": [(3,)],
    "set_isdisjoint": [(3,)],
    "set_issubset": [(3,)],
    "set_issuperset": [(3,)],
    "set_pop": [(3,)],
    "set_remove": [(3,)],
    "set_symmetric_difference": [(3,)],
    "set_union": [(3,)],
    "set_update": [(3,)],
    "set_intersection_update": [(3,)],
    "set_difference_update": [(3,)],
    "set_symmetric_difference_update": [(3,)],
    "set_operators": [(3,)],
    "set_argument": [({1, 2},)],
    "set_iterable": [(np.array([3, 1, 2, 3, 1]),)],
    "tuple_construction_and_unpacking": [(3,)],
    "tuple_comparison": [(3,)],
    "tuple_iteration_and_index": [((1, 2, 3),)],
    "tuple_tuple": [((1, 2, 3),)],
    "tuple_slice": [((1, 2, 3),)],
    "tuple_index": [((1, 2, 3),)],
    "heterogeneous_tuple_constant_index": [((1, 2.5),)],
    "literal_unroll_2": [(3,)],
    "none_identity_test": [(None,), (3,)],
}
