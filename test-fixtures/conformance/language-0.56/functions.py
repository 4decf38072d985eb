import numpy as np
from numba import njit, jit, types, float64, int64, cfunc, vectorize
from numba import cfunc as cf


@njit
def sq(x):
    return x * x


@njit
def cube(x):
    return x * x * x


@njit("float64(float64)")
def esq(x):
    return x * x


@njit("float64(float64)")
def ecube(x):
    return x * x * x


@njit
def apply(f, x):
    return f(x)


@njit
def compose(f, g, x):
    return f(g(x))


@cfunc("float64(float64, float64)")
def cadd(x, y):
    return x + y


def plain(x):
    return x + 1


def call_apply(x):
    return apply(sq, x) + apply(cube, x)


def call_compose(x):
    return compose(sq, cube, x)


def choose(x, flag):
    if flag:
        f = sq
    else:
        f = cube
    return f(x)


def choose_explicit(x, flag):
    if flag:
        f = esq
    else:
        f = ecube
    return f(x)


def choose_expr(x, flag):
    f = esq if flag else ecube
    return f(x)


def tuple_of(x):
    fs = (sq, cube)
    return fs[0](x) + fs[1](x)


def tuple_loop(x):
    s = 0.0
    for f in (esq, ecube):
        s += f(x)
    return s


def tuple_loop_lazy(x):
    s = 0.0
    for f in (sq, cube):
        s += f(x)
    return s


def list_of(x):
    fs = [esq, ecube]
    s = 0.0
    for f in fs:
        s += f(x)
    return s


FUNCS = (sq, cube)
EFUNCS = (esq, ecube)


def global_tuple(x):
    return FUNCS[0](x) + FUNCS[1](x)


def global_tuple_index(x, i):
    return EFUNCS[i](x)


def call_cfunc(x):
    return cadd(x, 2.0)


def takes_function(f, x):
    return f(x) + 1


def takes_two(f, g, x):
    return f(x) + g(x)


def takes_tuple(fs, x):
    return fs[0](x)


def takes_list(fs, x):
    s = 0.0
    for f in fs:
        s += f(x)
    return s


def returns_function(x):
    return sq


def returns_argument(f):
    return f


def builtin_variable(x):
    f = abs
    return f(x)


def numpy_variable(x):
    f = np.sin
    return f(x)


def choose_numpy(x, flag):
    f = np.sin if flag else np.cos
    return f(x)


def builtin_argument(x):
    return apply(abs, x)


def numpy_argument(x):
    return apply(np.sqrt, x)


def type_argument(x):
    return apply(int, x)


def plain_argument(x):
    return apply(plain, x)


def undecorated_call(x):
    return plain(x)


def compare_functions(x):
    return sq is cube


def function_none(x, flag):
    f = None
    if flag:
        f = esq
    if f is not None:
        return f(x)
    return 0.0


def same_function_default(x, f=sq):
    return f(x)


@njit
def with_default_function(x, f=sq):
    return f(x)


def calls_default_function(x):
    return with_default_function(x)


@vectorize
def vadd(a, b):
    return a + b


def vec_argument(x):
    return apply(vadd, x)


def vec_alias(x):
    f = vadd
    return f(x, 1)


@njit
def reduce_with(f, a, init):
    s = init
    for v in a:
        s = f(s, v)
    return s


@njit
def add2(x, y):
    return x + y


def call_reduce(a):
    return reduce_with(add2, a, 0.0)


def py_func_call(x):
    return sq.py_func(x)


CASES = {
    "call_apply": [(3,), (1.5,)],
    "call_compose": [(3,)],
    "choose_explicit": [(3.0, True), (3.0, False), (3, True)],
    "choose_expr": [(3.0, True), (3.0, False)],
    "tuple_of": [(3,)],
    "tuple_loop": [(3.0,)],
    "tuple_loop_lazy": [(3.0,)],
    "list_of": [(3.0,)],
    "global_tuple": [(3,)],
    "global_tuple_index": [(3.0, 0), (3.0, 1)],
    "call_cfunc": [(3.0,), (3,)],
    "takes_function": [(sq, 3), (esq, 3.0), (cadd, 3.0), (plain, 3)],
    "takes_two": [(sq, cube, 3), (esq, ecube, 2.0)],
    "returns_function": [(3,)],
    "returns_argument": [(esq,), (sq,)],
    "choose_numpy": [(1.0, True)],
    "builtin_argument": [(-1,)],
    "numpy_argument": [(4.0,)],
    "type_argument": [(4.5,)],
    "plain_argument": [(4.5,)],
    "undecorated_call": [(4.5,)],
    "compare_functions": [(4.5,)],
    "function_none": [(4.5, True), (4.5, False)],
    "same_function_default": [(4,)],
    "calls_default_function": [(4,)],
    "vec_argument": [(4,)],
    "vec_alias": [(4,), (np.arange(3),)],
    "call_reduce": [(np.arange(4.0),)],
    "py_func_call": [(4.0,)],
    "cadd": [(1.0, 2.0)],
}
