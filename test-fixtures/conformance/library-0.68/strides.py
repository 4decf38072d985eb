import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def strided(a):
    return as_strided(a, (2, 3), (8, 8)).copy()


def strided_shape_none(a):
    return as_strided(a, strides=(16,))[:2].copy()


def strided_by_keyword(a, n):
    v = as_strided(a, shape=(n, 2), strides=(8, 16))
    v[0, 0] = 99.0
    return a, v.shape, v.strides, v.sum()


def no_strides(a):
    return as_strided(a, (2, 2))


def windows(a):
    w = sliding_window_view(a, 3)
    out = np.empty(w.shape[0])
    for i in range(w.shape[0]):
        out[i] = w[i].mean()
    return out


def windows_2d(a):
    return sliding_window_view(a, (2, 2)).copy()


def windows_axis(a, axis):
    return sliding_window_view(a, 2, axis).copy()


def windows_axes(a):
    return sliding_window_view(a, (1, 2), axis=(1, 0)).copy()


def windows_mismatch(a):
    return sliding_window_view(a, 2).copy()


def windows_bad(a):
    return sliding_window_view(a, 2.5)


def np_path(a):
    return np.lib.stride_tricks.as_strided(a, (2,), (8,)).copy()


CASES = {
    "strided": [(np.arange(5.0),)],
    "strided_shape_none": [(np.arange(5.0),)],
    "strided_by_keyword": [(np.arange(6.0), 2)],
    "no_strides": [(np.arange(5.0),)],
    "windows": [(np.arange(6.0),), (np.arange(2.0),)],
    "windows_2d": [(np.arange(12).reshape(3, 4),)],
    "windows_axis": [(np.arange(12).reshape(3, 4), 0), (np.arange(12).reshape(3, 4), -1), (np.arange(12).reshape(3, 4), 2)],
    "windows_axes": [(np.arange(12).reshape(3, 4),)],
    "windows_mismatch": [(np.arange(12).reshape(3, 4),)],
    "windows_bad": [(np.arange(6.0),)],
    "np_path": [(np.arange(6.0),)],
}
