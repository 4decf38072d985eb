"""What LAPACK's callers check first."""

import numpy as np


def check_square(a):
    if a.shape[0] != a.shape[1]:
        raise np.linalg.LinAlgError("Last 2 dimensions of the array must be square.")


def check_finite(a):
    for value in a.flat:
        if not np.isfinite(value):
            raise np.linalg.LinAlgError("Array must not contain infs or NaNs.")


def check_not_empty(a):
    if a.size == 0:
        raise np.linalg.LinAlgError("Arrays cannot be empty")


def check_system(a, b):
    if a.shape[0] != b.shape[0]:
        raise np.linalg.LinAlgError("Incompatible array sizes, system is not dimensionally valid.")


def check_not_tall(a):
    if a.shape[0] > a.shape[1]:
        raise ValueError("cannot assign slice from input of different size")


def check_power(a):
    if a.shape[0] != a.shape[1]:
        raise ValueError("input must be a square array")
