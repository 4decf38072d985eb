import numpy as np


def shape(a):
    n = a.shape[0]
    m = a.size
    return n + m + a.ndim


def dimension_pruned(a):
    if a.ndim == 1:
        return a[0]
    return a


def summed(a):
    s = 0
    for x in a:
        s += x
    return s


def indexed(a):
    s = 0.0
    for i in range(len(a)):
        s += a[i]
    return s


def written(a):
    for i in range(a.shape[0]):
        a[i] = i
    return a


def written_text(a):
    a[0] = "a"


def attribute_written(a):
    x = 1
    a.foo = x


def slices(a):
    b = a[1:]
    c = a[::2]
    return b[0] + c[0]


def in_place(a):
    a += 1.5
    return a


def elementwise(a):
    b = a * 2 + 1
    return b


def missing_method(a):
    x = 1
    return a.foo()


def unknown_method_attribute(a):
    b = a.nope
    return b


def truth(a):
    if a.sum() > 2:
        return 1
    return 2


def zero_or_array(a):
    if a.size == 0:
        return 0
    return a * 2.0


def rebound(a):
    a = a * 2
    a = a.sum()
    return a


def rebound_in_loop(a):
    x = a
    for i in range(3):
        x = x[1:]
    return x


def layouts(a):
    if a.size > 2:
        b = a
    else:
        b = a[::2]
    return b


def allocated(a):
    b = np.zeros(a.shape[0])
    c = np.empty_like(a)
    for i in range(a.shape[0]):
        b[i] = a[i]
        c[i] = b[i] * 0.5
    return b


def int_size(a):
    return np.zeros(2.5)


def tuple_of_arrays(a):
    pair = (a, a * 2)
    x, y = pair
    return x[0] + y[0]


def list_of_arrays(a):
    xs = [a, a * 2.0]
    return xs[1]


def comprehension(a):
    return np.array([x * 2 for x in a])


def two_masks(a, m, n):
    return a[m, n]


def stored_two_masks(a, m, n):
    a[m, n] = 1.0
    return a


CASES = {
    name: [(np.arange(4.0),)]
    for name in (
        "shape dimension_pruned summed indexed written written_text attribute_written slices in_place "
        "elementwise missing_method unknown_method_attribute truth zero_or_array rebound rebound_in_loop "
        "layouts allocated int_size tuple_of_arrays list_of_arrays comprehension"
    ).split()
}
CASES["dimension_pruned"].append((np.ones((2, 2)),))
CASES["in_place"].append((np.arange(4),))
CASES["summed"].append((np.arange(4),))
CASES["summed"].append(([1, 2, 3],))
CASES["summed"].append((np.ones((2, 2)),))
CASES["two_masks"] = [
    (np.ones((3, 3)), np.array([True, False, True]), np.array([True, False, True])),
    (np.ones((3, 3)), np.array([True, False, True]), np.array([0, 1])),
]
CASES["stored_two_masks"] = [(np.ones((3, 3)), np.array([True, False, True]), np.array([True, False, True]))]
