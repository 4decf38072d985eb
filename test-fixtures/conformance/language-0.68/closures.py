import numpy as np
from numba import njit, jit, prange


def make_adder(k):
    @njit
    def add(x):
        return x + k
    return add


add3 = make_adder(3)
add_half = make_adder(0.5)
TABLE = np.arange(4.0)
BASE = 10


def uses_factory(x):
    return add3(x) + add_half(x)


def inner_simple(x):
    def g(y):
        return y + x
    return g(2) * g(3.5)


def inner_lambda(x):
    g = lambda y: y * x
    return g(3) + g(4)


def inner_in_loop(n):
    s = 0
    for i in range(n):
        def g(y):
            return y + i
        s += g(10)
    return s


def inner_default(x):
    def g(y, z=3):
        return y + z
    return g(x) + g(x, 5)


def inner_default_kw(x):
    def g(y, z=3):
        return y - z
    return g(z=x, y=10)


def inner_nested(x):
    def g(y):
        def h(z):
            return z + y + x
        return h(1)
    return g(2)


def inner_global(x):
    def g(y):
        return y + BASE + TABLE[1]
    return g(x)


def inner_returned(x):
    def g(y):
        return y + x
    return g


def inner_passed(x):
    def apply(f, v):
        return f(v)
    def g(y):
        return y + x
    return apply(g, 3)


@njit
def apply_jit(f, v):
    return f(v)


def inner_passed_jit(x):
    def g(y):
        return y + 1
    return apply_jit(g, x)


def inner_passed_jit_capturing(x):
    def g(y):
        return y + x
    return apply_jit(g, x)


def inner_lambda_passed(x):
    return apply_jit(lambda y: y * 2, x)


def inner_nonlocal(x):
    c = 0
    def g():
        nonlocal c
        c += 1
        return c
    g()
    return g() + c


def inner_recursive(n):
    def fact(k):
        if k <= 1:
            return 1
        return k * fact(k - 1)
    return fact(n)


def inner_reassigned(x):
    def g(y):
        return y + 1
    if x > 3:
        def g(y):
            return y + 2
    return g(x)


def inner_twice(x):
    def g(y):
        return y + 1
    a = g(x)
    def g(y):
        return y * 2
    return a + g(x)


def inner_array(a):
    def g(i):
        return a[i] * 2
    s = 0.0
    for i in range(len(a)):
        s += g(i)
    return s


def inner_early_return(x):
    def g(y):
        if y > 0:
            return 1
        return -1
    return g(x) + g(-x)


def inner_no_return(a):
    def put(i, v):
        a[i] = v
    put(0, 5.0)
    return a[0]


def inner_missing_argument(x):
    def g(y, z):
        return y + z
    return g(x)


def inner_star(x):
    def g(*ys):
        return ys[0]
    return g(x, 2)


def inner_map(a):
    s = 0
    for v in map(lambda t: t + 1, a):
        s += v
    return s


def inner_filter(a):
    s = 0
    for v in filter(lambda t: t > 1, a):
        s += v
    return s


def inner_captured_later(x):
    def g():
        return k + x
    k = 2
    return g()


def inner_captured_changed(x):
    k = 1
    def g():
        return k + x
    k = 5
    return g()


def inner_captured_phi(x):
    if x > 0:
        k = 1
    else:
        k = 2
    def g(y):
        return y + k
    return g(x)


lam = njit(lambda x: x + 1)
lam2 = njit(lambda x, y=2: x * y)


def calls_lambda(x):
    return lam(x) + lam2(x) + lam2(x, 3)


def decorated_inner(x):
    @njit
    def g(y):
        return y + 1
    return g(x)


def factory_array(w):
    arr = np.array([1.0, 2.0, w])
    @njit
    def f(i):
        return arr[i]
    return f


from_array = factory_array(5.0)


def uses_factory_array(i):
    return from_array(i)


def comp_capture(n, k):
    return [i * k for i in range(n)]


def comp_nested(n):
    return [[i * j for j in range(i)] for i in range(1, n)]


def comp_cond_lambda(n):
    f = lambda t: t % 2 == 0
    return [i for i in range(n) if f(i)]


def inner_tuple_out(x):
    def g(y):
        return y, y + 1.0
    a, b = g(x)
    return a + b


def closure_of_closure(x):
    def outer(y):
        def inner(z):
            return z + y

        return inner

    return outer(x)(2)


CASES = {
    "uses_factory": [(1,), (2.5,)],
    "inner_simple": [(1,), (2.5,)],
    "inner_lambda": [(1,), (2.5,)],
    "inner_in_loop": [(4,)],
    "inner_default": [(4,)],
    "inner_default_kw": [(4,)],
    "inner_nested": [(4,)],
    "inner_global": [(4,)],
    "inner_returned": [(4,)],
    "inner_passed": [(4,)],
    "inner_passed_jit_capturing": [(4,)],
    "inner_lambda_passed": [(4,)],
    "inner_nonlocal": [(4,)],
    "inner_recursive": [(4,)],
    "inner_reassigned": [(4,), ],
    "inner_twice": [(4,)],
    "inner_array": [(np.arange(3.0),)],
    "inner_early_return": [(4,)],
    "inner_no_return": [(np.arange(3.0),)],
    "inner_missing_argument": [(4,)],
    "inner_star": [(4,)],
    "inner_map": [(np.arange(3),)],
    "inner_filter": [(np.arange(3),)],
    "inner_captured_later": [(4,)],
    "inner_captured_changed": [(4,)],
    "inner_captured_phi": [(4,)],
    "lam": [(4,), (2.5,)],
    "lam2": [(4,), (2.5,)],
    "calls_lambda": [(4,), (2.5,)],
    "decorated_inner": [(4,)],
    "uses_factory_array": [(1,)],
    "from_array": [(1,)],
    "add3": [(1,)],
    "comp_capture": [(3, 2), (3, 0.5)],
    "comp_nested": [(4,)],
    "comp_cond_lambda": [(5,)],
    "inner_tuple_out": [(5,)],
    "closure_of_closure": [(3,)],
}
