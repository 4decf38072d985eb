"""
Eigenvalues of real matrices by QR steps with two shifts at a time, in the order that LAPACK finds them. Stands behind deflation.py.
"""

import math

import numpy as np


def size_of(x):
    return abs(x)


def schur(h, z, wr, wi, first, stop):
    """
    Makes what is between first and stop of a Hessenberg matrix almost triangular, and turns the columns of `z` along. False if it does
    not converge.
    """
    for j in range(h.shape[0]):
        for i in range(j + (2 if first <= j < stop - 1 else 1), h.shape[0]):
            h[i, j] = 0
    n = stop - first
    last = stop - 1
    while last >= first:
        steps = 0
        while True:
            low = start_of_block(h, first, last, stop)
            if low > first:
                h[low, low - 1] = 0
            if low >= last - 1:
                break
            if steps == 30 * max(10, n):
                return False
            steps += 1
            double_step(h, z, low, last, steps)
        if low == last:
            wr[last] = h[last, last]
            wi[last] = 0
        else:
            split_pair(h, z, last - 1, wr, wi)
        last = low - 1
    return True


def shifts(h, low, last, steps):
    """Real parts of two shifts, and the imaginary part of the first."""
    if steps % 10 == 0:
        if steps % 20 == 0:
            s = abs(h[last, last - 1]) + abs(h[last - 1, last - 2])
            a = d = 0.75 * s + h[last, last]
        else:
            s = abs(h[low + 1, low]) + abs(h[low + 2, low + 1])
            a = d = 0.75 * s + h[low, low]
        b = -0.4375 * s
        c = s
    else:
        a, b = h[last - 1, last - 1], h[last - 1, last]
        c, d = h[last, last - 1], h[last, last]
    s = abs(a) + abs(b) + abs(c) + abs(d)
    if s == 0:
        return 0.0, 0.0, 0.0
    a, b, c, d = a / s, b / s, c / s, d / s
    middle = (a + d) / 2
    determinant = (a - middle) * (d - middle) - b * c
    root = math.sqrt(abs(determinant))
    if determinant >= 0:
        return middle * s, middle * s, root * s
    near = middle + root if abs(middle + root - d) <= abs(middle - root - d) else middle - root
    return near * s, near * s, 0.0


def double_step(h, z, low, last, steps):
    first, second, imaginary = shifts(h, low, last, steps)
    v = np.empty(3)
    start = low
    for m in range(last - 2, low - 1, -1):
        below = h[m + 1, m]
        s = abs(h[m, m] - second) + abs(imaginary) + abs(below)
        below /= s
        v[0] = below * h[m, m + 1] + (h[m, m] - first) * ((h[m, m] - second) / s) + imaginary * (imaginary / s)
        v[1] = below * (h[m, m] + h[m + 1, m + 1] - first - second)
        v[2] = below * h[m + 2, m + 1]
        s = abs(v[0]) + abs(v[1]) + abs(v[2])
        v[0] /= s
        v[1] /= s
        v[2] /= s
        start = m
        if m == low:
            break
        around = abs(h[m - 1, m - 1]) + abs(h[m, m]) + abs(h[m + 1, m + 1])
        if abs(h[m, m - 1]) * (abs(v[1]) + abs(v[2])) <= PRECISION * abs(v[0]) * around:
            break
    for k in range(start, last):
        size = min(3, last - k + 1)
        x = v[:size]
        if k > start:
            for i in range(size):
                x[i] = h[k + i, k - 1]
        tau = reflection(x)
        if k > start:
            h[k, k - 1] = x[0]
            for i in range(1, size):
                h[k + i, k - 1] = 0
        elif start > low:
            h[k, k - 1] *= 1 - tau
        reflect(x, tau, h[k : k + size, k:])
        reflect_rows(x, tau, h[: min(k + 4, last + 1), k : k + size])
        reflect_rows(x, tau, z[:, k : k + size])


def turn_columns(z, j, c, s):
    for i in range(z.shape[0]):
        left, right = z[i, j], z[i, j + 1]
        z[i, j] = c * left + s * right
        z[i, j + 1] = c * right - s * left


def turn_rows(h, i, c, s):
    for j in range(h.shape[1]):
        upper_one, lower_one = h[i, j], h[i + 1, j]
        h[i, j] = c * upper_one + s * lower_one
        h[i + 1, j] = c * lower_one - s * upper_one


def split_pair(h, z, k, wr, wi):
    """Makes the block of two rows from k triangular where its eigenvalues are real."""
    a, b, c, d, cs, sn = standard_pair(h[k, k], h[k, k + 1], h[k + 1, k], h[k + 1, k + 1])
    h[k, k], h[k, k + 1], h[k + 1, k], h[k + 1, k + 1] = a, b, c, d
    wr[k], wr[k + 1] = a, d
    wi[k] = wi[k + 1] = 0 if c == 0 else math.sqrt(abs(b)) * math.sqrt(abs(c))
    turn_rows(h[:, k + 2 :], k, cs, sn)
    turn_columns(h[:k], k, cs, sn)
    turn_columns(z, k, cs, sn)


def standard_pair(a, b, c, d):
    """[a b; c d] turned so that c is 0, or a = d and b c < 0; with the rotation's c and s."""
    if c == 0:
        return a, b, c, d, 1.0, 0.0
    if b == 0:
        return d, -c, 0.0, a, 0.0, 1.0
    if a == d and (b > 0) != (c > 0):
        return a, b, c, d, 1.0, 0.0
    difference = a - d
    half = 0.5 * difference
    greater = max(abs(b), abs(c))
    less = min(abs(b), abs(c)) * math.copysign(1.0, b) * math.copysign(1.0, c)
    scale = max(abs(half), greater)
    root = (half / scale) * half + (greater / scale) * less
    if root >= 4 * PRECISION:
        root = half + math.copysign(math.sqrt(scale) * math.sqrt(root), half)
        size = math.hypot(c, root)
        return d + root, b - c, 0.0, d - (greater / root) * less, root / size, c / size
    total = b + c
    size = math.hypot(total, difference)
    cs = math.sqrt(0.5 * (1 + abs(total) / size))
    sn = -(half / (size * cs)) * math.copysign(1.0, total)
    aa, bb = a * cs + b * sn, b * cs - a * sn
    cc, dd = c * cs + d * sn, d * cs - c * sn
    a, b = aa * cs + cc * sn, bb * cs + dd * sn
    c, d = cc * cs - aa * sn, dd * cs - bb * sn
    middle = 0.5 * (a + d)
    if c == 0:
        return middle, b, c, middle, cs, sn
    if b == 0:
        return middle, -c, 0.0, middle, -sn, cs
    if (b > 0) != (c > 0):
        return middle, b, c, middle, cs, sn
    root_b, root_c = math.sqrt(abs(b)), math.sqrt(abs(c))
    p = math.copysign(root_b * root_c, c)
    tau = 1 / math.sqrt(abs(b + c))
    c1, s1 = root_b * tau, root_c * tau
    return middle + p, b - c, 0.0, middle - p, cs * c1 - sn * s1, cs * s1 + sn * c1
