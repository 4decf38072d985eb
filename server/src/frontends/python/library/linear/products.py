"""Products of vectors and matrices. `zero` is of the elements' type, which the sums keep."""

import numpy as np
from numba import prange


def dot(a, b, zero):
    n = a.shape[0]
    if n != b.shape[0]:
        raise ValueError("incompatible array sizes for np.dot(a, b) (vector * vector)")
    # Four sums at a time do not wait for one another.
    s0 = s1 = s2 = s3 = zero
    whole = n - n % 4
    for i in range(0, whole, 4):
        s0 += a[i] * b[i]
        s1 += a[i + 1] * b[i + 1]
        s2 += a[i + 2] * b[i + 2]
        s3 += a[i + 3] * b[i + 3]
    for i in range(whole, n):
        s0 += a[i] * b[i]
    return (s0 + s1) + (s2 + s3)


def shared_dot(a, b, zero):
    n = a.shape[0]
    if n != b.shape[0]:
        raise ValueError("incompatible array sizes for np.dot(a, b) (vector * vector)")
    s0 = s1 = s2 = s3 = zero
    for block in prange(n // 4):
        i = 4 * block
        s0 += a[i] * b[i]
        s1 += a[i + 1] * b[i + 1]
        s2 += a[i + 2] * b[i + 2]
        s3 += a[i + 3] * b[i + 3]
    for i in range(n - n % 4, n):
        s0 += a[i] * b[i]
    return (s0 + s1) + (s2 + s3)


def conjugate_dot(a, b, zero):
    n = a.shape[0]
    if n != b.shape[0]:
        raise ValueError("incompatible array sizes for np.dot(a, b) (vector * vector)")
    total = zero
    for i in range(n):
        total += a[i].conjugate() * b[i]
    return total


def check_vector_matrix(a, b, out):
    if a.shape[0] != b.shape[0]:
        raise ValueError("incompatible array sizes for np.dot(a, b) (vector * matrix)")
    if out.shape[0] != b.shape[1]:
        raise ValueError("incompatible output array size for np.dot(a, b, out) (vector * matrix)")


def vector_matrix(a, b, out, zero):
    check_vector_matrix(a, b, out)
    n = b.shape[1]
    for j in range(n):
        out[j] = zero
    m = a.shape[0]
    whole = m - m % 4
    for i in range(0, whole, 4):
        add_rows(out, a[i], b[i], a[i + 1], b[i + 1], a[i + 2], b[i + 2], a[i + 3], b[i + 3])
    for i in range(whole, m):
        add_row(out, a[i], b[i])


def vector_columns(a, b, out, zero):
    check_vector_matrix(a, b, out)
    for j in range(b.shape[1]):
        out[j] = dot(a, b[:, j], zero)


def check_matrix_vector(a, b, out):
    if a.shape[1] != b.shape[0]:
        raise ValueError("incompatible array sizes for np.dot(a, b) (matrix * vector)")
    if out.shape[0] != a.shape[0]:
        raise ValueError("incompatible output array size for np.dot(a, b, out) (matrix * vector)")


def rows_vector(a, b, out, zero):
    check_matrix_vector(a, b, out)
    for i in range(a.shape[0]):
        out[i] = dot(a[i], b, zero)


def matrix_vector(a, b, out, zero):
    check_matrix_vector(a, b, out)
    m = a.shape[0]
    for i in range(m):
        out[i] = zero
    n = a.shape[1]
    whole = n - n % 4
    for k in range(0, whole, 4):
        add_rows(out, b[k], a[:, k], b[k + 1], a[:, k + 1], b[k + 2], a[:, k + 2], b[k + 3], a[:, k + 3])
    for k in range(whole, n):
        add_row(out, b[k], a[:, k])


def check_matrices(a, b, out):
    if a.shape[1] != b.shape[0]:
        raise ValueError("incompatible array sizes for np.dot(a, b) (matrix * matrix)")
    if out.shape[0] != a.shape[0] or out.shape[1] != b.shape[1]:
        raise ValueError("incompatible output array size for np.dot(a, b, out) (matrix * matrix)")


def matrix_matrix(a, b, out, zero):
    check_matrices(a, b, out)
    # A copy pays where every row meets every column.
    if a.size * b.shape[1] > 4096:
        rows_columns(np.ascontiguousarray(a), np.asfortranarray(b), out, zero)
    else:
        rows_columns(a, b, out, zero)


def rows_columns(a, b, out, zero):
    """Two rows and two columns at a time share what they read."""
    m = a.shape[0]
    n = b.shape[1]
    even_rows = m - m % 2
    even_columns = n - n % 2
    for i in range(0, even_rows, 2):
        for j in range(0, even_columns, 2):
            s0 = s1 = s2 = s3 = zero
            for k in range(a.shape[1]):
                a0, a1 = a[i, k], a[i + 1, k]
                b0, b1 = b[k, j], b[k, j + 1]
                s0 += a0 * b0
                s1 += a0 * b1
                s2 += a1 * b0
                s3 += a1 * b1
            out[i, j], out[i, j + 1] = s0, s1
            out[i + 1, j], out[i + 1, j + 1] = s2, s3
        for j in range(even_columns, n):
            out[i, j] = dot(a[i], b[:, j], zero)
            out[i + 1, j] = dot(a[i + 1], b[:, j], zero)
    for i in range(even_rows, m):
        for j in range(n):
            out[i, j] = dot(a[i], b[:, j], zero)


def add_row(target, factor, row):
    for j in range(target.shape[0]):
        target[j] += factor * row[j]


def add_rows(target, f0, r0, f1, r1, f2, r2, f3, r3):
    """Four at a time pass once over the target."""
    for j in range(target.shape[0]):
        target[j] += (f0 * r0[j] + f1 * r1[j]) + (f2 * r2[j] + f3 * r3[j])


def trace(a, offset, zero):
    rows, columns = a.shape
    if offset < 0:
        rows += offset
    else:
        columns -= offset
    total = zero
    for i in range(min(rows, columns)):
        total += a[i - min(offset, 0), i + max(offset, 0)]
    return total


def kron(a, b, out):
    m, n = b.shape
    for i in range(a.shape[0]):
        for k in range(m):
            for j in range(a.shape[1]):
                for l in range(n):
                    out[i * m + k, j * n + l] = a[i, j] * b[k, l]


def check_cross(m, n):
    if m not in (2, 3) or n not in (2, 3):
        raise ValueError("Incompatible dimensions for cross product\n(dimension must be 2 or 3)")
    if m == 2 and n == 2:
        raise ValueError(
            "Dimensions for both inputs is 2.\n"
            "Please replace your numpy.cross(a, b) call with "
            "a call to `cross2d(a, b)` from `numba.np.extensions`."
        )


def cross(a, b, dtype):
    m = a.shape[0]
    n = b.shape[0]
    check_cross(m, n)
    # What has two components lies in the plane.
    a2 = a[2] if m == 3 else a[0] * 0
    b2 = b[2] if n == 3 else b[0] * 0
    out = np.empty(3, dtype)
    out[0] = a[1] * b2 - a2 * b[1]
    out[1] = a2 * b[0] - a[0] * b2
    out[2] = a[0] * b[1] - a[1] * b[0]
    return out


def third(x):
    if x.shape[-1] == 3:
        return x[..., 2] + x.dtype.type(0)
    return x[..., 0] * x.dtype.type(0)


def cross_rows(a, b, dtype):
    check_cross(a.shape[-1], b.shape[-1])
    a2 = third(a)
    b2 = third(b)
    last = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    out = np.empty(last.shape + (3,), dtype)
    out[..., 0] = a[..., 1] * b2 - a2 * b[..., 1]
    out[..., 1] = a2 * b[..., 0] - a[..., 0] * b2
    out[..., 2] = last
    return out
