"""Large binomials, on `random(key, spare)` of whatever generator stands before these functions."""


def binomial_by_rejection(key, spare, n, r):
    """BTPE of Kachitvichyanukul and Schmeiser: a triangle, two parallelograms and two exponential tails."""
    q = 1.0 - r
    fm = n * r + r
    m = int(math.floor(fm))
    p1 = math.floor(2.195 * math.sqrt(n * r * q) - 4.6 * q) + 0.5
    xm = m + 0.5
    xl = xm - p1
    xr = xm + p1
    c = 0.134 + 20.5 / (15.3 + m)
    a = (fm - xl) / (fm - xl * r)
    left = a * (1.0 + a / 2.0)
    a = (xr - fm) / (xr * q)
    right = a * (1.0 + a / 2.0)
    p2 = p1 * (1.0 + 2.0 * c)
    p3 = p2 + c / left
    p4 = p3 + c / right
    while True:
        u = random(key, spare) * p4
        v = random(key, spare)
        if u <= p1:
            return int(math.floor(xm - p1 * v + u))
        if u <= p2:
            x = xl + (u - p1) / c
            v = v * c + 1.0 - math.fabs(m - x + 0.5) / p1
            if v > 1.0:
                continue
            y = int(math.floor(x))
        elif u <= p3:
            y = int(math.floor(xl + math.log(v) / left))
            if y < 0 or v == 0.0:
                continue
            v = v * (u - p2) * left
        else:
            y = int(math.floor(xr - math.log(v) / right))
            if y > n or v == 0.0:
                continue
            v = v * (u - p3) * right
        if is_accepted(n, r, q, m, xm, y, v):
            return y


def is_accepted(n, r, q, m, xm, y, v):
    spread = n * r * q
    k = abs(y - m)
    if k <= 20 or k >= spread / 2.0 - 1:
        s = r / q
        a = s * (n + 1)
        ratio = 1.0
        for i in range(m + 1, y + 1):
            ratio = ratio * (a / i - s)
        for i in range(y + 1, m + 1):
            ratio = ratio / (a / i - s)
        return v <= ratio
    rho = (k / spread) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / spread + 0.5)
    t = -k * k / (2 * spread)
    height = math.log(v)
    if height < t - rho:
        return True
    if height > t + rho:
        return False
    x1 = y + 1
    f1 = m + 1
    z = n + 1 - m
    w = n - y + 1
    limit = xm * math.log(f1 / x1) + (n - m + 0.5) * math.log(z / w) + (y - m) * math.log(w * r / (x1 * q))
    limit = limit + stirling(f1) + stirling(z) + stirling(x1) + stirling(w)
    return not height > limit


def stirling(x):
    """The rest of Stirling's series for a logarithm of a factorial."""
    xx = x * x
    return (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / xx) / xx) / xx) / xx) / x / 166320.0
