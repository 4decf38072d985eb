import math
import os
from collections import namedtuple

import numpy as np

NUMBER = 3
REAL = 2.5
TEXT = "abc"
FLAG = False
NOTHING = None
PAIR = (1, 2)
MIXED = (1, 2, 3.5)
ARRAY = np.arange(4)
LIST = [1, 2, 3]
DICT = {1: 2}
SMALL = np.float32(3)
HUGE = 2**70
COMPUTED = NUMBER * 2 + 1
Point = namedtuple("Point", "x y")


class Settings:
    size = 3


def plain(x):
    return x


def make():
    k = 5
    q = 2.5

    def inner(n):
        return n + k + q

    return inner


made = make()


def numbers(n):
    a = NUMBER
    b = REAL
    c = SMALL
    d = COMPUTED
    return a + b + c + d + n


def text(n):
    return TEXT


def pruned_flag(n):
    if FLAG:
        return "a"
    return n


def pruned_comparison(n):
    if NUMBER == 3:
        return n
    return "a"


def nothing(n):
    return NOTHING


def tuples(n):
    p = PAIR
    m = MIXED
    return p[0], m


def array(n):
    x = ARRAY
    return x[n - 2]


def array_written(n):
    ARRAY[0] = n
    return n


def list_used(n):
    return LIST[n - 4]


def dict_used(n):
    x = 1
    return DICT[n]


def class_used(n):
    return Settings.size


def function_used(n):
    f = plain
    return f(n)


def module_used(n):
    return os.getcwd()


def huge(n):
    return HUGE


def point(n):
    p = Point(n, 2.5)
    return p.x + p.y


def point_keywords(n):
    p = Point(y=n, x=2.5)
    return p


def undefined(n):
    return foo(n) + bar


def unbound(n):
    y = y + 1
    return y


def deleted(x):
    del x
    return 1


def generator_expression(n):
    g = (i for i in range(n))
    return 1


def with_statement(n):
    with open("a") as g:
        return 1


def import_inside(n):
    import math

    return math.sin(n)


def global_written(n):
    global NUMBER
    NUMBER = 3
    return 1


def try_finally(n):
    try:
        y = 1
    finally:
        y = 2
    return y


def class_inside(n):
    class A:
        pass

    return 1


def yields(n):
    yield n
    yield 2.5


def match_statement(n):
    match n:
        case 1:
            return 2
        case _:
            return 3


def starred_call(n):
    return max(*[1, 2])


def set_of_dicts(n):
    return {**{1: 2}}


def try_except(n):
    try:
        n += 1
    except Exception:
        return 1
    return n


def try_bare(n):
    x = 0
    try:
        x = 1
        n = n + 1
        x = 2.5
    except:
        x = 3
    return x + n


def except_value_error(n):
    try:
        if n > 2:
            raise ValueError("a")
    except ValueError:
        return 1
    return 2


def except_as(n):
    try:
        n += 1
    except Exception as e:
        return 1
    return 2


def raise_error(n):
    if n > 100:
        raise ValueError("too large")
    return n


def raise_class(n):
    if n > 100:
        raise ValueError
    return n


def raise_dynamic(n):
    if n > 100:
        raise ValueError("a", n)
    return n


def raise_string(n):
    raise "foo"


def assertion(n):
    assert n > 2, "no"
    return n


def unary_errors(n):
    return ~2.5


def add_string(n):
    y = 2
    return n + "a"


def compare_string(n):
    return n < "a"


def compare_chain(n):
    return n < 1 < "a"


def and_clash(n):
    q = n and "a"
    return q


def unify_array(n):
    if n > 1:
        x = 1
    else:
        x = np.zeros(3)
    return x


def unify_in_for(n):
    x = 1
    for i in range(n):
        x = np.zeros(3)
    return x


def unify_in_while(n):
    x = 1
    while n > 0:
        n -= 1
        x = np.zeros(3)
    y = 2
    return x


def unify_used_in_loop(n):
    x = 1
    for i in range(n):
        y = x
        x = np.zeros(3)
    return 1


def unify_return(n):
    if n > 5:
        return "a"
    return n


def unify_two(n):
    a = 1
    b = 2
    if n > 3:
        b = "x"
        a = "y"
    return b, a


def shadowed_builtin(n):
    max = n
    return max


def bytes_value(n):
    return b"abc"


def print_returned(n):
    return print


CASES = {
    name: [(4,)]
    for name in (
        "numbers text pruned_flag pruned_comparison nothing tuples array array_written list_used dict_used "
        "class_used function_used module_used huge point point_keywords undefined unbound deleted "
        "generator_expression with_statement import_inside global_written try_finally class_inside yields "
        "match_statement starred_call set_of_dicts try_except try_bare except_value_error except_as raise_error "
        "raise_class raise_dynamic raise_string assertion unary_errors add_string compare_string compare_chain "
        "and_clash unify_array unify_in_for unify_in_while unify_used_in_loop unify_return unify_two "
        "shadowed_builtin bytes_value print_returned made"
    ).split()
}
NO_VALUES = {"yields"}
