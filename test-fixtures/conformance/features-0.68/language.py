"""Language"""

import numpy as np
from numba import njit, objmode


SCALE = 2.5
TABLE = np.array([1.0, 2.0])


@njit
def helper(x, y=5):
    return x * 10 + y


@njit
def many(first, *rest):
    return first + len(rest) + rest[1]


@njit
def increment(x):
    return x + 1


@njit
def apply(f, x):
    return f(x)


@njit
def is_odd(n):
    if n == 0:
        return False
    return mutual_recursion(n - 1)


def if_elif_else(n):
    """if, elif, else"""
    if n < 0:
        r = -1
    elif n == 0:
        r = 0
    else:
        r = 1
    return r


def while_break_continue(n):
    """while, break, continue"""
    i = 0
    total = 0
    while True:
        i += 1
        if i % 2:
            continue
        if i > n:
            break
        total += i
    return total


def for_else(n):
    """for ... else"""
    for i in range(n):
        if i == 7:
            r = 1
            break
    else:
        r = 2
    return r


def generator_yield(n):
    """generator (yield)"""
    for i in range(n):
        yield i * 1.5


def assert_(n):
    """assert"""
    assert n > 0, 'must be positive'
    return n


def raise_(n):
    """raise"""
    if n < 0:
        raise ValueError('negative', n)
    return n


def try_except(n):
    """try ... except"""
    try:
        if n < 0:
            raise ValueError
        r = 1
    except Exception:
        r = 2
    return r


def try_except_else_finally(n):
    """try ... except ... else ... finally"""
    r = 0
    try:
        if n < 0:
            raise ValueError
    except Exception:
        r += 1
    else:
        r += 10
    finally:
        r += 100
    return r


def named_and_default_arguments(n):
    """named and default arguments"""
    return helper(y=2, x=n) + helper(n)


def args(n):
    """*args"""
    return many(n, 2, 3.5)


def call_with_tuple(t):
    """call with *tuple"""
    return helper(*t)


def function_as_an_argument(n):
    """function as an argument"""
    return apply(increment, n)


def inner_function_and_closure(n):
    """inner function and closure"""
    def inner(x):
        return x + n
    return inner(2) * inner(3)


def lambda_(n):
    """lambda"""
    square = lambda x: x * x
    return square(n)


@njit
def self_recursion(n):
    """self-recursion"""
    if n < 2:
        return n
    return self_recursion(n - 1) + self_recursion(n - 2)


@njit
def mutual_recursion(n):
    """mutual recursion"""
    if n == 0:
        return True
    return is_odd(n - 1)


def global_constants(x):
    """global constants"""
    return x * SCALE + TABLE[1]


def conditional_expression(n):
    """conditional expression"""
    return 1.5 if n > 2 else 2


def chained_comparison(n):
    """chained comparison"""
    return 1 < n <= 3


def with_objmode(n):
    """with objmode"""
    with objmode(r="int64"):
        r = n + 1
    return r


def star_unpacking_of_a_tuple(t):
    """star-unpacking of a tuple"""
    a, b, c = t
    return c, b, a


def multiple_assignment_swap(a):
    """multiple assignment, swap"""
    a[0], a[1] = a[1], a[0]
    return a


def match_of_constants(n):
    """match of constants"""
    match n:
        case 1:
            return 10
        case _:
            return 20


CASES = {
    "if_elif_else": [(3,)],
    "while_break_continue": [(9,)],
    "for_else": [(9,)],
    "generator_yield": [(3,)],
    "assert_": [(3,), (-3,)],
    "raise_": [(3,), (-3,)],
    "try_except": [(3,), (-3,)],
    "try_except_else_finally": [(3,), (-3,)],
    "named_and_default_arguments": [(3,)],
    "args": [(3,)],
    "call_with_tuple": [((1, 2),)],
    "function_as_an_argument": [(3,)],
    "inner_function_and_closure": [(3,)],
    "lambda_": [(3,)],
    "self_recursion": [(10,)],
    "mutual_recursion": [(10,)],
    "global_constants": [(2.0,)],
    "conditional_expression": [(3,)],
    "chained_comparison": [(3,)],
    "with_objmode": [(3,)],
    "star_unpacking_of_a_tuple": [((1, 2.5, 3),)],
    "multiple_assignment_swap": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "match_of_constants": [(1,)],
}
