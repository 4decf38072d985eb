"""Paths that leave a variable unassigned, else clauses of loops, chained and mixed tests, del."""

import numpy as np


def opt_and(x):
    return x is not None and x > 2


def opt_or(x):
    return x is None or x > 2


def opt_and_mix(flag, n):
    y = n if flag else None
    return y is not None and y > 2


def opt_or_mix(flag, n):
    y = n if flag else None
    return y is None or y > 2


def opt_if(flag, n):
    y = None
    if flag:
        y = n
    if y is not None and y > 2:
        return y + 1
    return 0


def and_mixed(a, b):
    return a and b


def or_mixed(a, b):
    return a or b


def and_three(a, b, c):
    return a and b and c


def or_list(a):
    return a or [1, 2]


def unassigned(flag):
    if flag:
        x = 3
    return x


def unassigned_float(flag, n):
    if flag:
        x = n * 0.5
    return x


def unassigned_loop(n):
    for i in range(n):
        last = i * 2
    return last


def unassigned_index(n):
    for i in range(n):
        pass
    return i


def unassigned_array(flag):
    if flag:
        x = np.ones(3)
    return x.size


def unassigned_while(n):
    while n > 0:
        n -= 1
        y = n + 1.5
    return y


def unassigned_try(n):
    try:
        if n > 0:
            raise ValueError("no")
        x = n + 1
    except Exception:
        pass
    return x


def del_then_use(n):
    x = n + 1
    del x
    return n


def del_used(n):
    x = n + 1
    del x
    return x


def del_branch(n):
    x = n + 1
    if n > 2:
        del x
    return x


def del_item(n):
    x = [1, 2, n]
    del x[0]
    return x


def del_slice(n):
    x = [1, 2, n, 4]
    del x[1:3]
    return x


def del_dict(n):
    d = {1: n, 2: n}
    del d[1]
    return len(d)


def while_else(n):
    i = 0
    while i < n:
        if i == 5:
            break
        i += 1
    else:
        return -1
    return i


def for_else(n):
    for i in range(n):
        if i == 3:
            r = 10
            break
    else:
        r = 20
    return r


def for_else_nested(a):
    count = 0
    for i in range(2, a):
        for j in range(2, i):
            if i % j == 0:
                break
        else:
            count += i
    return count


def for_continue_else(n):
    s = 0
    for i in range(n):
        if i % 2:
            continue
        s += i
    else:
        s *= 2
    return s


def for_over_else_return(n):
    for i in range(n):
        if i > 10:
            return i
    else:
        return -1


def loop_variable_changed(n):
    s = 0
    for i in range(n):
        i *= 2
        s += i
    return s, i


def loop_type_change(n):
    x = 1
    for i in range(n):
        x = x / 2
    return x


def chained(a, b, c):
    return a < b < c


def chained_mixed(a, b, c):
    return a < b <= c != a


def chained_in(a, t):
    return a in t in (t,)


def chained_side(n):
    l = [n]
    r = 0 < l.pop() < 10
    return r, len(l)


def chained_is(a):
    return a is None is None


def cond_expr(a, b):
    return a if a > b else b


def cond_nested(a):
    return 1 if a > 3 else 2.5 if a > 1 else 4


def cond_types(a):
    return None if a > 3 else a


def cond_tuple(a):
    return (1, a) if a > 3 else (a, 2.5)


def cond_string(a):
    return "big" if a > 3 else "small"


def cond_fail(a):
    return "big" if a > 3 else 4


def not_mixed(a, b):
    return not a, not b


def bool_while(x):
    n = 0
    while x and n < 10:
        n += 1
        x //= 2
    return n


def unassigned_step(n):
    while n > 0:
        s = 5
        n -= 1
    return s + 1


def unassigned_flag(flag):
    if flag:
        s = True
    return s


def unassigned_either(n):
    if n > 0:
        s = 5
    elif n < -5:
        s = 6
    return s


def del_attribute(a):
    del a.shape
    return a


CASES = {
    "opt_and": [(3,), (1,), (None,), (2.5,)],
    "opt_or": [(3,), (1,), (None,), (2.5,)],
    "opt_and_mix": [(True, 3), (True, 1), (False, 3)],
    "opt_or_mix": [(True, 3), (True, 1), (False, 3)],
    "opt_if": [(True, 3), (True, 1), (False, 3)],
    "and_mixed": [(0, 2), (3, 4), (0, 2.5), (3, 2.5), (2.5, 3), (0.0, 3), (True, 3), (False, 3), ("", "a"), ("b", "a"), ("b", 3), (None, 3), (3, None), ((1, 2), (3, 4)), ((1, 2), 3)],
    "or_mixed": [(0, 2), (3, 4), (0, 2.5), (3, 2.5), (2.5, 3), (0.0, 3), (True, 3), (False, 3), ("", "a"), ("b", "a"), ("b", 3), (None, 3), (3, None), ((1, 2), (3, 4)), ((1, 2), 3)],
    "and_three": [(1, 2, 3), (1, 0, 3), (1, 2.5, 3), (True, 0, 2.5)],
    "or_list": [([],), ([3],)],
    "unassigned": [(True,), (False,)],
    "unassigned_float": [(True, 4), (False, 4)],
    "unassigned_loop": [(3,), (0,)],
    "unassigned_index": [(3,), (0,)],
    "unassigned_array": [(True,)],
    "unassigned_while": [(3,), (0,)],
    "unassigned_try": [(0,), (3,)],
    "del_then_use": [(3,)],
    "del_used": [(3,)],
    "del_branch": [(1,)],
    "del_item": [(3,)],
    "del_slice": [(3,)],
    "del_dict": [(3,)],
    "while_else": [(3,), (10,)],
    "for_else": [(2,), (9,)],
    "for_else_nested": [(20,)],
    "for_continue_else": [(7,)],
    "for_over_else_return": [(3,), (20,)],
    "loop_variable_changed": [(4,)],
    "loop_type_change": [(4,), (0,)],
    "chained": [(1, 2, 3), (1, 5, 3), (1, 2.5, 3)],
    "chained_mixed": [(1, 2, 3), (1, 2.5, 3), (1.0, 2, 2)],
    "chained_in": [(1, (1, 2))],
    "chained_side": [(3,), (0,)],
    "chained_is": [(3,), (None,)],
    "cond_expr": [(3, 2.5), (1, 2)],
    "cond_nested": [(5,), (2,), (0,)],
    "cond_types": [(5,), (2,)],
    "cond_tuple": [(5,), (2,)],
    "cond_string": [(5,), (2,)],
    "cond_fail": [(5,)],
    "not_mixed": [(0, 2.5), ("", "a"), ([], [1]), ((), (1,)), (None, 3)],
    "bool_while": [(100,), (0,)],
    "unassigned_step": [(2,), (-1,)],
    "unassigned_flag": [(True,), (False,)],
    "unassigned_either": [(1,), (-1,)],
    "del_attribute": [(np.ones(3),)],
}
