"""Chooses how to test for a missing value by the type of the argument."""
import numpy as np
from numba import generated_jit, njit, types
from numba.extending import overload


@generated_jit(nopython=True)
def is_missing(x):
    if isinstance(x, types.Float):
        return lambda x: np.isnan(x)
    if isinstance(x, (types.NPDatetime, types.NPTimedelta)):
        missing = x("NaT")
        return lambda x: x == missing
    return lambda x: False


def missing(x):
    """Pure Python stand-in that the overload below replaces in compiled code."""
    return x != x


@overload(missing)
def missing_overload(x):
    if isinstance(x, types.Float):
        return lambda x: np.isnan(x)
    if isinstance(x, (types.NPDatetime, types.NPTimedelta)):
        nat = x("NaT")
        return lambda x: x == nat
    return lambda x: False


@njit
def count_missing(values):
    count = 0
    for value in values:
        if missing(value):
            count += 1
    return count


print(is_missing(1.5), is_missing(np.nan), is_missing(7))
print(is_missing(np.datetime64("NaT", "D")), is_missing(np.timedelta64(3, "s")))
print(count_missing(np.array([1.0, np.nan, 3.0])))
print(count_missing(np.arange(5)))
