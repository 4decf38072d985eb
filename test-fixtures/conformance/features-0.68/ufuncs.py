"""NumPy universal functions"""

import numpy as np


def numpy_add(a, b):
    """numpy.add"""
    return np.add(a, b)


def numpy_subtract(a, b):
    """numpy.subtract"""
    return np.subtract(a, b)


def numpy_multiply(a, b):
    """numpy.multiply"""
    return np.multiply(a, b)


def numpy_divide(a, b):
    """numpy.divide"""
    return np.divide(a, b)


def numpy_logaddexp(a, b):
    """numpy.logaddexp"""
    return np.logaddexp(a, b)


def numpy_logaddexp2(a, b):
    """numpy.logaddexp2"""
    return np.logaddexp2(a, b)


def numpy_true_divide(a, b):
    """numpy.true_divide"""
    return np.true_divide(a, b)


def numpy_floor_divide(a, b):
    """numpy.floor_divide"""
    return np.floor_divide(a, b)


def numpy_power(a, b):
    """numpy.power"""
    return np.power(a, b)


def numpy_float_power(a, b):
    """numpy.float_power"""
    return np.float_power(a, b)


def numpy_remainder(a, b):
    """numpy.remainder"""
    return np.remainder(a, b)


def numpy_mod(a, b):
    """numpy.mod"""
    return np.mod(a, b)


def numpy_fmod(a, b):
    """numpy.fmod"""
    return np.fmod(a, b)


def numpy_arctan2(a, b):
    """numpy.arctan2"""
    return np.arctan2(a, b)


def numpy_hypot(a, b):
    """numpy.hypot"""
    return np.hypot(a, b)


def numpy_greater(a, b):
    """numpy.greater"""
    return np.greater(a, b)


def numpy_greater_equal(a, b):
    """numpy.greater_equal"""
    return np.greater_equal(a, b)


def numpy_less(a, b):
    """numpy.less"""
    return np.less(a, b)


def numpy_less_equal(a, b):
    """numpy.less_equal"""
    return np.less_equal(a, b)


def numpy_not_equal(a, b):
    """numpy.not_equal"""
    return np.not_equal(a, b)


def numpy_equal(a, b):
    """numpy.equal"""
    return np.equal(a, b)


def numpy_logical_and(a, b):
    """numpy.logical_and"""
    return np.logical_and(a, b)


def numpy_logical_or(a, b):
    """numpy.logical_or"""
    return np.logical_or(a, b)


def numpy_logical_xor(a, b):
    """numpy.logical_xor"""
    return np.logical_xor(a, b)


def numpy_maximum(a, b):
    """numpy.maximum"""
    return np.maximum(a, b)


def numpy_minimum(a, b):
    """numpy.minimum"""
    return np.minimum(a, b)


def numpy_fmax(a, b):
    """numpy.fmax"""
    return np.fmax(a, b)


def numpy_fmin(a, b):
    """numpy.fmin"""
    return np.fmin(a, b)


def numpy_copysign(a, b):
    """numpy.copysign"""
    return np.copysign(a, b)


def numpy_nextafter(a, b):
    """numpy.nextafter"""
    return np.nextafter(a, b)


def numpy_negative(a):
    """numpy.negative"""
    return np.negative(a)


def numpy_abs(a):
    """numpy.abs"""
    return np.abs(a)


def numpy_absolute(a):
    """numpy.absolute"""
    return np.absolute(a)


def numpy_fabs(a):
    """numpy.fabs"""
    return np.fabs(a)


def numpy_rint(a):
    """numpy.rint"""
    return np.rint(a)


def numpy_sign(a):
    """numpy.sign"""
    return np.sign(a)


def numpy_conj(a):
    """numpy.conj"""
    return np.conj(a)


def numpy_exp(a):
    """numpy.exp"""
    return np.exp(a)


def numpy_exp2(a):
    """numpy.exp2"""
    return np.exp2(a)


def numpy_log(a):
    """numpy.log"""
    return np.log(a)


def numpy_log2(a):
    """numpy.log2"""
    return np.log2(a)


def numpy_log10(a):
    """numpy.log10"""
    return np.log10(a)


def numpy_expm1(a):
    """numpy.expm1"""
    return np.expm1(a)


def numpy_log1p(a):
    """numpy.log1p"""
    return np.log1p(a)


def numpy_sqrt(a):
    """numpy.sqrt"""
    return np.sqrt(a)


def numpy_square(a):
    """numpy.square"""
    return np.square(a)


def numpy_cbrt(a):
    """numpy.cbrt"""
    return np.cbrt(a)


def numpy_reciprocal(a):
    """numpy.reciprocal"""
    return np.reciprocal(a)


def numpy_conjugate(a):
    """numpy.conjugate"""
    return np.conjugate(a)


def numpy_sin(a):
    """numpy.sin"""
    return np.sin(a)


def numpy_cos(a):
    """numpy.cos"""
    return np.cos(a)


def numpy_tan(a):
    """numpy.tan"""
    return np.tan(a)


def numpy_arcsin(a):
    """numpy.arcsin"""
    return np.arcsin(a)


def numpy_arccos(a):
    """numpy.arccos"""
    return np.arccos(a)


def numpy_arctan(a):
    """numpy.arctan"""
    return np.arctan(a)


def numpy_sinh(a):
    """numpy.sinh"""
    return np.sinh(a)


def numpy_cosh(a):
    """numpy.cosh"""
    return np.cosh(a)


def numpy_tanh(a):
    """numpy.tanh"""
    return np.tanh(a)


def numpy_arcsinh(a):
    """numpy.arcsinh"""
    return np.arcsinh(a)


def numpy_arccosh(a):
    """numpy.arccosh"""
    return np.arccosh(a)


def numpy_arctanh(a):
    """numpy.arctanh"""
    return np.arctanh(a)


def numpy_deg2rad(a):
    """numpy.deg2rad"""
    return np.deg2rad(a)


def numpy_rad2deg(a):
    """numpy.rad2deg"""
    return np.rad2deg(a)


def numpy_degrees(a):
    """numpy.degrees"""
    return np.degrees(a)


def numpy_radians(a):
    """numpy.radians"""
    return np.radians(a)


def numpy_logical_not(a):
    """numpy.logical_not"""
    return np.logical_not(a)


def numpy_isfinite(a):
    """numpy.isfinite"""
    return np.isfinite(a)


def numpy_isinf(a):
    """numpy.isinf"""
    return np.isinf(a)


def numpy_isnan(a):
    """numpy.isnan"""
    return np.isnan(a)


def numpy_signbit(a):
    """numpy.signbit"""
    return np.signbit(a)


def numpy_floor(a):
    """numpy.floor"""
    return np.floor(a)


def numpy_ceil(a):
    """numpy.ceil"""
    return np.ceil(a)


def numpy_trunc(a):
    """numpy.trunc"""
    return np.trunc(a)


def numpy_spacing(a):
    """numpy.spacing"""
    return np.spacing(a)


def numpy_bitwise_and(a, b):
    """numpy.bitwise_and"""
    return np.bitwise_and(a, b)


def numpy_bitwise_or(a, b):
    """numpy.bitwise_or"""
    return np.bitwise_or(a, b)


def numpy_bitwise_xor(a, b):
    """numpy.bitwise_xor"""
    return np.bitwise_xor(a, b)


def numpy_left_shift(a, b):
    """numpy.left_shift"""
    return np.left_shift(a, b)


def numpy_right_shift(a, b):
    """numpy.right_shift"""
    return np.right_shift(a, b)


def numpy_gcd(a, b):
    """numpy.gcd"""
    return np.gcd(a, b)


def numpy_lcm(a, b):
    """numpy.lcm"""
    return np.lcm(a, b)


def numpy_bitwise_not(a):
    """numpy.bitwise_not"""
    return np.bitwise_not(a)


def numpy_invert(a):
    """numpy.invert"""
    return np.invert(a)


def numpy_divmod(a, b):
    """numpy.divmod"""
    return np.divmod(a, b)


def numpy_ldexp(a, b):
    """numpy.ldexp"""
    return np.ldexp(a, b)


def numpy_isnat(a):
    """numpy.isnat"""
    return np.isnat(a)


def ufunc_with_an_output_array(a):
    """ufunc with an output array"""
    out = np.empty_like(a)
    np.sqrt(a, out)
    return out


def ufunc_of_scalars(x):
    """ufunc of scalars"""
    return np.sin(x) + np.maximum(x, 1.0)


CASES = {
    "numpy_add": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_subtract": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_multiply": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_divide": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_logaddexp": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_logaddexp2": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_true_divide": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_floor_divide": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_power": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_float_power": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_remainder": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_mod": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_fmod": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_arctan2": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_hypot": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_greater": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_greater_equal": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_less": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_less_equal": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_not_equal": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_equal": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_logical_and": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_logical_or": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_logical_xor": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_maximum": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_minimum": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_fmax": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_fmin": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_copysign": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_nextafter": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.5, 2.5, 0.5, 3.0]),)],
    "numpy_negative": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_abs": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_absolute": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_fabs": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_rint": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_sign": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_conj": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_exp": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_exp2": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_log": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_log2": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_log10": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_expm1": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_log1p": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_sqrt": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_square": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_cbrt": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_reciprocal": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_conjugate": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_sin": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_cos": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_tan": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_arcsin": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_arccos": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_arctan": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_sinh": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_cosh": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_tanh": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_arcsinh": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_arccosh": [(np.array([1.25, 2.5]),)],
    "numpy_arctanh": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_deg2rad": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_rad2deg": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_degrees": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_radians": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_logical_not": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_isfinite": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_isinf": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_isnan": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_signbit": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_floor": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_ceil": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_trunc": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_spacing": [(np.array([0.25, 0.5, 0.75]),)],
    "numpy_bitwise_and": [(np.array([12, 7]), np.array([3, 2]),)],
    "numpy_bitwise_or": [(np.array([12, 7]), np.array([3, 2]),)],
    "numpy_bitwise_xor": [(np.array([12, 7]), np.array([3, 2]),)],
    "numpy_left_shift": [(np.array([12, 7]), np.array([3, 2]),)],
    "numpy_right_shift": [(np.array([12, 7]), np.array([3, 2]),)],
    "numpy_gcd": [(np.array([12, 7]), np.array([3, 2]),)],
    "numpy_lcm": [(np.array([12, 7]), np.array([3, 2]),)],
    "numpy_bitwise_not": [(np.array([12, 7]),)],
    "numpy_invert": [(np.array([12, 7]),)],
    "numpy_divmod": [(np.array([7, -7]), np.array([2, 2]),)],
    "numpy_ldexp": [(np.array([0.25, 0.5, 0.75]), np.array([1, 2, 3]),)],
    "numpy_isnat": [(np.array(['2021-03-01', 'NaT'], dtype='datetime64[D]'),)],
    "ufunc_with_an_output_array": [(np.array([0.25, 0.5, 0.75]),)],
    "ufunc_of_scalars": [(0.5,)],
}
