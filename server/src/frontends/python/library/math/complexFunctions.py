"""Functions of complex numbers, in the order of operations that Numba uses (NumPy's and CPython's algorithms)."""
import math

LOG_4 = 1.3862943611198906
LOG_10 = 2.302585092994045684
LARGE = 8.5070586659632215e+37
ROOT_LARGE = 9.223371761976865e+18
ROOT_SMALL = 1.0842021724855044e-19


def exp(z):
    x = z.real
    y = z.imag
    if math.isfinite(x):
        if math.isfinite(y):
            r = math.exp(x)
            return complex(r * math.cos(y), r * math.sin(y))
        return complex(math.nan, math.nan)
    if math.isnan(x):
        return complex(x, x if y != 0.0 else y)
    if x > 0.0:
        if not math.isfinite(y):
            return complex(x, math.nan)
        c = math.cos(y)
        s = math.sin(y)
        return complex(c * x if c != 0.0 else c, s * x if s != 0.0 else s)
    if math.isfinite(y):
        r = math.exp(x)
        return complex(r * math.cos(y), r * math.sin(y))
    return complex(0.0, 0.0)


def exp2(z):
    return exp(complex(0.693147180559945309417232121458176568 * z.real, 0.693147180559945309417232121458176568 * z.imag))


def expm1(z):
    a = math.exp(z.real)
    return complex(a * math.cos(z.imag) - 1.0, a * math.sin(z.imag))


def log(z):
    return complex(math.log(math.hypot(z.real, z.imag)), math.atan2(z.imag, z.real))


def log_base(z, base):
    return log(z) / log(base)


def log2(z):
    w = log(z)
    return complex(w.real * 1.442695040888963407359924681001892137, w.imag * 1.442695040888963407359924681001892137)


def log10(z):
    w = log(z)
    return complex(w.real / LOG_10, w.imag / LOG_10)


def log10_product(z):
    """NumPy's loop multiplies where the function of `cmath` divides."""
    w = log(z)
    return complex(w.real * 0.434294481903251827651128918916605082, w.imag * 0.434294481903251827651128918916605082)


def log1p(z):
    x = z.real + 1.0
    return complex(math.log(math.hypot(x, z.imag)), math.atan2(z.imag, x))


def phase(z):
    return math.atan2(z.imag, z.real)


def polar(z):
    return math.hypot(z.real, z.imag), math.atan2(z.imag, z.real)


def rect(r, phi):
    if not math.isfinite(phi):
        if r == 0.0:
            return complex(abs(r), 0.0)
        if math.isinf(r):
            return complex(r, phi)
    c = math.cos(phi)
    s = math.sin(phi)
    if math.isinf(r):
        return complex(c / r if c == 0.0 else c * r, s / r if s == 0.0 else s * r)
    return complex(c * r, s * r)


def sqrt_limit(z, limit):
    """Algorithm 312 of CACM; components from `limit` on are scaled down first."""
    a = z.real
    b = z.imag
    if a == 0.0 and b == 0.0:
        return complex(abs(b), b)
    if math.isinf(b):
        return complex(abs(b), b)
    if math.isnan(a):
        return complex(a, a)
    if math.isinf(a):
        if a < 0.0:
            return complex(abs(b - b), math.copysign(a, b))
        return complex(a, math.copysign(b - b, b))
    scaled = abs(a) >= limit or abs(b) >= limit
    if scaled:
        a *= 0.25
        b *= 0.25
    if a >= 0.0:
        t = math.sqrt((a + math.hypot(a, b)) * 0.5)
        real = t
        imag = b / (2 * t)
    else:
        t = math.sqrt((-a + math.hypot(a, b)) * 0.5)
        real = abs(b) / (2 * t)
        imag = math.copysign(t, b)
    if scaled:
        return complex(real * 2, imag)
    return complex(real, imag)


def sqrt(z):
    return sqrt_limit(z, 1.7976931348623157e308 / 2.414213562373095)


def sqrt_single(z):
    return sqrt_limit(z, 3.4028234663852886e38 / 2.414213562373095)


def cosh(z):
    x = z.real
    y = z.imag
    if math.isinf(x):
        if math.isnan(y) or y == 0.0:
            real = abs(x)
            imag = y
        else:
            real = math.copysign(x, math.cos(y))
            imag = math.copysign(x, math.sin(y))
        if x < 0.0:
            imag = -imag
        return complex(real, imag)
    return complex(math.cos(y) * math.cosh(x), math.sin(y) * math.sinh(x))


def sinh(z):
    x = z.real
    y = z.imag
    if math.isinf(x):
        if math.isnan(y):
            return complex(x, y)
        c = math.cos(y)
        s = math.sin(y)
        return complex(c * x if c != 0.0 else c, s * abs(x) if s != 0.0 else s)
    return complex(math.cos(y) * math.sinh(x), math.sin(y) * math.cosh(x))


def tanh(z):
    x = z.real
    y = z.imag
    if math.isinf(x):
        real = math.copysign(1.0, x)
        if math.isinf(y):
            return complex(real, 0.0)
        return complex(real, math.copysign(0.0, math.sin(2.0 * y)))
    tx = math.tanh(x)
    ty = math.tan(y)
    cx = 1.0 / math.cosh(x)
    txty = tx * ty
    denominator = 1.0 + txty * txty
    return complex(tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx)


def cosh_product(z):
    """NumPy's loops know no special cases of cosh, sinh and tanh."""
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def sinh_product(z):
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def tanh_quotient(z):
    si = math.sin(z.imag)
    ci = math.cos(z.imag)
    shr = math.sinh(z.real)
    chr_ = math.cosh(z.real)
    rs = ci * shr
    i_s = si * chr_
    rc = ci * chr_
    ic = si * shr
    inverse = 1.0 / (rc * rc + ic * ic)
    return complex((rs * rc + i_s * ic) * inverse, (i_s * rc - rs * ic) * inverse)


def cos(z):
    return cosh(complex(-z.imag, z.real))


def sin(z):
    r = sinh(complex(-z.imag, z.real))
    return complex(r.imag, -r.real)


def tan(z):
    r = tanh(complex(-z.imag, z.real))
    return complex(r.imag, -r.real)


def acos(z):
    if abs(z.real) > LARGE or abs(z.imag) > LARGE:
        real = math.atan2(abs(z.imag), z.real)
        imag = math.copysign(math.log(math.hypot(z.real * 0.5, z.imag * 0.5)) + LOG_4, -z.imag)
        return complex(real, imag)
    s1 = sqrt(complex(1.0 - z.real, -z.imag))
    s2 = sqrt(complex(1.0 + z.real, z.imag))
    real = 2.0 * math.atan2(s1.real, s2.real)
    imag = math.asinh(s2.real * s1.imag - s2.imag * s1.real)
    return complex(real, imag)


def acosh(z):
    if abs(z.real) > LARGE or abs(z.imag) > LARGE:
        return complex(
            math.log(math.hypot(z.real * 0.5, z.imag * 0.5)) + LOG_4, math.atan2(z.imag, z.real)
        )
    s1 = sqrt(complex(z.real - 1.0, z.imag))
    s2 = sqrt(complex(z.real + 1.0, z.imag))
    real = math.asinh(s1.real * s2.real + s1.imag * s2.imag)
    imag = 2.0 * math.atan2(s1.imag, s2.real)
    return complex(real, imag)


def acosh_product(z):
    """NumPy's condensed formula."""
    return log(z + sqrt(z + 1.0) * sqrt(z - 1.0))


def asinh(z):
    if abs(z.real) > LARGE or abs(z.imag) > LARGE:
        real = math.copysign(math.log(math.hypot(z.real * 0.5, z.imag * 0.5)) + LOG_4, z.real)
        return complex(real, math.atan2(z.imag, abs(z.real)))
    s1 = sqrt(complex(1.0 + z.imag, -z.real))
    s2 = sqrt(complex(1.0 - z.imag, z.real))
    real = math.asinh(s1.real * s2.imag - s2.real * s1.imag)
    imag = math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag)
    return complex(real, imag)


def asin(z):
    r = asinh(complex(-z.imag, z.real))
    return complex(r.imag, -r.real)


def atanh_positive(x, y):
    """For a real part that is not negative."""
    ay = abs(y)
    if math.isnan(x) or x > ROOT_LARGE or ay > ROOT_LARGE:
        if math.isinf(y):
            real = math.copysign(0.0, x)
        elif math.isinf(x):
            real = 0.0
        else:
            h = math.hypot(x * 0.5, y * 0.5)
            real = x / 4.0 / h / h
        imag = -math.copysign(math.pi / 2.0, -y)
    elif x == 1.0 and ay < ROOT_SMALL:
        if ay == 0.0:
            real = math.inf
            imag = 1.0 * y
        else:
            real = -math.log(math.sqrt(ay) / math.sqrt(math.hypot(ay, 2.0)))
            imag = math.copysign(math.atan2(2.0, -ay) / 2.0, y)
    else:
        squared = ay * ay
        rest = 1.0 - x
        real = math.log1p(4.0 * x / (rest * rest + squared)) * 0.25
        imag = -math.atan2(-2.0 * y, rest * (1.0 + x) - squared) * 0.5
    if math.isnan(y):
        imag = math.nan
    return complex(real, imag)


def atanh(z):
    if z.real < 0.0:
        r = atanh_positive(-z.real, -z.imag)
        return complex(-r.real, -r.imag)
    return atanh_positive(z.real, z.imag)


def atan(z):
    r = atanh(complex(-z.imag, z.real))
    if math.isinf(z.real) and math.isnan(z.imag):
        return complex(r.imag, r.real)
    return complex(r.imag, -r.real)


def sinc(z):
    if z == 0j:
        return 1.0 + 0j
    w = z * math.pi
    return sin(w) / w
