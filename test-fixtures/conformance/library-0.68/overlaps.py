import numpy as np


def shift_doubled(a):
    a[1:] = a[:-1] * 2
    return a


def add_the_one_before(a):
    a[1:] += a[:-1]
    return a


def take_the_one_after(a):
    a[:-1] -= a[1:] * 2
    return a


def reverse(a):
    a[:] = a[::-1]
    return a


def add_reversed(a):
    a[::-1] += a
    return a


def rows_and_columns(m):
    m[1:] = m[:-1] + m[1:]
    m[:, 1:] = m[:, :-1]
    return m


def transpose(m):
    m[:] = m.T
    return m


def add_transposed(m):
    m += m.T
    return m


def take_diagonal_before(m):
    m[1:, 1:] -= m[:-1, :-1]
    return m


def row_from_column(m):
    m[0] = m[:, 0]
    m[:, 1] = m[1]
    return m


def stretch_a_row(m):
    m[:] = m[1]
    m[:, :] -= m[0]
    return m


def two_names(a):
    b = a[1:]
    c = a[:-1]
    b[:] = b + c
    d = b * 2
    b[0] = 100
    return d, a


def made_before_a_store(a):
    t = a * 2
    a[0] = -1
    u = a * 2
    return t, u, t - u


def sums_about_a_store(a):
    t = a + 1
    a[:] = 0
    return t.sum(), a.sum()


def view_by_shape(a):
    b = a.reshape(-1)
    t = b * 2
    a += 1
    return t, a


def sum_before_loop(a):
    t = a[1:] + a[:-1]
    for i in range(len(t)):
        a[i] = t[i]
    return a


def two_before(a):
    a[2:] = a[:-2] + a[1:-1]
    return a


def out_is_the_one_after(a):
    np.add(a[1:], a[:-1], a[1:])
    return a


def out_is_a_factor(a):
    np.multiply(a[:-1], a[1:], a[1:])
    return a


def copies(a):
    a[1:] = a[:-1]
    a[:3] = a[2:5]
    return a


def empty_part(a):
    b = a[3:3]
    c = b * 2 + 1
    b[:] = 5
    s = 0
    for x in b:
        s += x
    return c, s, len(c), b.sum()


def empty_parts(m):
    z = m[:0]
    w = m[:, 2:2]
    return (z + 1).shape, (w * 2).shape, z.sum(), w.sum()


A = np.arange(17) * 7 % 11 - 3
M = np.arange(16).reshape(4, 4) * 5 % 13
ROWS = [(A,), (A * 0.5,), (np.arange(40)[::-2],)]
TABLES = [(M,), (M.T,), (np.arange(9.0).reshape(3, 3)[::-1],)]
EVERY = [(A,), (A.astype(np.uint8),), (A.astype(np.float32),)]

CASES = {
    "shift_doubled": EVERY,
    "add_the_one_before": ROWS,
    "take_the_one_after": EVERY,
    "reverse": ROWS,
    "add_reversed": ROWS,
    "rows_and_columns": TABLES,
    "transpose": TABLES,
    "add_transposed": TABLES,
    "take_diagonal_before": TABLES,
    "row_from_column": TABLES,
    "stretch_a_row": TABLES,
    "two_names": ROWS,
    "made_before_a_store": ROWS,
    "sums_about_a_store": ROWS,
    "view_by_shape": [(A,)],
    "sum_before_loop": ROWS,
    "two_before": ROWS,
    "out_is_the_one_after": ROWS,
    "out_is_a_factor": ROWS,
    "copies": EVERY,
    "empty_part": [(A,)],
    "empty_parts": TABLES,
}
