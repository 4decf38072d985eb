"""Products of vectors and matrices. `zero` is of the elements' type, which the sums keep."""

import numpy as np


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
    for i in range(a.shape[0]):
        factor = a[i]
        for j in range(n):
            out[j] += factor * b[i, j]


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
    for k in range(a.shape[1]):
        factor = b[k]
        for i in range(m):
            out[i] += a[i, k] * factor


def check_matrices(a, b, out):
    if a.shape[1] != b.shape[0]:
        raise ValueError("incompatible array sizes for np.dot(a, b) (matrix * matrix)")
    if out.shape[0] != a.shape[0] or out.shape[1] != b.shape[1]:
        raise ValueError("incompatible output array size for np.dot(a, b, out) (matrix * matrix)")


def rows_columns(a, b, out, zero):
    check_matrices(a, b, out)
    for i in range(a.shape[0]):
        row = a[i]
        for j in range(b.shape[1]):
            out[i, j] = dot(row, b[:, j], zero)


def matrix_matrix(a, b, out, zero):
    check_matrices(a, b, out)
    m, inner = a.shape
    n = b.shape[1]
    whole = inner - inner % 4
    for i in range(m):
        for j in range(n):
            out[i, j] = zero
        for k in range(0, whole, 4):
            f0, f1, f2, f3 = a[i, k], a[i, k + 1], a[i, k + 2], a[i, k + 3]
            for j in range(n):
                added = (f0 * b[k, j] + f1 * b[k + 1, j]) + (f2 * b[k + 2, j] + f3 * b[k + 3, j])
                out[i, j] += added
        for k in range(whole, inner):
            factor = a[i, k]
            for j in range(n):
                out[i, j] += factor * b[k, j]


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
