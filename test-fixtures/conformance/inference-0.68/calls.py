import math

import numpy as np
from numba import njit
from numba.extending import register_jitable


@njit
def double(x):
    return x * 2


@njit
def defaults(x, k=5, *rest):
    return x + k


@njit
def pair(a, b):
    return a, b


@njit
def failing(x):
    return x.foo


@njit
def failing_deeper(x):
    y = 1
    return failing(x) + y


@njit
def apply(h, b):
    return h(b)


@njit("float64(int64)")
def explicit(x):
    return x / 2


@njit(["int64(int64)", "float64(float64)"])
def explicit_two(x):
    return x


@register_jitable
def helper(x):
    return x + 0.5


def plain(x):
    return x


def calls_compiled(n):
    return double(n) + double(n * 0.5)


def calls_with_literal(n):
    x = double(3)
    return x + n


def calls_with_defaults(n):
    return defaults(3) + defaults(n, 7) + defaults(n, k=2) + defaults(n, 1, 2, 3)


def calls_with_keywords(n):
    return pair(b=n, a=2.5)


def calls_with_star(n):
    t = (n, 2.5)
    return pair(*t)


def calls_with_missing(n):
    x = 1
    return pair(n)


def calls_with_unknown_keyword(n):
    return pair(n, c=1)


def calls_with_too_many(n):
    return double(n, 2)


def calls_plain(n):
    y = 5
    return plain(n)


def calls_failing(n):
    x = 1
    return failing(n)


def calls_failing_deeper(n):
    x = 1
    y = 2
    return failing_deeper(n)


def calls_higher_order(n):
    return apply(double, n)


def calls_with_lambda(n):
    return apply(lambda x: x + 1.5, n)


def calls_with_capturing_lambda(n):
    c = n * 2
    return apply(lambda x: x + c, n)


def calls_explicit(n):
    return explicit(n)


def calls_explicit_unsafe(n):
    return explicit(n * 0.5)


def calls_explicit_two(n):
    return explicit_two(n), explicit_two(n * 0.5), explicit_two(np.float32(n))


def calls_explicit_none(n):
    return explicit_two("a")


def calls_jitable(n):
    return helper(n)


def calls_number(n):
    return n(3)


def calls_aliased(n):
    f = math.sqrt
    return f(n)


@njit
def factorial(n):
    if n < 2:
        return 1
    return n * factorial(n - 1)


@njit
def widening_recursion(n):
    if n < 1:
        return 1
    return widening_recursion(n - 1) / 2


@njit
def second_path(n):
    if n > 2:
        return second_path(n - 1) + 1
    return 1.5


@njit
def runaway(n):
    return runaway(n - 1)


@njit
def even(n):
    return True if n == 0 else odd(n - 1)


@njit
def odd(n):
    return False if n == 0 else even(n - 1)


def closure(n):
    def g(x, y=2):
        if x > 1:
            return 1
        return 2.5

    return g(n)


def closure_captures(n):
    k = n * 0.5
    h = lambda q: q * k
    k = k + 1
    return h(2)


def closure_fails(n):
    def g(x):
        return x.foo

    b = 1
    return g(n)


def closure_nested(n):
    def outer(x):
        def inner(y):
            return y + n

        return inner(x) * 0.5

    return outer(3)


def closure_twice(n):
    def g(x):
        return x + x

    return g(n), g(0.5)


def immediate_lambda(n):
    return (lambda x: x + 0.5)(n)


def none_argument(x):
    if x is None:
        return 1
    return x + 0.5


def none_or_array(x):
    if x is None:
        y = 1
    else:
        y = np.zeros(x)
    return y


def default_none(x, k=None):
    if k is None:
        k = 3
    return x + k


def default_number(x, k=2):
    return x + k


def keyword_only(a, *, b=2):
    return a + b


def star_arguments(*values):
    return values[0] + len(values)


def math_functions(n):
    return math.sqrt(n) + math.pi + abs(-n) + max(n, 2.5) + min(1, 2) + round(2.5) + int(2.5) + float(n)


def unknown_function(n):
    x = 1
    return np.einsum("i,i", n, n)


def unknown_module_function(n):
    import_ = math
    return math.foo(n)


def unknown_attribute(n):
    x = n.foo
    return x


CASES = {
    name: [(4,)]
    for name in (
        "calls_compiled calls_with_literal calls_with_defaults calls_with_keywords calls_with_star "
        "calls_with_missing calls_with_unknown_keyword calls_with_too_many calls_plain calls_failing calls_failing_deeper "
        "calls_higher_order calls_with_lambda calls_with_capturing_lambda calls_explicit calls_explicit_unsafe "
        "calls_explicit_two calls_explicit_none calls_jitable calls_number calls_aliased factorial "
        "widening_recursion second_path runaway even closure closure_captures closure_fails closure_nested "
        "closure_twice immediate_lambda default_none default_number keyword_only math_functions unknown_function "
        "unknown_attribute"
    ).split()
}
CASES["none_argument"] = [(4,), (None,)]
CASES["none_or_array"] = [(4,), (None,)]
CASES["star_arguments"] = [(4,), (1, 2.5)]
