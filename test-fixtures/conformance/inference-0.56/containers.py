import numpy as np


def displays(n):
    a = [1, 2, 3]
    b = [1.0, 2]
    c = {"a": 1}
    d = {1: 2.0, 2: 3}
    e = (1, 2.0)
    g = {1, 2}
    h = [n]
    k = []
    k.append(n)
    return a[0] + b[0] + c["a"] + d[1] + e[1] + len(g) + h[0] + k[0]


def appended(n):
    xs = []
    for i in range(n):
        xs.append(i * 1.5)
    return xs


def widened_list(n):
    xs = [1, 2]
    xs[0] = 1.5
    xs.append(2.5)
    return xs


def empty_on_both_paths(n):
    if n > 2:
        xs = []
    else:
        xs = []
    xs.append(n)
    return xs


def never_filled(n):
    xs = []
    return n


def never_filled_second(n):
    ys = []
    ys.append(1)
    xs = list()
    return n


def iterated_empty(n):
    xs = []
    for x in xs:
        n += x
    return n


def mixed_list(n):
    xs = [1, "two", 3.0]
    return xs[1]


def mixed_list_iterated(n):
    xs = [1, "two", 3.0]
    for x in xs:
        print(x)
    return n


def comprehension(n):
    xs = [i * 2 for i in range(n)]
    ys = [j + 0.5 for j in xs if j > 1]
    return ys


def nested_comprehension(n):
    return [[i * j for i in range(n)] for j in range(n)]


def double_comprehension(n):
    return [i * j * 0.5 for i in range(n) for j in range(i)]


def set_comprehension(n):
    return len({i % 3 for i in range(n)})


def comprehension_failure(n):
    xs = [x.foo for x in range(n)]
    return n.bar


def lists_of_lists(n):
    rows = [[0.0] * n for _ in range(n)]
    rows[0][0] = 1.5
    return rows[0][0]


def list_branches(n):
    if n > 2:
        a = [1, 2, 3]
    else:
        a = [1]
    return a


def list_and_number(n):
    if n > 2:
        a = [1, 2, 3]
    else:
        a = 1
    return a


def tuple_item(n):
    a = (1, 2.5)
    i = 0
    return a[i], a[1], a[-1]


def tuple_variable_item(n):
    a = (1, 2.5)
    return a[n]


def uniform_tuple_item(n):
    a = (1, 2, 3, 4, 5)
    return a[n]


def tuple_slices(n):
    a = (1, 2.5, n)
    return a[1:], a[:-1], a[::-1]


def tuple_out_of_range(n):
    a = (1, 2.5)
    return a[3]


def tuple_concatenated(n):
    t = (1, 2.5) + (n,)
    return t


def tuple_in_place(n):
    t = (1,)
    t += (2,)
    return t


def tuple_growing(n):
    t = (1,)
    for i in range(n):
        t = t + (i,)
    return t


def unpack_list(n):
    x, y = [1, 2]
    u, v = np.zeros(2)
    return x + y + u + v


def unpack_wrong(n):
    x, y, z = 1, 2
    return x


def unpack_number(n):
    a, b = n
    return a


def unpack_starred(n):
    a, *b = (1, 2, 3)
    return b


def iterate_tuple(n):
    s = 0
    for x in (1, 2, 3):
        s += x
    return s


def iterate_mixed_tuple(n):
    t = (1, 2.5)
    for x in t:
        n += x
    return n


def iterate_number(n):
    for i in n:
        return i
    return 3


def enumerate_and_zip(n):
    a = 0
    for i, x in enumerate([1.5, 2]):
        a += x
    for p, q in zip((1, 2), (2.5, 3.5)):
        a += q
    return a, i, p


def index_number(n):
    return n[0]


def store_in_number(n):
    n[0] = 1


def dict_by_store(n):
    d = {}
    d[n] = 1.5
    return d[n]


def dict_empty(n):
    d = {}
    e = dict()
    d[n] = 1
    return n


def dict_clash(n):
    d = {}
    d[n] = 1
    d[n + 1] = "a"
    return d


def set_built(n):
    s = set()
    s.add(n)
    return len(s)


def membership(n):
    return n in (1, 2, 3), n not in [1, 2], n in {4}


def deleted_item(n):
    xs = [1, 2, 3]
    del xs[0]
    return xs


def strings(n):
    s = "abc"
    t = s + "d"
    u = s * n
    return t[0], len(u), s.upper()


def formatted(n):
    return f"{n} and {n + 1}"


def print_things(n):
    print(n, "hello", 2.5)
    return n


CASES = {
    name: [(4,)]
    for name in (
        "displays appended widened_list empty_on_both_paths never_filled never_filled_second iterated_empty "
        "mixed_list mixed_list_iterated comprehension nested_comprehension double_comprehension "
        "set_comprehension comprehension_failure lists_of_lists list_branches list_and_number tuple_item "
        "tuple_variable_item uniform_tuple_item tuple_slices tuple_out_of_range tuple_concatenated "
        "tuple_in_place tuple_growing unpack_list unpack_wrong unpack_number unpack_starred iterate_tuple "
        "iterate_mixed_tuple iterate_number enumerate_and_zip index_number store_in_number dict_by_store "
        "dict_empty dict_clash set_built membership deleted_item strings formatted print_things"
    ).split()
}
NO_VALUES = {"set_built"}
