"""Code that leaves compiled code with `objmode`, and what Numba refuses under it."""

import numpy as np
from numba import float64, njit, objmode, types


@njit
def basic(x):
    with objmode(y="float64"):
        y = x + 1.5
    return y


@njit
def array_out(a):
    with objmode(b="float64[:]"):
        b = np.asarray([float(v) for v in a])
    return b.sum()


@njit
def type_object(x):
    with objmode(y=float64):
        y = x * 2.0
    return y


@njit
def type_namespace(x):
    with objmode(y=types.int64):
        y = int(x) * 2
    return y


@njit
def no_out(x):
    with objmode():
        print("hello")
    return x


@njit
def bare(x):
    with objmode:
        print("hello")
    return x


@njit
def undeclared(x):
    with objmode():
        y = x + 1
    return y


@njit
def two_out(x):
    with objmode(y="float64", s="unicode_type"):
        y = x + 1.5
        s = str(x)
    return y, s


@njit
def in_loop(n):
    s = 0.0
    for i in range(n):
        with objmode(y="float64"):
            y = i * 0.5
        s += y
    return s


@njit
def loop_inside(n):
    with objmode(s="int64"):
        s = 0
        for i in range(n):
            s += i
    return s


@njit
def return_inside(x):
    with objmode():
        return x


@njit
def raises_inside(x):
    with objmode(y="float64"):
        if x > 2:
            raise ValueError("big")
        y = x + 0.5
    return y


@njit
def raises_caught(x):
    y = 0.0
    try:
        with objmode(y="float64"):
            if x > 2:
                raise ValueError("big")
            y = x + 0.5
    except Exception:
        y = -1.0
    return y


@njit
def wrong_type(x):
    with objmode(y="int64"):
        y = "a"
    return y


@njit
def bad_annotation(x):
    with objmode(y="nonsense"):
        y = x
    return y


@njit
def changes_array(a):
    with objmode():
        a[0] = 5.0
    return a


@njit
def list_in(l):
    with objmode(n="int64"):
        n = len(l)
    return n


@njit
def tuple_out(x):
    with objmode(t="UniTuple(int64, 2)"):
        t = (x, x)
    return t


@njit
def nested(x):
    with objmode(y="float64"):
        with objmode(z="float64"):
            z = 1.5
        y = z
    return y


@njit
def in_closure(x):
    def f(v):
        with objmode(y="float64"):
            y = v + 1.5
        return y

    return f(x)


@njit
def with_open(x):
    with open("a") as f:
        pass
    return x


@njit
def carried_on(a, n):
    m = 0.0
    for i in range(n):
        with objmode(m="float64"):
            a = a + 1
            m = a.mean()
    return m


@njit
def chosen_inside(n):
    for i in range(n):
        with objmode():
            if i > 1:
                y = 2.0
            else:
                y = 3.0
            print(y)
    return n


@njit
def kept_at_times(n):
    y = 0.0
    for i in range(n):
        with objmode():
            if i > 1:
                y = 2.0
            print(y)
    return n


@njit
def augmented_after(n):
    y = 0.0
    with objmode():
        y = 2.0
    y += n
    return y


@njit
def breaks_out(n):
    for i in range(n):
        with objmode():
            print(i)
            if i > 1:
                break
    return n


@njit
def ends_with_break(n):
    while n > 0:
        n -= 1
        with objmode():
            print(n)
            break
    return n


CASES = {
    "basic": [(2.0,), (2,)],
    "array_out": [(np.ones(3),)],
    "type_object": [(2.0,)],
    "type_namespace": [(2.0,)],
    "no_out": [(2,)],
    "bare": [(2,)],
    "undeclared": [(2,)],
    "two_out": [(2.0,)],
    "in_loop": [(3,)],
    "loop_inside": [(3,)],
    "return_inside": [(3,)],
    "raises_inside": [(1.0,), (3.0,)],
    "raises_caught": [(1.0,), (3.0,)],
    "wrong_type": [(1,)],
    "bad_annotation": [(1,)],
    "changes_array": [(np.ones(3),)],
    "list_in": [([1, 2],)],
    "tuple_out": [(2,)],
    "nested": [(2,)],
    "in_closure": [(2.0,)],
    "with_open": [(2,)],
    "carried_on": [(np.ones(3), 2)],
    "chosen_inside": [(2,)],
    "kept_at_times": [(2,)],
    "augmented_after": [(2,)],
    "breaks_out": [(3,)],
    "ends_with_break": [(3,)],
}
