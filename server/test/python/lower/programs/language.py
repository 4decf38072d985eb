"""The language's corners; each function is compiled and compared with CPython."""
import numpy as np
from numba import njit

WEIGHTS = np.array([0.5, 1.5, 2.5])
SHIFTED = WEIGHTS + 1.0
OFFSETS = ((0, 1), (1, 0), (-1, 0))


@njit
def frozen_arrays(n):
    total = 0.0
    for i in range(n):
        total += WEIGHTS[i % 3] * SHIFTED[(i + 1) % len(SHIFTED)]
    for dy, dx in OFFSETS:
        total += dy * 10 + dx
    return total, WEIGHTS.sum()


@njit
def weigh(x):
    return x * WEIGHTS[1]


@njit
def frozen_in_callee(n):
    total = 0.0
    for i in range(n):
        total += weigh(i)
    return total


@njit
def optional_array(a, n):
    best = None
    for i in range(n):
        if a[i] > 2:
            best = a[i:] * 2
    if best is None:
        return a
    return best


@njit
def optional_result(a, x):
    for i in range(len(a)):
        if a[i] == x:
            return i
    return None


@njit
def uses_optional(a, x):
    found = optional_result(a, x)
    if found is not None:
        return found + 10
    return -1


@njit
def may_raise(x):
    if x < 0:
        raise ValueError("negative")
    return np.ones(3) * x


@njit
def catches_callee(n):
    total = np.zeros(3)
    failed = 0
    for i in range(-2, n):
        try:
            total = total + may_raise(i)
        except Exception:
            failed += 1
    return total, failed


@njit
def nested_try(n):
    log = 0
    try:
        log += 1
        try:
            if n == 1:
                raise ValueError("inner")
            log += 10
        except Exception:
            log += 100
            if n == 2:
                log += 5
        if n == 3:
            raise ValueError("outer")
        log += 1000
    except Exception:
        log += 10000
    return log


@njit
def tuple_of_arrays(a):
    pair = (a, a * 2)
    first, second = pair
    swapped = (pair[1], pair[0])
    x, y = swapped[0][1:], swapped[1]
    return x.sum() + y[0], first[0] + second[-1], swapped


@njit
def unpack_array(a):
    x, y, z = a
    (p, q), r = (x, y), z
    return p + q * 10 + r * 100


@njit
def list_of_lists(n):
    rows = [[0]]
    for i in range(n):
        row = [j * i for j in range(i)]
        row.append(-i)
        rows.append(row)
    total = 0
    for row in rows:
        for value in row:
            total += value
    rows[0][0] = 99
    return total, len(rows), rows[0][0]


@njit
def list_of_arrays(n):
    parts = [np.arange(3)]
    for i in range(n):
        parts.append(np.arange(3) * i)
        parts[0] = parts[0] + parts[-1]
    last = parts.pop()
    parts = parts[:2]
    return parts[0], last


@njit
def list_of_tuples(n):
    pairs = [(i, i * 0.5) for i in range(n)]
    pairs.append((n, -1.0))
    a = 0
    b = 0.0
    for x, y in pairs:
        a += x
        b += y
    return a, b, pairs[-1]


@njit
def mutates_captured(n):
    log = [0]

    def note(x):
        log.append(x)
        return len(log)

    total = 0
    for i in range(n):
        total += note(i * i)
    return total, log


@njit
def slices(a):
    b = a[1:-1]
    b[0] = 100
    a[::2] = a[::2] * -1
    c = a[::-1]
    c[:2] += 5
    a[1:3] = 7
    return a, b.copy(), c.copy(), a[5:2].size, a[-3:].sum()


@njit
def matrix_views(m):
    m[0] = m[1] * 2
    m[:, 1] = m[:, 0] + 1
    row = m[-1]
    row += 1
    t = m.T
    t[0, 1] = -9
    flat = m.ravel()
    return m, t.copy(), flat[3], m[1:, ::-1].copy()


@njit
def in_place(a, b):
    c = a
    a += b
    a *= 2
    a = a - 1
    a -= c
    c[0] = 50
    return a, b, c


@njit
def masks(a):
    big = a > 2
    a[big] = 0
    count = 0
    for flag in big:
        if flag and not flag != True:
            count += 1
    return a, big.any(), big.all(), count, np.where(big, 1.0, a)


@njit
def array_expressions(a, b, s):
    x = a * b + s * a - b / (s + 2)
    y = (a > b) & (a < 10) | (b == 3)
    z = -a ** 2 + np.abs(b)
    w = np.sqrt(np.abs(x)) + np.maximum(a, b)
    return x, y, z, w


@njit
def mixed_types(a, i, f):
    return a + i, a * f, a // 2, a % 3, a / 2, i * f, i / 2, a > f


@njit
def complex_numbers(z, n):
    total = 0j
    for k in range(n):
        total += z ** 2 * k + complex(k, -k)
        total = total.conjugate() if k % 2 else total
    return total, total.real, abs(total), total == total


@njit
def value_of_tests(a, b):
    c = a and b
    d = a or b
    e = (a > 1) and (b > 1)
    f = not a
    g = a > b or a == 3 and b == 4
    return c, d, e, f, g, (1 if a else 2) + (3 if not b else 4)


@njit
def conditional_arrays(a, flag):
    b = a * 2 if flag else a
    c = (a if not flag else a + 1)[1:]
    return b, c.sum()


@njit
def loops(n):
    out = []
    for i in range(n, -n, -2):
        if i == 0:
            continue
        for j in (1, 2, 3):
            if j * i > 6:
                break
        else:
            out.append(i)
            continue
        out.append(j)
    i = 100
    while i > n:
        i //= 2
    else:
        out.append(i)
    return out


@njit
def shadowing(n):
    x = n
    for x in range(3):
        y = x
    z = x + y
    for x in [1.5, 2.5]:
        z += x
    return x, y, z


@njit
def early_returns(m):
    for i in range(m.shape[0]):
        row = m[i]
        for j in range(len(row)):
            doubled = row * 2
            if doubled[j] > 5:
                return doubled, i, j
    return m[0], -1, -1


@njit
def strings(s, n):
    out = []
    for i, ch in enumerate(s):
        if ch.isupper() or ch in "aeiou":
            out.append(ch + str(n))
    joined = "-".join(out)
    return joined, joined[::-1], len(joined), s == joined, s[1:3] + f"{n}!"


@njit
def unused(n):
    a = np.arange(n)
    a[0]
    a.sum()
    n + 1
    [n, n]
    "text"
    return None


@njit
def returns_nothing(a):
    for i in range(len(a)):
        if a[i] > 2:
            a[i] = 0
            return
    a[0] = -1
