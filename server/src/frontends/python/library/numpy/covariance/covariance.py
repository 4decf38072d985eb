"""Covariances of the rows of a matrix."""

import numpy as np


def check_ddof(ddof):
    if not np.isfinite(ddof):
        raise ValueError("Cannot convert non-finite ddof to integer")
    if ddof - int(ddof) != 0:
        raise ValueError("ddof must be integral value")


def copied(m, dtype):
    out = np.empty(m.shape, dtype)
    for i in range(m.shape[0]):
        for j in range(m.shape[1]):
            out[i, j] = m[i, j]
    return out


def cov(m, rowvar, ddof, dtype):
    if rowvar:
        return covariance(copied(m, dtype), ddof)
    return covariance(copied(m.T, dtype), ddof)


def check_rows(m):
    if m.shape[0] == 1:
        raise RuntimeError("2D array containing a single row is unsupported due to ambiguity in type inference. "
                           "To use numpy.cov in this case simply pass the row as a 1D array, i.e. m[0].")


def cov_both(m, y, rowvar, ddof, dtype):
    return covariance(joined(turned(m, rowvar, dtype), turned(y, rowvar, dtype)), ddof)


def turned(m, rowvar, dtype):
    if rowvar or m.shape[0] == 1:
        return copied(m, dtype)
    return copied(m.T, dtype)


def joined(m, y):
    if m.shape[1] != y.shape[1]:
        raise ValueError("m and y have incompatible dimensions")
    return np.concatenate((m, y))


def covariance(x, ddof):
    rows, columns = x.shape
    if rows == 0 or columns == 0:
        out = np.empty((rows, rows), x.dtype)
        out[:, :] = np.nan
        return out
    for i in range(rows):
        x[i, :] -= np.sum(x[i, :]) / columns
    c = np.dot(x, np.conj(x.T))
    c *= np.true_divide(1, max(columns - ddof, 0.0))
    return c


def variance(c):
    """Of one variable; nothing has NaN."""
    out = np.empty((), c.dtype)
    out[()] = c[0, 0] if c.size else np.nan
    return out


def scaled(c):
    """In place: to a diagonal of ones."""
    deviations = np.sqrt(np.diag(c).real)
    for i in range(c.shape[0]):
        c[i, :] /= deviations
        c[:, i] /= deviations
    return c


def clipped(x):
    return np.where(np.fabs(x) > 1, np.sign(x), x)


def corrcoef(c):
    return clipped(scaled(c))


def corrcoef_complex(c):
    scaled(c)
    return clipped(c.real) + 1j * clipped(c.imag)
