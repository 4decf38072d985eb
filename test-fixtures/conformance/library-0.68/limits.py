"""Bounds and tolerances: np.clip, np.isclose and np.allclose by the dtypes they take; the bytes of arrays."""

import numpy as np


def clip_arrays(a, lo, hi):
    return np.clip(a, lo, hi)


def clip_mixed(a, lo):
    return np.clip(a, lo, 2)


def clip_scalar(x):
    return np.clip(x, 0, 3)


def clip_out(a, out):
    np.clip(a, 0, 1, out)
    return out


def clip_method(a, lo):
    return a.clip(lo, 5)


def isclose_scalar(a, b):
    return np.isclose(a, b)


def isclose_kw(a, b):
    return np.isclose(a, b, rtol=1e-3, atol=1e-2, equal_nan=True)


def allclose(a, b):
    return np.allclose(a, b)


def allclose_kw(a, b):
    return np.allclose(a, b, 1e-3, equal_nan=True)


def tobytes(a):
    return a.tobytes()


def choice_replace(a, r):
    np.random.seed(1)
    return np.random.choice(a, 2, r)


def searchsorted_2d(a, v):
    return np.searchsorted(a, v)


def searchsorted_right(a, v):
    return np.searchsorted(a, v, side="right")


CASES = {
    "clip_arrays": [(np.arange(5.0), np.ones(5), np.full(5, 3.0)), (np.arange(5), np.ones(5, np.int64), np.full(5, 3)), (np.arange(5), np.ones(5), np.full(5, 3)), (np.arange(6.0).reshape(2, 3), np.ones(3), np.array([3.0])), (np.arange(5, dtype=np.float32), np.ones(5), 3)],
    "clip_mixed": [(np.arange(5.0), np.ones(5)), (np.arange(5), np.ones(5, np.int64)), (np.arange(5, dtype=np.int32), 1)],
    "clip_scalar": [(5.0,), (5,)],
    "clip_out": [(np.arange(5.0), np.zeros(5)), (np.arange(5), np.zeros(5)), (np.arange(5), np.zeros(5, np.int64))],
    "clip_method": [(np.arange(7.0), 1), (np.arange(7), np.arange(7))],
    "isclose_scalar": [(1.0, 1.0 + 1e-9), (1, 2)],
    "isclose_kw": [(np.array([1.0, np.nan]), np.array([1.001, np.nan]))],
    "allclose": [(np.ones(3), np.ones(3)), (np.ones((2, 2)), 1.0), (1.0, 1.0), (np.arange(3), np.arange(3.0)), ([1.0, 2.0], [1.0, 2.0])],
    "allclose_kw": [(np.array([1.0, np.nan]), np.array([1.0001, np.nan]))],
    "tobytes": [(np.arange(3),), (np.arange(6.0).reshape(2, 3).T,), (np.arange(6)[::2],), (np.array([True, False]),)],
    "choice_replace": [(np.arange(5), True), (np.arange(5), 1), (np.arange(5), 0.0), (np.arange(5), 1.0)],
    "searchsorted_2d": [(np.arange(5.0), np.array([[1.0, 2.5], [3.5, 9.0]])), (np.arange(5.0), np.ones((1, 2, 2)))],
    "searchsorted_right": [(np.arange(5.0), np.array([1.0, 2.5])), (np.arange(5), 3)],
}
