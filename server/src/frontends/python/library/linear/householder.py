"""
Reductions by Householder's reflections H = 1 - tau v v*, in place of matrices in F order. A vector v begins with 1, which is not
stored, and stands where it made zeros; `taus` holds their factors.
"""

import numpy as np


def norm(x):
    greatest = 0.0
    for value in x:
        greatest = max(greatest, abs(np.float64(value.real)), abs(np.float64(value.imag)))
    if greatest == 0:
        return greatest
    # Squares of what lies in between neither overflow nor vanish.
    scale = 1.0 if 1e-140 < greatest < 1e140 else greatest
    total = 0.0
    for value in x:
        re = value.real / scale
        im = value.imag / scale
        total += re * re + im * im
    return scale * np.sqrt(total)


def reflection(x):
    """The factor tau of the reflection that leaves only the first element of `x`, which is overwritten."""
    alpha = x[0]
    rest = norm(x[1:])
    if rest == 0 and alpha.imag == 0:
        return alpha - alpha
    size = np.hypot(np.float64(np.abs(alpha)), rest)
    beta = x.real.dtype.type(-size if alpha.real >= 0 else size)
    tau = (beta - alpha) / beta
    factor = x.dtype.type(1) / (alpha - beta)
    for i in range(1, x.shape[0]):
        x[i] *= factor
    x[0] = beta
    return tau


def reflect(v, tau, c):
    """Applies H from the left to `c`, whose rows are those of `v`."""
    if tau == 0:
        return
    for j in range(c.shape[1]):
        total = c[0, j]
        for i in range(1, v.shape[0]):
            total += np.conj(v[i]) * c[i, j]
        total *= tau
        c[0, j] -= total
        for i in range(1, v.shape[0]):
            c[i, j] -= v[i] * total


def triangularize(a, taus):
    for i in range(taus.shape[0]):
        taus[i] = reflection(a[i:, i])
        reflect(a[i:, i], np.conj(taus[i]), a[i:, i + 1 :])


def orthogonal(a, taus, q):
    """The columns of the product of the reflections that `a` holds."""
    for j in range(q.shape[1]):
        for i in range(q.shape[0]):
            q[i, j] = 1 if i == j else 0
    for i in range(taus.shape[0] - 1, -1, -1):
        reflect(a[i:, i], taus[i], q[i:, i:])


def upper(a, r):
    for j in range(r.shape[1]):
        for i in range(r.shape[0]):
            r[i, j] = a[i, j] if i <= j else 0


def reflect_rows(v, tau, c):
    """Applies H from the right to `c`, whose columns are the rows of `v`."""
    if tau == 0:
        return
    for i in range(c.shape[0]):
        total = c[i, 0]
        for j in range(1, v.shape[0]):
            total += c[i, j] * v[j]
        total *= tau
        c[i, 0] -= total
        for j in range(1, v.shape[0]):
            c[i, j] -= total * np.conj(v[j])


def bidiagonalize(a, d, e, u, v):
    """a = u B v*, of at least as many rows as columns, where B has `d` on its diagonal and `e` above it."""
    n = a.shape[1]
    left = np.empty(n, a.dtype)
    right = np.empty(n, a.dtype)
    for i in range(n):
        left[i] = reflection(a[i:, i])
        d[i] = a[i, i].real
        reflect(a[i:, i], np.conj(left[i]), a[i:, i + 1 :])
        if i + 1 < n:
            row = np.conj(a[i, i + 1 :])
            right[i] = reflection(row)
            e[i] = row[0].real
            reflect_rows(row, right[i], a[i + 1 :, i + 1 :])
            a[i, i + 1 :] = row
    orthogonal(a, left, u)
    for j in range(n):
        for i in range(n):
            v[i, j] = 1 if i == j else 0
    for i in range(n - 2, -1, -1):
        reflect(a[i, i + 1 :], right[i], v[i + 1 :, i + 1 :])


def tridiagonalize(a, d, e, q):
    """a = q T q* of a Hermitian matrix, of which the lower triangle is read; T has `d` on its diagonal and `e` beside it."""
    n = a.shape[0]
    taus = np.empty(max(n - 1, 0), a.dtype)
    for i in range(n - 1):
        tau = reflection(a[i + 1 :, i])
        taus[i] = tau
        e[i] = a[i + 1, i].real
        a[i + 1, i] = 1
        if tau != 0:
            subtract_twice(a[i + 1 :, i + 1 :], a[i + 1 :, i], tau)
        d[i] = a[i, i].real
    if n > 0:
        d[n - 1] = a[n - 1, n - 1].real
    for j in range(n):
        for i in range(n):
            q[i, j] = 1 if i == j else 0
    for i in range(n - 2, -1, -1):
        reflect(a[i + 1 :, i], taus[i], q[i + 1 :, i + 1 :])


def subtract_twice(a, v, tau):
    """H a H of the lower triangle of a Hermitian matrix."""
    n = a.shape[0]
    w = np.empty(n, a.dtype)
    for i in range(n):
        total = v[i] * a[i, i].real
        for j in range(i):
            total += a[i, j] * v[j]
        for j in range(i + 1, n):
            total += np.conj(a[j, i]) * v[j]
        w[i] = tau * total
    product = tau - tau
    for i in range(n):
        product += np.conj(w[i]) * v[i]
    half = tau * product * 0.5
    for i in range(n):
        w[i] -= half * v[i]
    for j in range(n):
        for i in range(j, n):
            a[i, j] -= v[i] * np.conj(w[j]) + w[i] * np.conj(v[j])
