"""Eigenvalues and vectors of matrices that are not symmetric, as LAPACK's drivers find them. Stands behind the Schur forms."""

import numpy as np


def exchange(a, i, j, low, high):
    """Rows and columns i and j, of what is not split off."""
    if i == j:
        return
    for k in range(high):
        a[k, i], a[k, j] = a[k, j], a[k, i]
    for k in range(low, a.shape[1]):
        a[i, k], a[j, k] = a[j, k], a[i, k]


def is_zero_row(a, i, high):
    for j in range(high):
        if j != i and a[i, j] != 0:
            return False
    return True


def is_zero_column(a, j, low, high):
    for i in range(low, high):
        if i != j and a[i, j] != 0:
            return False
    return True


def isolate(a, scales):
    """Moves eigenvalues that stand alone to the ends; gives the range of the rest. `scales` remembers the exchanges."""
    low = 0
    high = a.shape[0]
    found = True
    while found and high > 0:
        found = False
        for i in range(high - 1, -1, -1):
            if is_zero_row(a, i, high):
                scales[high - 1] = i
                exchange(a, i, high - 1, low, high)
                if high == 1:
                    return 0, 1
                high -= 1
                found = True
                break
    found = True
    while found:
        found = False
        for j in range(low, high):
            if is_zero_column(a, j, low, high):
                scales[low] = j
                exchange(a, j, low, low, high)
                low += 1
                found = True
                break
    return low, high


def equalize(a, scales, low, high):
    """Scales rows and columns by powers of 2 until their norms are alike."""
    for i in range(low, high):
        scales[i] = 1
    found = True
    while found:
        found = False
        for i in range(low, high):
            column = norm(a[low:high, i])
            row = norm(a[i, low:high])
            if column == 0 or row == 0:
                continue
            before = column + row
            factor = 1.0
            goal = row / 2
            while column < goal:
                factor *= 2
                column *= 2
                row /= 2
                goal /= 2
            goal = column / 2
            while goal >= row:
                factor /= 2
                column /= 2
                goal /= 2
                row *= 2
            if column + row < 0.95 * before:
                scales[i] *= factor
                found = True
                for j in range(low, a.shape[1]):
                    a[i, j] /= factor
                for j in range(high):
                    a[j, i] *= factor


def hessenberg(a, low, high, z):
    """Makes zeros below the subdiagonal; `z` becomes the transformation."""
    n = a.shape[0]
    taus = np.zeros(n, a.dtype)
    for i in range(low, high - 2):
        x = a[i + 1 : high, i]
        taus[i] = reflection(x)
        reflect_rows(x, taus[i], a[:high, i + 1 : high])
        reflect(x, np.conj(taus[i]), a[i + 1 : high, i + 1 :])
    for j in range(n):
        for i in range(n):
            z[i, j] = 1 if i == j else 0
    for i in range(high - 3, low - 1, -1):
        reflect(a[i + 1 : high, i], taus[i], z[i + 1 : high, i + 1 : high])


def triangular_vectors(t, z):
    """Turns the columns of `z` into eigenvectors of z t z*."""
    n = t.shape[0]
    x = np.empty(n, t.dtype)
    for last in range(n - 1, -1, -1):
        value = t[last, last]
        least = max(2.0**-52 * (abs(value.real) + abs(value.imag)), 2.0**-1022 * (n / 2.0**-52))
        x[last] = 1
        for k in range(last):
            x[k] = -t[k, last]
        for k in range(last - 1, -1, -1):
            difference = t[k, k] - value
            if abs(difference.real) + abs(difference.imag) < least:
                difference = difference - difference + least
            x[k] /= difference
            for i in range(k):
                x[i] -= x[k] * t[i, k]
        for i in range(n):
            total = x[last] * z[i, last]
            for k in range(last):
                total += x[k] * z[i, k]
            z[i, last] = total


def restore(z, scales, low, high):
    """Undoes `isolate` and `equalize`."""
    n = z.shape[0]
    for i in range(low, high):
        for j in range(n):
            z[i, j] *= scales[i]
    for i in range(low - 1, -1, -1):
        swap_rows(z, i, int(scales[i]))
    for i in range(high, n):
        swap_rows(z, i, int(scales[i]))


def swap_rows(z, i, k):
    if i != k:
        for j in range(z.shape[1]):
            z[i, j], z[k, j] = z[k, j], z[i, j]


def normalize(z):
    """Columns of length 1."""
    for j in range(z.shape[1]):
        size = norm(z[:, j])
        for i in range(z.shape[0]):
            z[i, j] /= size


def turn_to_real(z):
    """The largest element of each column becomes real."""
    for j in range(z.shape[1]):
        largest = 0
        for i in range(1, z.shape[0]):
            if abs(z[i, j]) > abs(z[largest, j]):
                largest = i
        turn = np.conj(z[largest, j]) / abs(z[largest, j])
        for i in range(z.shape[0]):
            z[i, j] *= turn
        z[largest, j] = z[largest, j].real


def failed():
    raise ValueError("Internal algorithm failed to converge.")


def reduced(a, z, scales):
    """Balances a matrix and makes it Hessenberg; gives the range of what is not triangular yet."""
    low, high = isolate(a, scales)
    equalize(a, scales, low, high)
    hessenberg(a, low, high, z)
    return low, high


def eigenvalues(a, z, w):
    """Eigenvalues of a real matrix, and vectors in `z`. Says whether all are real; without that it makes no vectors."""
    n = a.shape[0]
    scales = np.empty(n)
    low, high = reduced(a, z, scales)
    imaginary = np.zeros(n)
    for i in range(n):
        w[i] = a[i, i]
    if not schur(a, z, w, imaginary, low, high):
        failed()
    for i in range(n):
        if imaginary[i] != 0:
            return False
    triangular_vectors(a, z)
    restore(z, scales, low, high)
    normalize(z)
    return True


def complex_eigenvalues(a, z, w):
    """Eigenvalues of a complex matrix, and vectors in `z`."""
    n = a.shape[0]
    scales = np.empty(n)
    low, high = reduced(a, z, scales)
    for i in range(n):
        w[i] = a[i, i]
    if not schur(a, z, w, low, high):
        failed()
    triangular_vectors(a, z)
    restore(z, scales, low, high)
    normalize(z)
    turn_to_real(z)
