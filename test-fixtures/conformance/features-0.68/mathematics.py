"""math and cmath"""

import cmath
import math


def math_acos(x):
    """math.acos"""
    return math.acos(x)


def math_acosh(x):
    """math.acosh"""
    return math.acosh(x)


def math_asin(x):
    """math.asin"""
    return math.asin(x)


def math_asinh(x):
    """math.asinh"""
    return math.asinh(x)


def math_atan(x):
    """math.atan"""
    return math.atan(x)


def math_atanh(x):
    """math.atanh"""
    return math.atanh(x)


def math_ceil(x):
    """math.ceil"""
    return math.ceil(x)


def math_cos(x):
    """math.cos"""
    return math.cos(x)


def math_cosh(x):
    """math.cosh"""
    return math.cosh(x)


def math_degrees(x):
    """math.degrees"""
    return math.degrees(x)


def math_erf(x):
    """math.erf"""
    return math.erf(x)


def math_erfc(x):
    """math.erfc"""
    return math.erfc(x)


def math_exp(x):
    """math.exp"""
    return math.exp(x)


def math_exp2(x):
    """math.exp2"""
    return math.exp2(x)


def math_expm1(x):
    """math.expm1"""
    return math.expm1(x)


def math_fabs(x):
    """math.fabs"""
    return math.fabs(x)


def math_floor(x):
    """math.floor"""
    return math.floor(x)


def math_frexp(x):
    """math.frexp"""
    return math.frexp(x)


def math_gamma(x):
    """math.gamma"""
    return math.gamma(x)


def math_isfinite(x):
    """math.isfinite"""
    return math.isfinite(x)


def math_isinf(x):
    """math.isinf"""
    return math.isinf(x)


def math_isnan(x):
    """math.isnan"""
    return math.isnan(x)


def math_lgamma(x):
    """math.lgamma"""
    return math.lgamma(x)


def math_log(x):
    """math.log"""
    return math.log(x)


def math_log2(x):
    """math.log2"""
    return math.log2(x)


def math_log10(x):
    """math.log10"""
    return math.log10(x)


def math_log1p(x):
    """math.log1p"""
    return math.log1p(x)


def math_radians(x):
    """math.radians"""
    return math.radians(x)


def math_sin(x):
    """math.sin"""
    return math.sin(x)


def math_sinh(x):
    """math.sinh"""
    return math.sinh(x)


def math_sqrt(x):
    """math.sqrt"""
    return math.sqrt(x)


def math_tan(x):
    """math.tan"""
    return math.tan(x)


def math_tanh(x):
    """math.tanh"""
    return math.tanh(x)


def math_trunc(x):
    """math.trunc"""
    return math.trunc(x)


def math_atan2(x, y):
    """math.atan2"""
    return math.atan2(x, y)


def math_copysign(x, y):
    """math.copysign"""
    return math.copysign(x, y)


def math_gcd(n, m):
    """math.gcd"""
    return math.gcd(n, m)


def math_hypot(x, y):
    """math.hypot"""
    return math.hypot(x, y)


def math_ldexp(x, n):
    """math.ldexp"""
    return math.ldexp(x, n)


def math_nextafter(x, y):
    """math.nextafter"""
    return math.nextafter(x, y)


def math_pow(x, y):
    """math.pow"""
    return math.pow(x, y)


def math_pi_math_e_math_inf(x):
    """math.pi, math.e, math.inf"""
    return x * math.pi + math.e, -math.inf


def cmath_acos(z):
    """cmath.acos"""
    return cmath.acos(z)


def cmath_acosh(z):
    """cmath.acosh"""
    return cmath.acosh(z)


def cmath_asin(z):
    """cmath.asin"""
    return cmath.asin(z)


def cmath_asinh(z):
    """cmath.asinh"""
    return cmath.asinh(z)


def cmath_atan(z):
    """cmath.atan"""
    return cmath.atan(z)


def cmath_atanh(z):
    """cmath.atanh"""
    return cmath.atanh(z)


def cmath_cos(z):
    """cmath.cos"""
    return cmath.cos(z)


def cmath_cosh(z):
    """cmath.cosh"""
    return cmath.cosh(z)


def cmath_exp(z):
    """cmath.exp"""
    return cmath.exp(z)


def cmath_isfinite(z):
    """cmath.isfinite"""
    return cmath.isfinite(z)


def cmath_isinf(z):
    """cmath.isinf"""
    return cmath.isinf(z)


def cmath_isnan(z):
    """cmath.isnan"""
    return cmath.isnan(z)


def cmath_log(z):
    """cmath.log"""
    return cmath.log(z)


def cmath_log10(z):
    """cmath.log10"""
    return cmath.log10(z)


def cmath_phase(z):
    """cmath.phase"""
    return cmath.phase(z)


def cmath_polar(z):
    """cmath.polar"""
    return cmath.polar(z)


def cmath_sin(z):
    """cmath.sin"""
    return cmath.sin(z)


def cmath_sinh(z):
    """cmath.sinh"""
    return cmath.sinh(z)


def cmath_sqrt(z):
    """cmath.sqrt"""
    return cmath.sqrt(z)


def cmath_tan(z):
    """cmath.tan"""
    return cmath.tan(z)


def cmath_tanh(z):
    """cmath.tanh"""
    return cmath.tanh(z)


def cmath_rect(r, p):
    """cmath.rect"""
    return cmath.rect(r, p)


CASES = {
    "math_acos": [(0.5,)],
    "math_acosh": [(1.25,)],
    "math_asin": [(0.5,)],
    "math_asinh": [(0.5,)],
    "math_atan": [(0.5,)],
    "math_atanh": [(0.5,)],
    "math_ceil": [(0.5,)],
    "math_cos": [(0.5,)],
    "math_cosh": [(0.5,)],
    "math_degrees": [(0.5,)],
    "math_erf": [(0.5,)],
    "math_erfc": [(0.5,)],
    "math_exp": [(0.5,)],
    "math_exp2": [(0.5,)],
    "math_expm1": [(0.5,)],
    "math_fabs": [(0.5,)],
    "math_floor": [(0.5,)],
    "math_frexp": [(0.5,)],
    "math_gamma": [(0.5,)],
    "math_isfinite": [(0.5,)],
    "math_isinf": [(0.5,)],
    "math_isnan": [(0.5,)],
    "math_lgamma": [(0.5,)],
    "math_log": [(0.5,)],
    "math_log2": [(0.5,)],
    "math_log10": [(0.5,)],
    "math_log1p": [(0.5,)],
    "math_radians": [(0.5,)],
    "math_sin": [(0.5,)],
    "math_sinh": [(0.5,)],
    "math_sqrt": [(0.5,)],
    "math_tan": [(0.5,)],
    "math_tanh": [(0.5,)],
    "math_trunc": [(0.5,)],
    "math_atan2": [(0.5, 2.0,)],
    "math_copysign": [(0.5, -2.0,)],
    "math_gcd": [(12, 18,)],
    "math_hypot": [(3.0, 4.5,)],
    "math_ldexp": [(0.75, 4,)],
    "math_nextafter": [(0.5, 1.0,)],
    "math_pow": [(0.5, 2.5,)],
    "math_pi_math_e_math_inf": [(2.0,)],
    "cmath_acos": [(0.5 + 0.25j,)],
    "cmath_acosh": [(0.5 + 0.25j,)],
    "cmath_asin": [(0.5 + 0.25j,)],
    "cmath_asinh": [(0.5 + 0.25j,)],
    "cmath_atan": [(0.5 + 0.25j,)],
    "cmath_atanh": [(0.5 + 0.25j,)],
    "cmath_cos": [(0.5 + 0.25j,)],
    "cmath_cosh": [(0.5 + 0.25j,)],
    "cmath_exp": [(0.5 + 0.25j,)],
    "cmath_isfinite": [(0.5 + 0.25j,)],
    "cmath_isinf": [(0.5 + 0.25j,)],
    "cmath_isnan": [(0.5 + 0.25j,)],
    "cmath_log": [(0.5 + 0.25j,)],
    "cmath_log10": [(0.5 + 0.25j,)],
    "cmath_phase": [(0.5 + 0.25j,)],
    "cmath_polar": [(0.5 + 0.25j,)],
    "cmath_sin": [(0.5 + 0.25j,)],
    "cmath_sinh": [(0.5 + 0.25j,)],
    "cmath_sqrt": [(0.5 + 0.25j,)],
    "cmath_tan": [(0.5 + 0.25j,)],
    "cmath_tanh": [(0.5 + 0.25j,)],
    "cmath_rect": [(2.0, 0.5,)],
}
