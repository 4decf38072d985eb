"""
Singular values of bidiagonal matrices, by Givens' rotations, in the order and with the signs that LAPACK has. Stands behind
rotations.py.
"""

import math


def least_singular(f, g, h):
    """Of [f g; 0 h]."""
    fa, ga, ha = abs(f), abs(g), abs(h)
    least = min(fa, ha)
    greatest = max(fa, ha)
    if least == 0:
        return 0.0
    total = 1 + least / greatest
    part = (greatest - least) / greatest
    if ga < greatest:
        square = (ga / greatest) ** 2
        return least * (2 / (math.sqrt(total * total + square) + math.sqrt(part * part + square)))
    ratio = greatest / ga
    if ratio == 0:
        return least * greatest / ga
    c = 1 / (math.sqrt(1 + (total * ratio) ** 2) + math.sqrt(1 + (part * ratio) ** 2))
    return least * c * ratio * 2


def upper_pair(f, g, h):
    """Least and greatest singular value of [f g; 0 h], the right and the left rotation (s, c of each)."""
    swaps = abs(h) > abs(f)
    ft, ht = (h, f) if swaps else (f, h)
    fa, ha, ga = abs(ft), abs(ht), abs(g)
    largest = 2 if ga > fa else 3 if swaps else 1
    if ga == 0:
        least, greatest, cl, cr, sl, sr = ha, fa, 1.0, 1.0, 0.0, 0.0
    elif ga > fa and fa / ga < EPSILON:
        greatest = ga
        least = fa / (ga / ha) if ha > 1 else fa / ga * ha
        cl, sl, sr, cr = 1.0, ht / g, 1.0, ft / g
    else:
        difference = fa - ha
        part = 1.0 if difference == fa else difference / fa
        m = g / ft
        t = 2 - part
        s = math.sqrt(t * t + m * m)
        r = abs(m) if part == 0 else math.sqrt(part * part + m * m)
        a = 0.5 * (s + r)
        least = ha / a
        greatest = fa * a
        if m * m != 0:
            t = (m / (s + t) + m / (r + part)) * (1 + a)
        elif part == 0:
            t = sign(2.0, ft) * sign(1.0, g)
        else:
            t = g / sign(difference, ft) + m / t
        size = math.sqrt(t * t + 4)
        cr = 2 / size
        sr = t / size
        cl = (cr + sr * m) / a
        sl = ht / ft * sr / a
    if swaps:
        cl, sl, cr, sr = sr, cr, sl, cl
    if largest == 1:
        turn = sign(1.0, cr) * sign(1.0, cl) * sign(1.0, f)
    elif largest == 2:
        turn = sign(1.0, sr) * sign(1.0, cl) * sign(1.0, g)
    else:
        turn = sign(1.0, sr) * sign(1.0, sl) * sign(1.0, h)
    return sign(least, turn * sign(1.0, f) * sign(1.0, h)), sign(greatest, turn), sr, cr, sl, cl


def singular_values(d, e, u, v):
    """Singular values in `d`, descending; turns the columns of `u` and `v` along. False if it does not converge."""
    n = d.shape[0]
    tolerance = max(10.0, min(100.0, EPSILON**-0.125)) * EPSILON
    smallest = abs(d[0])
    mu = smallest
    for i in range(1, n):
        if smallest == 0:
            break
        mu = abs(d[i]) * (mu / (mu + abs(e[i - 1])))
        smallest = min(smallest, mu)
    threshold = max(tolerance * (smallest / math.sqrt(n)), 6 * n * n * LEAST)
    left = 6 * n * n
    high = n - 1
    old_low = old_high = -1
    down = True
    while high > 0:
        if left < 0:
            return False
        low = high
        largest = abs(d[high])
        while low > 0:
            if abs(e[low - 1]) <= threshold:
                e[low - 1] = 0
                break
            largest = max(largest, abs(d[low - 1]), abs(e[low - 1]))
            low -= 1
        if low == high:
            high -= 1
            continue
        if low == high - 1:
            d[high], d[low], sr, cr, sl, cl = upper_pair(d[low], e[low], d[high])
            e[low] = 0
            rotate(v, low, cr, sr)
            rotate(u, low, cl, sl)
            high -= 2
            continue
        if low > old_high or high < old_low or old_low < 0:
            down = abs(d[low]) >= abs(d[high])
        least = deflate(d, e, low, high, down, tolerance)
        if least < 0:
            continue
        old_low = low
        old_high = high
        shift = shift_of(d, e, low, high, down)
        if n * tolerance * (least / largest) <= max(EPSILON, 0.01 * tolerance):
            shift = 0.0
        left -= high - low
        if shift == 0:
            sweep_plainly(d, e, u, v, low, high, down)
        else:
            sweep(d, e, u, v, low, high, down, shift)
        last = high - 1 if down else low
        if abs(e[last]) <= threshold:
            e[last] = 0
    descend(d, u, v)
    return True


def deflate(d, e, low, high, down, tolerance):
    """Sets an element that is small beside its neighbours to 0 and gives -1; else a lower bound of the singular values."""
    last = high - 1 if down else low
    if abs(e[last]) <= tolerance * abs(d[high if down else low]):
        e[last] = 0
        return -1.0
    mu = abs(d[low if down else high])
    least = mu
    for step in range(high - low):
        k = low + step if down else high - 1 - step
        if abs(e[k]) <= tolerance * mu:
            e[k] = 0
            return -1.0
        mu = abs(d[k + 1 if down else k]) * (mu / (mu + abs(e[k])))
        least = min(least, mu)
    return least


def shift_of(d, e, low, high, down):
    if down:
        size = abs(d[low])
        shift = least_singular(d[high - 1], e[high - 1], d[high])
    else:
        size = abs(d[high])
        shift = least_singular(d[low], e[low], d[low + 1])
    return 0.0 if size > 0 and (shift / size) ** 2 < EPSILON else shift


def sweep_plainly(d, e, u, v, low, high, down):
    """One step without a shift."""
    c = old_c = 1.0
    s = old_s = 0.0
    for step in range(high - low):
        if down:
            i = low + step
            c, s, r = rotation(d[i] * c, e[i])
            if step > 0:
                e[i - 1] = old_s * r
            old_c, old_s, d[i] = rotation(old_c * r, d[i + 1] * s)
            rotate(v, i, c, s)
            rotate(u, i, old_c, old_s)
        else:
            i = high - step
            c, s, r = rotation(d[i] * c, e[i - 1])
            if step > 0:
                e[i] = old_s * r
            old_c, old_s, d[i] = rotation(old_c * r, d[i - 1] * s)
            rotate(v, i - 1, old_c, -old_s)
            rotate(u, i - 1, c, -s)
    end = high if down else low
    h = d[end] * c
    d[end] = h * old_c
    e[high - 1 if down else low] = h * old_s


def sweep(d, e, u, v, low, high, down, shift):
    """One step with a shift."""
    start = low if down else high
    f = (abs(d[start]) - shift) * (sign(1.0, d[start]) + shift / d[start])
    g = e[low] if down else e[high - 1]
    for step in range(high - low):
        i = low + step if down else high - step
        k = i + 1 if down else i - 1
        between = i if down else i - 1
        c, s, r = rotation(f, g)
        if step > 0:
            e[i - 1 if down else i] = r
        f = c * d[i] + s * e[between]
        e[between] = c * e[between] - s * d[i]
        g = s * d[k]
        d[k] = c * d[k]
        c2, s2, d[i] = rotation(f, g)
        f = c2 * e[between] + s2 * d[k]
        d[k] = c2 * d[k] - s2 * e[between]
        if step < high - low - 1:
            behind = k if down else k - 1
            g = s2 * e[behind]
            e[behind] = c2 * e[behind]
        if down:
            rotate(v, i, c, s)
            rotate(u, i, c2, s2)
        else:
            rotate(v, k, c2, -s2)
            rotate(u, k, c, -s)
    e[high - 1 if down else low] = f


def descend(d, u, v):
    n = d.shape[0]
    for i in range(n):
        if d[i] < 0:
            d[i] = -d[i]
            for k in range(v.shape[0]):
                v[k, i] = -v[k, i]
    for last in range(n - 1, 0, -1):
        least = 0
        for j in range(1, last + 1):
            if d[j] <= d[least]:
                least = j
        if least != last:
            d[least], d[last] = d[last], d[least]
            swap_columns(u, least, last)
            swap_columns(v, least, last)
