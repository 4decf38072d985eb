"""Distributions that are drawn from those of `generator.py`, which stands before these functions."""


def chisquare(key, spare, df):
    return 2.0 * gamma(key, spare, df / 2.0, 1.0)


def noncentral_chisquare(key, spare, df, nonc):
    if df <= 0:
        raise ValueError("df <= 0")
    if nonc < 0:
        raise ValueError("nonc < 0")
    if nonc != nonc:
        return nonc
    if 1 < df:
        chi2 = chisquare(key, spare, df - 1)
        n = normal(key, spare, 0.0, 1.0) + math.sqrt(nonc)
        return chi2 + n * n
    i = poisson(key, spare, nonc / 2.0)
    return chisquare(key, spare, df + 2 * i)


def f(key, spare, dfnum, dfden):
    above = chisquare(key, spare, dfnum) * dfden
    return above / (chisquare(key, spare, dfden) * dfnum)


def geometric(key, spare, p):
    if p <= 0.0 or p > 1.0:
        raise ValueError("geometric(): p outside of (0, 1]")
    q = 1.0 - p
    if p < 0.333333333333333333333333:
        return int(math.ceil(math.log(1.0 - random(key, spare)) / math.log(q)))
    count = 1
    total = p
    chance = p
    u = random(key, spare)
    while u > total:
        chance *= q
        total += chance
        count += 1
    return count


def gumbel(key, spare, loc, scale):
    return loc - scale * math.log(-math.log(1.0 - random(key, spare)))


def hypergeometric(key, spare, good, bad, sample):
    rest = int(bad) + int(good) - int(sample)
    fewer = float(min(bad, good))
    left = fewer
    k = int(sample)
    while left > 0.0 and k > 0:
        left -= math.floor(random(key, spare) + left / (rest + k))
        k -= 1
    drawn = int(fewer - left)
    return int(sample) - drawn if good > bad else drawn


def laplace(key, spare, loc, scale):
    u = random(key, spare)
    if u < 0.5:
        return loc + scale * math.log(u + u)
    return loc - scale * math.log(2.0 - u - u)


def logistic(key, spare, loc, scale):
    u = random(key, spare)
    return loc + scale * math.log(u / (1.0 - u))


def logseries(key, spare, p):
    if p <= 0.0 or p > 1.0:
        raise ValueError("logseries(): p outside of (0, 1]")
    r = math.log(1.0 - p)
    while True:
        v = random(key, spare)
        if v >= p:
            return 1
        u = random(key, spare)
        q = 1.0 - math.exp(r * u)
        if v <= q * q:
            return int(1.0 + math.log(v) / math.log(q))
        return 1 if v >= q else 2


def negative_binomial(key, spare, n, p):
    if n <= 0:
        raise ValueError("negative_binomial(): n <= 0")
    if p < 0.0 or p > 1.0:
        raise ValueError("negative_binomial(): p outside of [0, 1]")
    return poisson(key, spare, gamma(key, spare, n, (1.0 - p) / p))


def paretovariate(key, spare, a):
    u = 1.0 - random(key, spare)
    return 1.0 / u ** (1.0 / a)


def pareto(key, spare, a):
    return paretovariate(key, spare, a) - 1


def power(key, spare, a):
    if a <= 0.0:
        raise ValueError("power(): a <= 0")
    return math.pow(1 - math.exp(-exponential(key, spare, 1.0)), 1.0 / a)


def rayleigh(key, spare, scale):
    if scale <= 0.0:
        raise ValueError("rayleigh(): scale <= 0")
    return scale * math.sqrt(-2.0 * math.log(1.0 - random(key, spare)))


def standard_cauchy(key, spare):
    above = normal(key, spare, 0.0, 1.0)
    return above / normal(key, spare, 0.0, 1.0)


def standard_t(key, spare, df):
    n = normal(key, spare, 0.0, 1.0)
    g = gamma(key, spare, df / 2.0, 1.0)
    return math.sqrt(df / 2.0) * n / math.sqrt(g)


def vonmises(key, spare, mu, kappa):
    if kappa <= 1e-6:
        return 2.0 * math.pi * random(key, spare)
    s = 0.5 / kappa
    r = s + math.sqrt(1.0 + s * s)
    z = math.cos(math.pi * random(key, spare))
    d = z / (r + z)
    u = random(key, spare)
    while not (u < 1.0 - d * d or u <= (1.0 - d) * math.exp(d)):
        z = math.cos(math.pi * random(key, spare))
        d = z / (r + z)
        u = random(key, spare)
    q = 1.0 / r
    angle = math.acos((q + z) / (1.0 + q * z))
    if random(key, spare) > 0.5:
        return (mu + angle) % (2.0 * math.pi)
    return (mu - angle) % (2.0 * math.pi)


def wald(key, spare, mean, scale):
    if mean <= 0.0:
        raise ValueError("wald(): mean <= 0")
    if scale <= 0.0:
        raise ValueError("wald(): scale <= 0")
    ratio = mean / (2.0 * scale)
    y = normal(key, spare, 0.0, 1.0)
    y = mean * y * y
    x = mean + ratio * (y - math.sqrt(4 * scale * y + y * y))
    if random(key, spare) <= mean / (mean + x):
        return x
    return mean * mean / x


def weibull(key, spare, a):
    return (-math.log(1.0 - random(key, spare))) ** (1.0 / a)


def weibullvariate(key, spare, alpha, beta):
    return alpha * weibull(key, spare, beta)


def zipf(key, spare, a):
    if a <= 1.0:
        raise ValueError("zipf(): a <= 1")
    less = a - 1.0
    b = 2.0**less
    while True:
        u = 1.0 - random(key, spare)
        v = random(key, spare)
        x = math.floor(u ** (-1.0 / less)) * 1.0
        if x < 1.0 or x >= 9223372036854775808.0:
            continue
        t = (1.0 + 1.0 / x) ** less
        if v * x * (t - 1.0) / (b - 1.0) <= t / b:
            return int(x)


def binomial(key, spare, trials, chance):
    """Numba's way from 0.67 on: by inversion where the mean is at most 30, else by rejection as NumPy does."""
    p = 1.0 - chance if chance > 0.5 else chance
    if trials < 0 or not trials * p > 30.0 or not chance <= 1.0:
        return binomial_by_inversion(key, spare, trials, chance)
    drawn = binomial_by_rejection(key, spare, trials, p)
    return trials - drawn if chance > 0.5 else drawn


def multinomial(key, spare, n, chances, out, draw_binomial):
    size = len(chances)
    for row in range(out.shape[0]):
        rest = 1.0
        left = n
        for j in range(size - 1):
            drawn = draw_binomial(key, spare, left, chances[j] / rest)
            out[row, j] = drawn
            left -= drawn
            if left <= 0:
                break
            rest -= chances[j]
        if left > 0:
            out[row, size - 1] = left


def multinomial_new(key, spare, n, chances, out):
    multinomial(key, spare, n, chances, out, binomial)


def multinomial_old(key, spare, n, chances, out):
    multinomial(key, spare, n, chances, out, binomial_by_inversion)


def dirichlet(key, spare, alpha, out):
    size = len(alpha)
    for i in range(size):
        if alpha[i] <= 0:
            raise ValueError("dirichlet: alpha must be > 0.0")
    for row in range(out.shape[0]):
        total = 0.0
        for k in range(size):
            drawn = gamma(key, spare, float(alpha[k]), 1.0)
            out[row, k] = drawn
            total += drawn
        for k in range(size):
            out[row, k] /= total
