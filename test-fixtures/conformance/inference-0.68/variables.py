import numpy as np


def widened(n):
    s = 0
    for i in range(n):
        s += i * 0.5
    return s


def widened_in_while(n):
    s = 0
    while s < n:
        s = s + 0.5
    return s


def branches(n):
    if n > 2:
        x = 1
    else:
        x = 2.5
    return x


def nested_branches(n):
    if n > 2:
        if n > 3:
            x = 1
        else:
            x = 2.5
    else:
        x = 3
    return x


def straight(n):
    y = 5
    y = 2.5
    for i in range(n):
        y = i
    return y


def straight_strings(n):
    y = n
    y = "a"
    return y


def swapped(n):
    a, b = 0, 1
    for _i in range(n):
        a, b = b, a + b
    return a


def one_path_only(n):
    if n > 5:
        y = 1
    return n


def read_maybe_unassigned(n):
    for i in range(n):
        last = i
    return last


def while_with_continue(n):
    s = 0
    while s < n and n > 3 or s == 2:
        if s > 4:
            s += 2
        else:
            s += 1
            continue
        n -= 1
    return s + n


def for_else(n):
    for i in range(n):
        for j in range(i):
            if j == 3:
                break
            n = j
        else:
            n = 7
    return n


def endless(n):
    while True:
        n += 1
        if n > 10:
            return n


def early_returns(n):
    if n > 7:
        x = 1
        return x
    elif n > 3:
        x = 2
    else:
        return -1
    x += 1
    return x


def optional_local(n):
    found = None
    for i in range(n):
        if i == 3:
            found = i
    return found


def optional_use(n):
    x = None
    if n > 2:
        x = n
    if x is not None:
        return x + 1
    return 0


def literal_kept(n):
    x = 5
    y = x
    return y


def literal_lost(n):
    x = 5
    if n > 1:
        x = 6
    return x


def folded(n):
    x = 60 * 60
    y = -1
    z = 2**3 + n
    return x + y + z


def tuples(n):
    t = (n, 2.5)
    u = (1, 2)
    a, b = t
    (c, d), e = (1, 2.5), n
    return a + b + u[0] + c + d + e


def chained(n):
    a = b = n
    a += 0.5
    return a + b


def augmented(n):
    x = n
    x += 1.5
    y = 3
    y //= 2
    return x + y


def walrus(n):
    if (y := n + 1) > 2:
        return y
    return 0


def conditional(n):
    x = 1 if n > 2 else 2.5
    y = "a" if n > 2 else None
    return x, y


def unsigned(n):
    x = np.uint64(3)
    if n > 2:
        x = n
    return x


def narrow(n):
    x = np.int8(3)
    y = x + x
    z = -x
    return y + z


def boolean_values(n):
    a = n > 2 and n < 5
    b = n or 3
    c = not n
    return a, b, c


def chained_comparison(n):
    return 0 < n < 10


def nothing(n):
    x = n


def ellipsis(n):
    if n > 3:
        return None
    return n


def annotated(n):
    x: float = n
    y: int
    return x


def loop_variable_after(n):
    for i in range(n):
        pass
    return i


def shadowed_loop(n):
    i = 0.5
    for i in range(n):
        n += i
    return i + n


def two_loops(n):
    total = 0
    for i in range(n):
        total += i
    for i in range(n):
        total += i * 0.5
    return total


def deep(n):
    x = 0
    while n > 0:
        if n % 2 == 0:
            for k in range(n):
                if k > 2:
                    x += 1
                    break
                x += 0.5
            else:
                x -= 1
        elif n % 3 == 0:
            n -= 1
            continue
        n -= 1
    return x


CASES = {
    name: [(4,)]
    for name in (
        "widened widened_in_while branches nested_branches straight straight_strings swapped one_path_only "
        "read_maybe_unassigned while_with_continue for_else endless early_returns optional_local optional_use "
        "literal_kept literal_lost folded tuples chained augmented walrus conditional unsigned narrow "
        "boolean_values chained_comparison nothing ellipsis annotated loop_variable_after shadowed_loop two_loops deep"
    ).split()
}
