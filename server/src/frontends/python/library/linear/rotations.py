"""
Eigenvalues of symmetric tridiagonal matrices, by Givens' rotations, in the order and with the signs that LAPACK has.
"""

import math

EPSILON = 2.0**-53
LEAST = 2.0**-1022


def sign(size, of):
    return math.copysign(size, of)


def rotation(f, g):
    """c, s and r of [c s; -s c] (f, g) = (r, 0)."""
    if g == 0:
        return 1.0, 0.0, f
    if f == 0:
        return 0.0, sign(1.0, g), abs(g)
    size = math.sqrt(f * f + g * g)
    r = sign(size, f)
    return abs(f) / size, g / r, r


def rotate(z, j, c, s):
    """Turns columns j and j + 1."""
    for i in range(z.shape[0]):
        right = z[i, j + 1]
        z[i, j + 1] = c * right - s * z[i, j]
        z[i, j] = s * right + c * z[i, j]


def swap_columns(z, i, j):
    for k in range(z.shape[0]):
        z[k, i], z[k, j] = z[k, j], z[k, i]


def symmetric_pair(a, b, c):
    """Eigenvalues of [a b; b c], the greater in size first, and the first one's unit vector."""
    total = a + c
    difference = a - c
    twice = b + b
    wide = abs(difference)
    off = abs(twice)
    greater, less = (a, c) if abs(a) > abs(c) else (c, a)
    if wide > off:
        root = wide * math.sqrt(1 + (off / wide) ** 2)
    elif wide < off:
        root = off * math.sqrt(1 + (wide / off) ** 2)
    else:
        root = off * math.sqrt(2.0)
    if total < 0:
        first = 0.5 * (total - root)
    elif total > 0:
        first = 0.5 * (total + root)
    else:
        first = 0.5 * root
    second = -first if total == 0 else (greater / first) * less - (b / first) * b
    same = (difference >= 0) == (total >= 0)
    cs = difference + root if difference >= 0 else difference - root
    if abs(cs) > off:
        ratio = -twice / cs
        s = 1 / math.sqrt(1 + ratio * ratio)
        c1 = ratio * s
    elif off == 0:
        c1 = 1.0
        s = 0.0
    else:
        ratio = -cs / twice
        c1 = 1 / math.sqrt(1 + ratio * ratio)
        s = ratio * c1
    if same:
        c1, s = -s, c1
    return first, second, c1, s


def diagonalize(d, e, z):
    """Eigenvalues in `d`, ascending; turns the columns of `z` along. False if it does not converge."""
    n = d.shape[0]
    left = 30 * n
    start = 0
    while start < n:
        stop = start
        while stop < n - 1:
            if abs(e[stop]) <= math.sqrt(abs(d[stop])) * math.sqrt(abs(d[stop + 1])) * EPSILON:
                e[stop] = 0
                break
            stop += 1
        if stop > start:
            if abs(d[stop]) < abs(d[start]):
                left = from_below(d, e, z, stop, start, left)
            else:
                left = from_above(d, e, z, start, stop, left)
            if left < 0:
                return False
        start = stop + 1
    ascend(d, z)
    return True


def ascend(d, z):
    n = d.shape[0]
    for i in range(n - 1):
        k = i
        for j in range(i + 1, n):
            if d[j] < d[k]:
                k = j
        if k != i:
            d[i], d[k] = d[k], d[i]
            swap_columns(z, i, k)


def is_small(d, e, k):
    return abs(e[k]) ** 2 <= EPSILON * EPSILON * abs(d[k]) * abs(d[k + 1]) + LEAST


def from_above(d, e, z, low, high, left):
    """QL steps that let the eigenvalues of d[low:high + 1] converge at the top."""
    while low <= high:
        m = low
        while m < high and not is_small(d, e, m):
            m += 1
        if m < high:
            e[m] = 0
        if m == low:
            low += 1
        elif m == low + 1:
            d[low], d[m], c, s = symmetric_pair(d[low], e[low], d[m])
            rotate(z, low, c, s)
            e[low] = 0
            low += 2
        else:
            if left == 0:
                return -1
            left -= 1
            p = d[low]
            g = (d[low + 1] - p) / (2 * e[low])
            g = d[m] - p + e[low] / (g + sign(math.hypot(g, 1.0), g))
            s = c = 1.0
            p = 0.0
            for i in range(m - 1, low - 1, -1):
                f = s * e[i]
                b = c * e[i]
                c, s, r = rotation(g, f)
                if i != m - 1:
                    e[i + 1] = r
                g = d[i + 1] - p
                r = (d[i] - g) * s + 2 * c * b
                p = s * r
                d[i + 1] = g + p
                g = c * r - b
                rotate(z, i, c, -s)
            d[low] -= p
            e[low] = g
    return left


def from_below(d, e, z, high, low, left):
    """QR steps that let the eigenvalues of d[low:high + 1] converge at the bottom."""
    while high >= low:
        m = high
        while m > low and not is_small(d, e, m - 1):
            m -= 1
        if m > low:
            e[m - 1] = 0
        if m == high:
            high -= 1
        elif m == high - 1:
            d[m], d[high], c, s = symmetric_pair(d[m], e[m], d[high])
            rotate(z, m, c, s)
            e[m] = 0
            high -= 2
        else:
            if left == 0:
                return -1
            left -= 1
            p = d[high]
            g = (d[high - 1] - p) / (2 * e[high - 1])
            g = d[m] - p + e[high - 1] / (g + sign(math.hypot(g, 1.0), g))
            s = c = 1.0
            p = 0.0
            for i in range(m, high):
                f = s * e[i]
                b = c * e[i]
                c, s, r = rotation(g, f)
                if i != m:
                    e[i - 1] = r
                g = d[i] - p
                r = (d[i + 1] - g) * s + 2 * c * b
                p = s * r
                d[i] = g + p
                g = c * r - b
                rotate(z, i, c, s)
            d[high] -= p
            e[high - 1] = g
    return left
