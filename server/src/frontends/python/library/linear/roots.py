"""`np.roots`: the eigenvalues of the companion matrix."""

import numpy as np


def roots(p, zero):
    n = p.shape[0]
    first = 0
    while first < n and p[first] == 0:
        first += 1
    if first == n:
        return np.zeros(0, zero.dtype)
    last = n - 1
    while p[last] == 0:
        last -= 1
    degree = last - first
    out = np.zeros(n - 1 - first, zero.dtype)
    if degree > 0:
        companion = np.zeros((degree, degree), zero.dtype)
        for i in range(degree):
            companion[0, i] = -p[first + 1 + i] / p[first]
        for i in range(1, degree):
            companion[i, i - 1] = 1
        out[:degree] = np.linalg.eigvals(companion)
    return out
