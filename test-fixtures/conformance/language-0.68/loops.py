import numpy as np
from numba import njit


def past_31_bits(s):
    t = 0
    for i in range(2147483640, 2147483660):
        t += i * i % s
    return t


def near_the_ends(n):
    t = 0
    for i in range(n, n + 5):
        t ^= i
    return t


def down_by_three(n):
    t = 0
    for i in range(n, n - 7, -3):
        t = t * 31 + i
    return t


def scaled_near_the_ends(n):
    c = 0
    for i in range(n - 3, n):
        c += (i + 1) * 2
    return c


def int32_constants(a):
    s = np.int32(2147483647)
    t = np.int32(1)
    u = s + t
    v = s * s
    w = np.int32(u)
    return u, v, w


def uint8_constants(a):
    x = np.uint8(250)
    y = np.uint8(10)
    return x + y, x * y, x - y, y - x, -y, ~y, x << 4, x >> 1


def uint64_constants(a):
    x = np.uint64(3)
    y = np.uint64(10)
    return x - y, x * y, -x, ~x, x // y, y % x


def negative_uint32(a):
    s = np.uint32(0)
    for i in range(len(a)):
        s -= np.uint32(a[i])
    return s


def negative_uint64(a):
    s = np.uint64(0)
    for i in range(len(a)):
        s -= np.uint64(a[i])
    return s


def negative_indices(a):
    s = 0
    for i in range(-len(a), 0):
        s = s * 3 + a[i]
    return s


def through_zero(a):
    s = 0
    for i in range(-2, 3):
        s = s * 3 + a[i]
    return s


def wrapping_shift(a, k):
    s = 0
    for i in range(len(a)):
        s = s * 3 + a[i - k]
    return s


def index_after_break(a):
    i = 5
    for i in range(len(a)):
        if a[i] > 5:
            break
    return i


def index_after_steps(a):
    i = 99
    for i in range(len(a) - 1, -1, -2):
        a[i] += 1
    return i, a


def index_assigned(a):
    j = 0
    for i in range(len(a)):
        a[i] -= j
        j = a[i]
        i += 2
        j += i
    return i if len(a) else -1, j


def index_replaced(a):
    s = 0
    for i in range(len(a)):
        i = i * 2 % len(a)
        s += a[i] * i
    return s


def bound_changed(n):
    s = 0
    for i in range(n):
        n -= 1
        s += n
    return s, n


def narrow_index(a):
    u = np.uint8(0)
    s = 0
    for k in range(300):
        u = np.uint8(u + 1)
        s += a[u % 5]
    return s, u


def unsigned_index(a):
    i = np.uint64(0)
    s = 0
    for k in range(len(a)):
        s += a[i]
        i += np.uint64(1)
    return s, i


def read_what_is_stored(a):
    for i in range(len(a)):
        a[i] = a[2] + i
    return a


def read_through_a_view(a):
    b = a[::-1]
    for i in range(len(a)):
        a[i] = b[0] + b[i]
    return a


def division_in_no_iteration(a, n):
    s = 0
    for i in range(n):
        s += 100 // (n - 3)
    return s


def division_in_an_iteration(a, n):
    s = 0
    for i in range(n):
        a[i % len(a)] = i
        if i == 3:
            s += 100 // (n - n)
    return s


def division_by_what_is_stored(a, n):
    s = 0
    for i in range(len(a)):
        a[i] = i
        s += 10 // a[(i + 1) % len(a)]
    return s


def carried_through_memory(a):
    t = np.zeros(1, np.int64)
    for i in range(len(a)):
        t[0] += a[i]
        a[i] = t[0]
    return a


@njit
def bump(t):
    t[0] += 1
    return t[0]


def changed_by_a_callee(a):
    s = 0
    for i in range(len(a)):
        s += a[0]
        bump(a)
    return s


@njit
def clobber(n):
    n += 1
    n = n * 2
    return n


@njit
def swap_and_count(n, m):
    n, m = m, n
    for i in range(n):
        n -= 1
        m += n
    return n, m


def parameters_assigned(n):
    a = clobber(n)
    b = clobber(n)
    n = clobber(n)
    return a, b, n


def parameters_swapped(n):
    a, b = swap_and_count(n, 3)
    c, d = swap_and_count(b, n)
    return a, b, c, d, n


@njit
def position_of(a, x):
    for i in range(len(a)):
        if a[i] == x:
            return i
    return -1


def early_returns(a):
    s = 0
    for k in range(12):
        s = s * 3 + position_of(a, k)
    return s


@njit
def clamp(x):
    if x < 0:
        return 0
    if x > 5:
        return 5
    return x


def clamped_differences(a):
    s = 0
    for i in range(len(a)):
        a[i] = clamp(a[i]) - clamp(a[i] - 3)
        s -= a[i]
    return s, a


@njit
def refuse_big(x):
    if x > 5:
        raise ValueError("big")
    return x + 1


def raise_in_an_iteration(a):
    for i in range(len(a)):
        a[i] = refuse_big(a[i]) * 2
    return a


def caught_in_iterations(a):
    s = 0
    for i in range(len(a)):
        try:
            s += refuse_big(a[i])
        except Exception:
            s -= 100
            a[i] = -1
    return s, a


def taken_or_counted(a):
    s = 0
    c = 0
    for i in range(len(a)):
        if a[i] > 2:
            s -= a[i]
            c += 1
        else:
            s += 1
    return s, c


def last_least(a):
    lo = a[0] if len(a) else 0
    at = 0
    for i in range(len(a)):
        if a[i] <= lo:
            lo = a[i]
            at = i
    return lo, at


def product_or_sign(a):
    p = 1
    for i in range(len(a)):
        if a[i] & 1:
            p *= a[i]
        else:
            p = -p
    return p


def rises(a):
    s = 0
    prev = 0
    for i in range(len(a)):
        s += (a[i] - prev) * (a[i] > prev)
        prev = a[i]
    return s, prev


def last_place(a):
    last = -1
    for i in range(len(a)):
        if a[i] > 3:
            last = i
    return last


def longest_run(a):
    run = 0
    best = 0
    for i in range(len(a)):
        run = run + 1 if a[i] > 2 else 0
        best = max(best, run)
    return best, run


def flags(a):
    f = False
    g = True
    for i in range(len(a)):
        f = f or a[i] == 4
        g = g and a[i] > -5
        f ^= a[i] == 7
    return f, g


def taken_from_each_other(a):
    s = 0.0
    t = 0.0
    for i in range(len(a)):
        s = a[i] - s
        t -= a[i]
    return s, t


def halved(a):
    s = 100
    for i in range(len(a)):
        s //= 2
        s -= a[i] << 1
    return s


def taken_twice(a):
    s = 0
    for i in range(len(a)):
        s -= a[i]
        s -= i
    return s


def squares_by_two(a):
    s = 5
    t = 5
    for i in range(0, len(a), 2):
        s -= a[i] * a[i]
        t = a[i] - t
    return s, t


def differences_of_differences(a):
    s = 0
    for i in range(len(a)):
        s = s - (a[i] - (3 - s))
    return s


def negated(a):
    s = 0
    for i in range(len(a)):
        s = -(s + a[i])
    return s


def sums_of_sums(a):
    s = 0
    t = 0
    for i in range(len(a)):
        s += t
        t -= a[i]
    return s, t


def masked(a):
    s = 0
    for x in a:
        s -= x
        s &= 0xffff
    return s


def bits(a):
    s = -1
    t = 0
    u = 0
    for x in a:
        s &= ~x
        t |= x << 2
        u ^= -x
    return s, t, u


def counts_beside_halves(a, b):
    s = 0
    t = 0
    for i in range(len(a)):
        if a[i] == 7:
            s -= 7
            t += 1
        b[i] = i
    return s, t, b


def last_beside_stores(a, b):
    last = -1
    for i in range(len(a)):
        if a[i] > 6:
            b[i] = 1
            last = i
    return last, b


A = np.arange(17) * 7 % 11 - 3
ROWS = [(A,), (np.arange(33)[::-1].copy(),), (np.arange(0),), (np.arange(1),)]
NARROW = [(A.astype(np.int8),), (A.astype(np.uint8),), (A.astype(np.int16),), (A.astype(np.uint32),)]
ENDS = [(n,) for n in (0, 5, 2**31 - 2, 2**31 - 1, -(2**31), 2**63 - 6, -(2**63) + 9)]

CASES = {
    "past_31_bits": [(97,), (2**40,)],
    "near_the_ends": ENDS,
    "down_by_three": ENDS,
    "scaled_near_the_ends": ENDS,
    "int32_constants": [(A,)],
    "uint8_constants": [(A,)],
    "uint64_constants": [(A,)],
    "negative_uint32": ROWS + NARROW,
    "negative_uint64": ROWS[:2],
    "negative_indices": ROWS,
    "through_zero": ROWS[:2],
    "wrapping_shift": [(A, k) for k in (0, 1, 2, 5)],
    "index_after_break": ROWS,
    "index_after_steps": ROWS,
    "index_assigned": ROWS,
    "index_replaced": ROWS,
    "bound_changed": [(0,), (1,), (10,)],
    "narrow_index": ROWS[:2],
    "unsigned_index": ROWS,
    "read_what_is_stored": ROWS[:2],
    "read_through_a_view": ROWS[:2],
    "division_in_no_iteration": [(A, 0), (A, 3), (A, 7)],
    "division_in_an_iteration": [(A, 0), (A, 3), (A, 7)],
    "division_by_what_is_stored": [(A, 0), (A * 0, 7)],
    "carried_through_memory": ROWS,
    "changed_by_a_callee": ROWS[:2],
    "parameters_assigned": [(5,)],
    "parameters_swapped": [(5,), (9,)],
    "early_returns": ROWS,
    "clamped_differences": ROWS,
    "raise_in_an_iteration": ROWS,
    "caught_in_iterations": ROWS,
    "taken_or_counted": ROWS + NARROW,
    "last_least": ROWS,
    "product_or_sign": ROWS,
    "rises": ROWS + NARROW,
    "last_place": ROWS,
    "longest_run": ROWS,
    "flags": ROWS + NARROW,
    "taken_from_each_other": [(A,), (A * 0.5,)],
    "halved": ROWS,
    "taken_twice": ROWS + NARROW,
    "squares_by_two": ROWS + NARROW,
    "differences_of_differences": ROWS,
    "negated": ROWS,
    "sums_of_sums": ROWS,
    "masked": ROWS + NARROW,
    "bits": ROWS + NARROW,
    "counts_beside_halves": [(A.astype(t), np.zeros(17, u)) for t in (np.uint32, np.int32, np.float32) for u in (np.int16, np.uint8)],
    "last_beside_stores": [(A, np.zeros(17)), (A * 0.5, np.zeros(17))],
}
