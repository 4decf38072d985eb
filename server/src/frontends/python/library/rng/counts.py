"""The distributions of numpy.random.Generator that count."""


def geometric(bits, p):
    if p < 0.333333333333333333333333:
        return np.int64(np.ceil(-standard_exponential(bits) / np.log1p(-p)))
    count = 1
    chance = p
    total = p
    u = next_double(bits)
    while u > total:
        chance *= 1.0 - p
        total += chance
        count += 1
    return count


def poisson(bits, lam):
    if lam >= 10:
        return large_poisson(bits, lam)
    if lam == 0:
        return 0
    least = np.exp(-lam)
    count = 0
    product = next_double(bits)
    while product > least:
        count += 1
        product *= next_double(bits)
    return count


def large_poisson(bits, lam):
    """Hoermann's transformed rejection."""
    log_mean = np.log(lam)
    b = 0.931 + 2.53 * np.sqrt(lam)
    a = -0.059 + 0.02483 * b
    inverse = 1.1239 + 1.1328 / (b - 3.4)
    limit = 0.9277 - 3.6224 / (b - 2)
    while True:
        u = next_double(bits) - 0.5
        v = next_double(bits)
        us = 0.5 - abs(u)
        # C's conversion, towards zero.
        count = np.int64((2 * a / us + b) * u + lam + 0.43)
        if us >= 0.07 and v <= limit:
            return count
        if count < 0 or (us < 0.013 and v > us):
            continue
        height = np.log(v) + np.log(inverse) - np.log(a / (us * us) + b)
        if height <= -lam + count * log_mean - log_gamma(count + 1.0):
            return count


def log_gamma(x):
    """NumPy's own: Stirling's series, moved up to where it holds."""
    if x == 1.0 or x == 2.0:
        return 0.0
    steps = int(7 - x) if x < 7.0 else 0
    z = x + steps
    square = (1.0 / z) * (1.0 / z)
    series = -1.39243221690590
    series = series * square + 1.796443723688307e-01
    series = series * square + -2.955065359477124e-02
    series = series * square + 6.410256410256410e-03
    series = series * square + -1.917526917526918e-03
    series = series * square + 8.417508417508418e-04
    series = series * square + -5.952380952380952e-04
    series = series * square + 7.936507936507937e-04
    series = series * square + -2.777777777777778e-03
    series = series * square + 8.333333333333333e-02
    result = series / z + 0.5 * 1.8378770664093453 + (z - 0.5) * np.log(z) - z
    for _ in range(steps):
        result -= np.log(z - 1.0)
        z -= 1.0
    return result


def negative_binomial(bits, n, p):
    return poisson(bits, gamma(bits, n, (1 - p) / p))


def logseries(bits, p):
    if not 0.0 <= p < 1.0:
        raise ValueError("p < 0, p >= 1 or p is NaN")
    r = np.log1p(-p)
    while True:
        v = next_double(bits)
        if v >= p:
            return 1
        q = -np.expm1(r * next_double(bits))
        if v <= q * q:
            count = np.int64(np.floor(1 + np.log(v) / np.log(q)))
            if count >= 1 and v != 0.0:
                return count
            continue
        return 1 if v >= q else 2


def zipf(bits, a):
    return zipf_from(bits, a, 9223372036854775807.0 ** (1.0 - a))


def old_zipf(bits, a):
    """Before NumPy 2.1 the draw was not kept above the least that gives an int64."""
    return zipf_from(bits, a, 0.0)


def zipf_from(bits, a, least):
    power_of = a - 1.0
    b = 2.0**power_of
    while True:
        u = next_double(bits)
        u = u * least + (1 - u)
        v = next_double(bits)
        x = np.floor(u ** (-1.0 / power_of))
        if x >= 9223372036854775808.0 or x < 1.0:
            continue
        t = (1.0 + 1.0 / x) ** power_of
        if v * x * (t - 1.0) / (b - 1.0) <= t / b:
            return np.int64(x)


def random(bits, _):
    """What `binomial_by_rejection`, which the module-level functions draw with too, asks for."""
    return next_double(bits)


def binomial(bits, n, p):
    if n == 0 or p == 0.0:
        return 0
    if p <= 0.5:
        return binomial_below_half(bits, n, p)
    return n - binomial_below_half(bits, n, 1.0 - p)


def binomial_below_half(bits, n, p):
    if p * n > 30.0:
        return binomial_by_rejection(bits, 0, n, p)
    q = 1.0 - p
    none = np.exp(n * np.log(q))
    mean = n * p
    bound = min(n, mean + 10.0 * np.sqrt(mean * q + 1))
    count = 0
    likely = none
    u = next_double(bits)
    while u > likely:
        count += 1
        if count > bound:
            count = 0
            likely = none
            u = next_double(bits)
        else:
            u -= likely
            likely = ((n - count + 1) * p * likely) / (count * q)
    return count
