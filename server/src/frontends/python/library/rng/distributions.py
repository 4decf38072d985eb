"""The distributions of numpy.random.Generator on the draws of `bits.py` and `ziggurat.py`, in NumPy's order of draws."""


def normal(bits, loc, scale):
    return loc + scale * standard_normal(bits)


def uniform(bits, low, high):
    return low + (high - low) * next_double(bits)


def exponential(bits, scale):
    return scale * standard_exponential(bits)


def lognormal(bits, mean, sigma):
    return np.exp(normal(bits, mean, sigma))


def standard_gamma(bits, shape):
    if shape == 1.0:
        return standard_exponential(bits)
    if shape == 0.0:
        return 0.0
    return small_gamma(bits, shape) if shape < 1.0 else large_gamma(bits, shape)


def small_gamma(bits, shape):
    while True:
        u = next_double(bits)
        v = standard_exponential(bits)
        if u <= 1.0 - shape:
            x = u ** (1.0 / shape)
            if x <= v:
                return x
        else:
            y = -np.log((1 - u) / shape)
            x = (1.0 - shape + shape * y) ** (1.0 / shape)
            if x <= v + y:
                return x


def large_gamma(bits, shape):
    """Marsaglia and Tsang's method: the cube of a normal deviate, squeezed."""
    b = shape - 1.0 / 3.0
    c = 1.0 / np.sqrt(9 * b)
    while True:
        x = standard_normal(bits)
        v = 1.0 + c * x
        while not v > 0.0:
            x = standard_normal(bits)
            v = 1.0 + c * x
        v = v * v * v
        u = next_double(bits)
        if u < 1.0 - 0.0331 * (x * x) * (x * x):
            return b * v
        if np.log(u) < 0.5 * x * x + b * (1.0 - v + np.log(v)):
            return b * v


def standard_gamma_single(bits, wanted):
    shape = np.float32(wanted)
    one = np.float32(1.0)
    if shape == one:
        return standard_exponential_single(bits)
    if shape == np.float32(0.0):
        return np.float32(0.0)
    return small_gamma_single(bits, shape) if shape < one else large_gamma_single(bits, shape)


def small_gamma_single(bits, shape):
    one = np.float32(1.0)
    while True:
        u = next_float(bits)
        v = standard_exponential_single(bits)
        if u <= one - shape:
            x = np.float32(u ** (one / shape))
            if x <= v:
                return x
        else:
            y = -np.log((one - u) / shape)
            x = np.float32((one - shape + shape * y) ** (one / shape))
            if x <= v + y:
                return x


def large_gamma_single(bits, shape):
    one = np.float32(1.0)
    b = shape - one / np.float32(3.0)
    c = one / np.sqrt(np.float32(9.0) * b)
    while True:
        x = standard_normal_single(bits)
        v = one + c * x
        while not v > np.float32(0.0):
            x = standard_normal_single(bits)
            v = one + c * x
        v = v * v * v
        u = next_float(bits)
        if u < one - np.float32(0.0331) * (x * x) * (x * x):
            return b * v
        if np.log(u) < np.float32(0.5) * x * x + b * (one - v + np.log(v)):
            return b * v


def gamma(bits, shape, scale):
    return scale * standard_gamma(bits, shape)


def beta(bits, a, b):
    if a <= 1.0 and b <= 1.0:
        while True:
            u = next_double(bits)
            v = next_double(bits)
            x = u ** (1.0 / a)
            y = v ** (1.0 / b)
            if 0.0 < x + y <= 1.0:
                return x / (x + y)
    x = standard_gamma(bits, a)
    return x / (x + standard_gamma(bits, b))


def chisquare(bits, df):
    return 2.0 * standard_gamma(bits, df / 2.0)


def f(bits, dfnum, dfden):
    above = chisquare(bits, dfnum) * dfden
    return above / (chisquare(bits, dfden) * dfnum)


def standard_cauchy(bits):
    above = standard_normal(bits)
    return above / standard_normal(bits)


def pareto(bits, a):
    return np.expm1(standard_exponential(bits) / a)


def weibull(bits, a):
    return 0.0 if a == 0.0 else standard_exponential(bits) ** (1.0 / a)


def power(bits, a):
    return (-np.expm1(-standard_exponential(bits))) ** (1.0 / a)


def rayleigh(bits, scale):
    return scale * np.sqrt(2.0 * standard_exponential(bits))


def positive_double(bits):
    u = next_double(bits)
    while u <= 0.0:
        u = next_double(bits)
    return u


def laplace(bits, loc, scale):
    u = positive_double(bits)
    if u >= 0.5:
        return loc - scale * np.log(2.0 - u - u)
    return loc + scale * np.log(u + u)


def logistic(bits, loc, scale):
    u = positive_double(bits)
    return loc + scale * np.log(u / (1.0 - u))


def standard_t(bits, df):
    above = standard_normal(bits)
    below = standard_gamma(bits, df / 2)
    return np.sqrt(df / 2) * above / np.sqrt(below)


def wald(bits, mean, scale):
    ratio = mean / (2 * scale)
    y = standard_normal(bits)
    y = mean * y * y
    x = mean + ratio * (y - np.sqrt(4 * scale * y + y * y))
    if next_double(bits) <= mean / (mean + x):
        return x
    return mean * mean / x


def triangular(bits, left, mode, right):
    base = right - left
    below = (mode - left) * base
    above = (right - mode) * base
    u = next_double(bits)
    if u <= (mode - left) / base:
        return left + np.sqrt(u * below)
    return right - np.sqrt((1.0 - u) * above)


def noncentral_chisquare(bits, df, nonc):
    if df <= 0:
        raise ValueError("df <= 0")
    if nonc < 0:
        raise ValueError("nonc < 0")
    return shifted_chisquare(bits, df, nonc)


def noncentral_f(bits, dfnum, dfden, nonc):
    if dfnum <= 0:
        raise ValueError("dfnum <= 0")
    if dfden <= 0:
        raise ValueError("dfden <= 0")
    if nonc < 0:
        raise ValueError("nonc < 0")
    above = shifted_chisquare(bits, dfnum, nonc) * dfden
    return above / (chisquare(bits, dfden) * dfnum)


def shifted_chisquare(bits, df, nonc):
    if math.isnan(nonc):
        return math.nan
    if nonc == 0:
        return chisquare(bits, df)
    if 1 < df:
        total = chisquare(bits, df - 1)
        n = standard_normal(bits) + np.sqrt(nonc)
        return total + n * n
    i = poisson(bits, nonc / 2.0)
    return chisquare(bits, df + 2 * i)
