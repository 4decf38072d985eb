"""NumPy polynomials"""

import numpy as np
import numpy.polynomial.polynomial as poly
import numpy.polynomial.polyutils as pu
from numpy.polynomial import Polynomial


def numpy_polynomial_polynomial_polyadd(a, b):
    """numpy.polynomial.polynomial.polyadd"""
    return poly.polyadd(a, b)


def numpy_polynomial_polynomial_polydiv(a, b):
    """numpy.polynomial.polynomial.polydiv"""
    return poly.polydiv(a, b)


def numpy_polynomial_polynomial_polyint(a):
    """numpy.polynomial.polynomial.polyint"""
    return poly.polyint(a)


def numpy_polynomial_polynomial_polymul(a, b):
    """numpy.polynomial.polynomial.polymul"""
    return poly.polymul(a, b)


def numpy_polynomial_polynomial_polysub(a, b):
    """numpy.polynomial.polynomial.polysub"""
    return poly.polysub(a, b)


def numpy_polynomial_polynomial_polyval(x, a):
    """numpy.polynomial.polynomial.polyval"""
    return poly.polyval(x, a)


def numpy_polynomial_polyutils_as_series(a):
    """numpy.polynomial.polyutils.as_series"""
    return pu.as_series(a)


def numpy_polynomial_polyutils_trimseq(a):
    """numpy.polynomial.polyutils.trimseq"""
    return pu.trimseq(a)


def numpy_polynomial_polynomial_polynomial(a):
    """numpy.polynomial.polynomial.Polynomial"""
    return Polynomial(a).coef


def numpy_roots(a):
    """numpy.roots"""
    return np.roots(a)


def numpy_vander(a):
    """numpy.vander"""
    return np.vander(a)


CASES = {
    "numpy_polynomial_polynomial_polyadd": [(np.array([1.0, 2.0, 3.0]), np.array([2.0, -1.0]),)],
    "numpy_polynomial_polynomial_polydiv": [(np.array([1.0, 2.0, 3.0]), np.array([2.0, -1.0]),)],
    "numpy_polynomial_polynomial_polyint": [(np.array([1.0, 2.0, 3.0]),)],
    "numpy_polynomial_polynomial_polymul": [(np.array([1.0, 2.0, 3.0]), np.array([2.0, -1.0]),)],
    "numpy_polynomial_polynomial_polysub": [(np.array([1.0, 2.0, 3.0]), np.array([2.0, -1.0]),)],
    "numpy_polynomial_polynomial_polyval": [(2.5, np.array([1.0, 2.0, 3.0]),)],
    "numpy_polynomial_polyutils_as_series": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_polynomial_polyutils_trimseq": [(np.array([1.0, 2.0, 0.0]),)],
    "numpy_polynomial_polynomial_polynomial": [(np.array([1.0, 2.0, 3.0]),)],
    "numpy_roots": [(np.array([1.0, -3.0, 2.0]),)],
    "numpy_vander": [(np.array([1.0, 2.0, 3.0]),)],
}
