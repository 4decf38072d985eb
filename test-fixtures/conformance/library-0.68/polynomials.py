import numpy as np
import numpy.polynomial.polynomial as poly
from numpy.polynomial import polyutils as pu
from numpy.polynomial.polynomial import polyval


def add(a, b):
    return poly.polyadd(a, b)


def subtract(a, b):
    return poly.polysub(a, b)


def multiply(a, b):
    return poly.polymul(a, b)


def divide(a, b):
    return poly.polydiv(a, b)


def integrate(c):
    return poly.polyint(c)


def integrate_twice(c):
    return poly.polyint(c, 2)


def evaluate(x, c):
    return polyval(x, c)


def evaluate_long(x, c):
    return np.polynomial.polynomial.polyval(x, c)


def trim(c):
    return pu.trimseq(c)


def trim_tuple(c):
    return pu.trimseq(c)


def add_text(c):
    return poly.polyadd(c, "ab")


P = np.array([1.0, 2.0, 3.0, 0.0])
Q = np.array([2.0, -1.0])
I = np.array([3, 1, -4])
Z = np.array([1 + 2j, 3j])

CASES = {
    "add": [(P, Q), (Q, P), (I, Q), (Z, P), ((1, 2, 3), Q), (I, I), (2.5, Q), (np.array([1.0, -2.0]), np.array([1.0, 2.0])), (np.zeros(0), Q)],
    "subtract": [(P, Q), (Q, P), (Z, I), (np.array([0.0, 2.0]), np.array([-0.0, 2.0]))],
    "multiply": [(P, Q), (Z, P), (I, I)],
    "divide": [(P, Q), (Q, P), (I, Q), (P, np.array([2.0])), (P, np.array([0.0]))],
    "integrate": [(P,), (I,), (Z,)],
    "integrate_twice": [(P,), (I,)],
    "evaluate": [(2.5, P), (3, I), (np.array([1.0, 2.0]), P), (np.array([[1, 2], [3, 4]]), Q), (1 + 2j, P)],
    "evaluate_long": [(2.5, (1.0, 2.0))],
    "trim": [(P,), (np.array([0.0, 0.0]),), (np.array([1, 0, 2, 0]),)],
    "trim_tuple": [((1, 2),)],
    "add_text": [(P,)],
}
