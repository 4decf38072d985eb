"""Decompositions of matrices of float64 and complex128, which they overwrite. Stands behind the files that it uses."""

import numpy as np


def svd(a, u, s, v):
    """
    Singular vectors in the columns of `u` and `v`, which have as many columns as rows or as there are singular values. Matrices that are
    almost twice as tall or wide are made triangular first.
    """
    m, n = a.shape
    e = np.empty(s.shape[0])
    if m >= 11 * n // 6:
        left = np.empty((n, n), u.dtype)
        bidiagonalize(triangle_of(a, u), s, e, left, v)
        converge(s, e, left, v)
        multiply_columns(u, left)
    elif m >= n:
        bidiagonalize(a, s, e, u, v)
        converge(s, e, u, v)
    elif n >= 11 * m // 6:
        right = np.empty((m, m), u.dtype)
        lower = adjoint(triangle_of(adjoint(a), v))
        bidiagonalize(lower, s, e, u, right)
        converge(s, e, u, right)
        multiply_columns(v, right)
    else:
        bidiagonalize(adjoint(a), s, e, v, u)
        for i in range(m - 1):
            c, sine, s[i] = rotation(s[i], e[i])
            e[i] = sine * s[i + 1]
            s[i + 1] = c * s[i + 1]
            rotate(u, i, c, sine)
        converge(s, e, u, v)


def converge(s, e, u, v):
    if s.shape[0] == 1:
        if s[0] < 0:
            s[0] = -s[0]
            for k in range(u.shape[0]):
                u[k, 0] = -u[k, 0]
    elif not singular_values(s, e, u, v):
        raise ValueError("Internal algorithm failed to converge.")


def adjoint(a):
    out = np.empty((a.shape[1], a.shape[0]), a.dtype)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            out[j, i] = np.conj(a[i, j])
    return out


def triangle_of(a, q):
    """R of a = q R."""
    n = a.shape[1]
    taus = np.empty(n, a.dtype)
    triangularize(a, taus)
    orthogonal(a, taus, q)
    r = np.empty((n, n), a.dtype)
    upper(a, r)
    return r


def multiply_columns(q, z):
    """The first columns of `q` times `z`."""
    n = z.shape[0]
    row = np.empty(n, q.dtype)
    for i in range(q.shape[0]):
        for j in range(n):
            row[j] = q[i, j]
        for j in range(n):
            total = row[0] * z[0, j]
            for k in range(1, n):
                total += row[k] * z[k, j]
            q[i, j] = total


def eigh(a, w):
    """Eigenvalues, ascending, and vectors in place of the matrix."""
    n = a.shape[0]
    e = np.empty(n)
    q = np.empty((n, n), a.dtype)
    tridiagonalize(a, w, e, q)
    if not diagonalize(w, e, q):
        raise ValueError("Internal algorithm failed to converge.")
    for j in range(n):
        for i in range(n):
            a[i, j] = q[i, j]


def singular(a):
    m, n = a.shape
    k = min(m, n)
    s = np.empty(k)
    svd(a, np.empty((m, k), a.dtype), s, np.empty((n, k), a.dtype))
    return s


def inverted(u, s, v, least, out):
    """v s^-1 u* over the singular values above a bound, at least the first."""
    count = 0
    for k in range(s.shape[0]):
        if s[k] > least:
            s[k] = 1 / s[k]
            count = k
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            total = v[i, 0] * s[0] * np.conj(u[j, 0])
            for k in range(1, count + 1):
                total += v[i, k] * s[k] * np.conj(u[j, k])
            out[i, j] = total


def pinv(a, rcond, out):
    m, n = a.shape
    k = min(m, n)
    u = np.empty((m, k), a.dtype)
    v = np.empty((n, k), a.dtype)
    s = np.empty(k)
    svd(a, u, s, v)
    inverted(u, s, v, s[0] * rcond, out)


def least_squares(a, b, rcond, x, s):
    """Fills `x` and `s`, and gives the rank."""
    m, n = a.shape
    k = s.shape[0]
    u = np.empty((m, k), a.dtype)
    v = np.empty((n, k), a.dtype)
    svd(a, u, s, v)
    least = s[0] * (2.0**-53 if rcond < 0 else rcond)
    rank = 0
    while rank < k and s[rank] > least:
        rank += 1
    for c in range(b.shape[1]):
        for i in range(n):
            x[i, c] = 0
        for p in range(rank):
            total = np.conj(u[0, p]) * b[0, c]
            for i in range(1, m):
                total += np.conj(u[i, p]) * b[i, c]
            total /= s[p]
            for i in range(n):
                x[i, c] += v[i, p] * total
    return rank


def residuals(a, b, out):
    """Sums of squares that a matrix of full rank, taller than wide, leaves; overwrites both."""
    n = a.shape[1]
    taus = np.empty(n, a.dtype)
    triangularize(a, taus)
    for i in range(n):
        reflect(a[i:, i], np.conj(taus[i]), b[i:])
    for c in range(b.shape[1]):
        total = 0.0
        for i in range(n, b.shape[0]):
            total += b[i, c].real * b[i, c].real + b[i, c].imag * b[i, c].imag
        out[c] = total
