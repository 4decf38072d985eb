"""Factorizations into triangles, on copies of matrices in F order that they overwrite."""

import numpy as np


def magnitude(x):
    return abs(x.real) + abs(x.imag)


def swap_rows(a, i, k):
    if i != k:
        for j in range(a.shape[1]):
            a[i, j], a[k, j] = a[k, j], a[i, j]


def factor(a, pivots):
    """L and U in place of `a`; how many columns were fine before the first pivot of zero."""
    n = a.shape[0]
    good = n
    for k in range(n):
        best = k
        for i in range(k + 1, n):
            if magnitude(a[i, k]) > magnitude(a[best, k]):
                best = i
        pivots[k] = best
        if a[best, k] == 0:
            if good == n:
                good = k
            continue
        swap_rows(a, k, best)
        pivot = a[k, k]
        for i in range(k + 1, n):
            a[i, k] /= pivot
        for j in range(k + 1, n):
            top = a[k, j]
            if top != 0:
                for i in range(k + 1, n):
                    a[i, j] -= a[i, k] * top
    return good


def factor_regular(a):
    pivots = np.empty(a.shape[0], np.int64)
    if factor(a, pivots) != a.shape[0]:
        raise np.linalg.LinAlgError("Matrix is singular to machine precision.")
    return pivots


def invert(a):
    n = a.shape[0]
    pivots = factor_regular(a)
    invert_upper(a)
    column = np.empty(n, a.dtype)
    for j in range(n - 1, -1, -1):
        for i in range(j + 1, n):
            column[i] = a[i, j]
            a[i, j] = 0
        for k in range(j + 1, n):
            for i in range(n):
                a[i, j] -= a[i, k] * column[k]
    for j in range(n - 1, -1, -1):
        k = pivots[j]
        if k != j:
            for i in range(n):
                a[i, j], a[i, k] = a[i, k], a[i, j]


def invert_upper(a):
    for j in range(a.shape[0]):
        a[j, j] = a.dtype.type(1) / a[j, j]
        for k in range(j):
            top = a[k, j]
            for i in range(k):
                a[i, j] += a[i, k] * top
            a[k, j] = a[k, k] * top
        for i in range(j):
            a[i, j] *= -a[j, j]


def solve(a, b):
    """`b` is a matrix of one column or more."""
    n = a.shape[1]
    pivots = factor_regular(a)
    for k in range(n):
        swap_rows(b, k, pivots[k])
    for c in range(b.shape[1]):
        for k in range(n):
            value = b[k, c]
            for i in range(k + 1, n):
                b[i, c] -= a[i, k] * value
        for k in range(n - 1, -1, -1):
            b[k, c] /= a[k, k]
            value = b[k, c]
            for i in range(k):
                b[i, c] -= a[i, k] * value


def sign_of(pivots):
    sign = 1
    for k in range(len(pivots)):
        if pivots[k] != k:
            sign = -sign
    return sign


def log_determinant(a):
    n = a.shape[0]
    if n == 0:
        return 1.0, 0.0
    pivots = np.empty(n, np.int64)
    if factor(a, pivots) != n:
        return 0.0, -np.inf
    sign = sign_of(pivots)
    total = 0.0
    for k in range(n):
        value = a[k, k]
        if value < 0:
            sign = -sign
            value = -value
        total += np.log(value)
    return sign + 0.0, total


def complex_log_determinant(a):
    n = a.shape[0]
    if n == 0:
        return 1.0 + 0.0j, 0.0
    pivots = np.empty(n, np.int64)
    if factor(a, pivots) != n:
        return 0.0 + 0.0j, -np.inf
    sign = sign_of(pivots) + 0.0j
    total = 0.0
    for k in range(n):
        size = np.abs(a[k, k])
        sign = sign * (a[k, k] / size)
        total += np.log(size)
    return sign, total


def determinant(a):
    sign, size = log_determinant(a)
    return sign * np.exp(size)


def complex_determinant(a):
    sign, size = complex_log_determinant(a)
    return sign * np.exp(size)


def cholesky(a):
    """The lower triangle, in place."""
    n = a.shape[0]
    for j in range(n):
        square = a[j, j].real
        for k in range(j):
            square -= a[j, k].real * a[j, k].real + a[j, k].imag * a[j, k].imag
        if not square > 0:
            raise np.linalg.LinAlgError("Matrix is not positive definite.")
        root = np.sqrt(square)
        a[j, j] = root
        for i in range(j + 1, n):
            value = a[i, j]
            for k in range(j):
                value -= a[i, k] * np.conj(a[j, k])
            a[i, j] = value / root
        for i in range(j):
            a[i, j] = 0
