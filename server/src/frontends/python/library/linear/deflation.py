"""Where a Hessenberg matrix falls into blocks. Stands before the QR steps, whose `size_of` measures an element."""

PRECISION = 2.0**-52
LEAST = 2.0**-1022


def start_of_block(h, first, last, stop):
    """The row behind the last subdiagonal element that may be taken for 0."""
    n = stop - first
    for k in range(last, first, -1):
        below = abs(h[k, k - 1].real)
        if size_of(h[k, k - 1]) <= LEAST * (n / PRECISION):
            return k
        size = size_of(h[k - 1, k - 1]) + size_of(h[k, k])
        if size == 0:
            if k - 2 >= first:
                size += abs(h[k - 1, k - 2].real)
            if k + 1 < stop:
                size += abs(h[k + 1, k].real)
        if below <= PRECISION * size:
            one, other = size_of(h[k, k - 1]), size_of(h[k - 1, k])
            difference = size_of(h[k - 1, k - 1] - h[k, k])
            aa = max(size_of(h[k, k]), difference)
            bb = min(size_of(h[k, k]), difference)
            s = aa + max(one, other)
            if min(one, other) * (max(one, other) / s) <= max(LEAST * (n / PRECISION), PRECISION * (bb * (aa / s))):
                return k
    return first
