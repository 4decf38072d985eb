import numpy as np
from numba import njit

dt = np.dtype([("x", np.float64), ("n", np.int32)])
dta = np.dtype([("a", np.int8), ("b", np.float64), ("c", np.int16)], align=True)
inner = np.dtype([("p", np.float32), ("q", np.float32)])
dtn = np.dtype([("id", np.int64), ("pos", inner)])
dts = np.dtype([("name", "U4"), ("v", np.float64)])
dtarr = np.dtype([("v", np.float64, (3,)), ("k", np.int64)])
dtb = np.dtype([("name", "S3"), ("t", np.bool_), ("z", np.complex64)])


def mk(d, rows):
    return np.array(rows, dtype=d)


def get(a, i):
    return a[i].x


def get_item(a, i):
    return a[i]["x"] + a[i]["n"]


def col(a):
    return a.x


def col_item(a):
    return a["n"]


def col_sum(a):
    return a["x"].sum(), a.n.sum()


def set_attr(a):
    a[0].x = 5.5
    a[1].n = 7
    return 0


def set_item(a):
    a[0]["x"] = 5.5
    a[1]["n"] = 7


def set_col(a):
    a["x"][0] = 9.0
    a.n[:] = 3
    return 0


def set_col_scalar(a):
    a["x"] = 3.0
    return 0


def loop(a):
    s = 0.0
    for i in range(len(a)):
        s += a[i].x * a[i].n
    return s


def loop_rec(a):
    s = 0.0
    for r in a:
        s += r.x * r.n
    return s


def copy_rec(a):
    a[0] = a[1]
    return 0


def missing(a):
    return a[0].zz


def missing_item(a):
    return a[0]["zz"]


def nested(a):
    return a[0].pos.p + a[1].pos["q"] + a[0].id


def nested_set(a):
    a[0].pos.p = 4.0
    return 0


def name_eq(a):
    return a[0].name == "ab", len(a[0].name), str(a[1].name)


def name_val(a):
    return a[1].v


def ret_rec(a):
    return a[0]


def ret_arr(a):
    return a[1:]


def var_rec(a):
    r = a[1]
    r.x = 2.5
    return r.x


def fn_rec(a):
    return helper(a[0])


@njit
def helper(r):
    return r.x * 2


def dynamic_name(a, name):
    return a[0][name]


def by_index(a):
    return a[0][0], a[0][1]


def empty_like(a):
    b = np.empty_like(a)
    b[0] = a[0]
    b[1].x = 0.0
    b[1].n = 1
    return b


def recarray(a):
    return a.x[0] + a[1].n


def two_d(a):
    return a[1, 0].x


def masked(a):
    return a[a["x"] > 1.0]["n"]


def argsort(a):
    return np.argsort(a["x"])


def shape(a):
    return a.shape, a.size, a.ndim, len(a)


def eq(a):
    return a[0].x == a[1].x


def rec_eq(a):
    return a[0] == a[1]


def int_overflow(a):
    a[0].n = 2.7
    return a[0].n


def unroll(a):
    s = 0.0
    for f in ("x", "n"):
        s += a[0][f]
    return s


A = mk(dt, [(1.5, 2), (2.5, 3)])
CASES = {
    "get": [(A, 0), (A, 1), (A, -1)],
    "get_item": [(A, 0)],
    "col": [(A,)],
    "col_item": [(A,)],
    "col_sum": [(A,)],
    "set_attr": [(A,)],
    "set_item": [(A,)],
    "set_col": [(A,)],
    "set_col_scalar": [(A,)],
    "loop": [(A,)],
    "loop_rec": [(A,)],
    "copy_rec": [(A,)],
    "missing": [(A,)],
    "missing_item": [(A,)],
    "nested": [(mk(dtn, [(1, (2.5, 3.5)), (4, (5.5, 6.5))]),)],
    "nested_set": [(mk(dtn, [(1, (2.5, 3.5)), (4, (5.5, 6.5))]),)],
    "name_eq": [(mk(dts, [("ab", 1.5), ("abcd", 2.5)]),)],
    "name_val": [(mk(dts, [("ab", 1.5), ("abcd", 2.5)]),)],
    "ret_rec": [(A,)],
    "ret_arr": [(A,)],
    "var_rec": [(A,)],
    "fn_rec": [(A,)],
    "dynamic_name": [(A, "x")],
    "by_index": [(A,)],
    "empty_like": [(A,)],
    "recarray": [(A.view(np.recarray),)],
    "two_d": [(A.reshape(2, 1),)],
    "masked": [(A,)],
    "argsort": [(A,)],
    "shape": [(A,)],
    "eq": [(A,)],
    "rec_eq": [(A,)],
    "int_overflow": [(A,)],
    "unroll": [(A,)],
}
