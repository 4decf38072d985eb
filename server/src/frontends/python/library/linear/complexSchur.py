"""Eigenvalues of complex matrices by QR steps with one shift, in the order that LAPACK finds them. Stands behind deflation.py."""

import math

import numpy as np


def size_of(x):
    return abs(x.real) + abs(x.imag)


def schur(h, z, w, first, stop):
    """
    Makes what is between first and stop of a Hessenberg matrix triangular, and turns the columns of `z` along. False if it does not
    converge.
    """
    for j in range(h.shape[0]):
        for i in range(j + (2 if first <= j < stop - 1 else 1), h.shape[0]):
            h[i, j] = 0
    for i in range(first + 1, stop):
        make_real(h, z, i)
    last = stop - 1
    while last >= first:
        steps = 0
        while True:
            low = start_of_block(h, first, last, stop)
            if low > first:
                h[low, low - 1] = 0
            if low == last:
                break
            if steps == 30 * max(10, stop - first):
                return False
            steps += 1
            single_step(h, z, low, last, shift_of(h, low, last, steps))
        w[last] = h[last, last]
        last = low - 1
    return True


def make_real(h, z, i):
    """Turns row and column i so that the element before the diagonal is real."""
    below = h[i, i - 1]
    if below.imag == 0:
        return
    turn = below / abs(below)
    h[i, i - 1] = abs(below)
    for j in range(i, h.shape[1]):
        h[i, j] *= np.conj(turn)
    for j in range(min(i + 2, h.shape[0])):
        h[j, i] *= turn
    for j in range(z.shape[0]):
        z[j, i] *= turn


def shift_of(h, low, last, steps):
    if steps % 20 == 0:
        return 0.75 * abs(h[last, last - 1].real) + h[last, last]
    if steps % 10 == 0:
        return 0.75 * abs(h[low + 1, low].real) + h[low, low]
    shift = h[last, last]
    u = np.sqrt(h[last - 1, last]) * np.sqrt(h[last, last - 1])
    size = size_of(u)
    if size == 0:
        return shift
    x = 0.5 * (h[last - 1, last - 1] - shift)
    sx = size_of(x)
    size = max(size, sx)
    y = size * np.sqrt((x / size) * (x / size) + (u / size) * (u / size))
    if sx > 0 and (x.real / sx) * y.real + (x.imag / sx) * y.imag < 0:
        y = -y
    return shift - u * (u / (x + y))


def single_step(h, z, low, last, shift):
    v = np.empty(2, h.dtype)
    start = low
    for m in range(last - 1, low - 1, -1):
        top = h[m, m] - shift
        below = h[m + 1, m].real
        s = size_of(top) + abs(below)
        top /= s
        below /= s
        v[0] = top
        v[1] = below
        start = m
        if m == low:
            break
        around = size_of(h[m, m]) + size_of(h[m + 1, m + 1])
        if abs(h[m, m - 1].real) * abs(below) <= PRECISION * (size_of(top) * around):
            break
    for k in range(start, last):
        if k > start:
            v[0] = h[k, k - 1]
            v[1] = h[k + 1, k - 1]
        tau = reflection(v)
        if k > start:
            h[k, k - 1] = v[0]
            h[k + 1, k - 1] = 0
        reflect(v, np.conj(tau), h[k : k + 2, k:])
        reflect_rows(v, tau, h[: min(k + 3, last + 1), k : k + 2])
        reflect_rows(v, tau, z[:, k : k + 2])
        if k == start and start > low:
            straighten(h, z, start, last, 1 - tau)
    make_real(h, z, last)


def straighten(h, z, start, last, factor):
    """Keeps the subdiagonal real where a step begins within the block."""
    turn = factor / abs(factor)
    h[start + 1, start] *= np.conj(turn)
    if start + 2 <= last:
        h[start + 2, start + 1] *= turn
    n = h.shape[0]
    for j in range(start, last + 1):
        if j != start + 1:
            for k in range(j + 1, n):
                h[j, k] *= turn
            for k in range(j):
                h[k, j] *= np.conj(turn)
            for k in range(n):
                z[k, j] *= np.conj(turn)
