"""NumPy reductions"""

import numpy as np


def numpy_all(a):
    """numpy.all"""
    return np.all(a)


def numpy_any(a):
    """numpy.any"""
    return np.any(a)


def numpy_amin(a):
    """numpy.amin"""
    return np.amin(a)


def numpy_amax(a):
    """numpy.amax"""
    return np.amax(a)


def numpy_min(a):
    """numpy.min"""
    return np.min(a)


def numpy_max(a):
    """numpy.max"""
    return np.max(a)


def numpy_argmax(a):
    """numpy.argmax"""
    return np.argmax(a)


def numpy_argmin(a):
    """numpy.argmin"""
    return np.argmin(a)


def numpy_cumprod(a):
    """numpy.cumprod"""
    return np.cumprod(a)


def numpy_cumsum(a):
    """numpy.cumsum"""
    return np.cumsum(a)


def numpy_mean(a):
    """numpy.mean"""
    return np.mean(a)


def numpy_median(a):
    """numpy.median"""
    return np.median(a)


def numpy_prod(a):
    """numpy.prod"""
    return np.prod(a)


def numpy_std(a):
    """numpy.std"""
    return np.std(a)


def numpy_sum(a):
    """numpy.sum"""
    return np.sum(a)


def numpy_var(a):
    """numpy.var"""
    return np.var(a)


def numpy_nancumprod(a):
    """numpy.nancumprod"""
    return np.nancumprod(a)


def numpy_nancumsum(a):
    """numpy.nancumsum"""
    return np.nancumsum(a)


def numpy_nanmax(a):
    """numpy.nanmax"""
    return np.nanmax(a)


def numpy_nanmean(a):
    """numpy.nanmean"""
    return np.nanmean(a)


def numpy_nanmedian(a):
    """numpy.nanmedian"""
    return np.nanmedian(a)


def numpy_nanmin(a):
    """numpy.nanmin"""
    return np.nanmin(a)


def numpy_nanprod(a):
    """numpy.nanprod"""
    return np.nanprod(a)


def numpy_nanstd(a):
    """numpy.nanstd"""
    return np.nanstd(a)


def numpy_nansum(a):
    """numpy.nansum"""
    return np.nansum(a)


def numpy_nanvar(a):
    """numpy.nanvar"""
    return np.nanvar(a)


def numpy_diff(a):
    """numpy.diff"""
    return np.diff(a, 2)


def numpy_nanpercentile(a):
    """numpy.nanpercentile"""
    return np.nanpercentile(a, 30)


def numpy_nanquantile(a):
    """numpy.nanquantile"""
    return np.nanquantile(a, 0.3)


def numpy_percentile(a):
    """numpy.percentile"""
    return np.percentile(a, 30)


def numpy_quantile(a):
    """numpy.quantile"""
    return np.quantile(a, np.array([0.1, 0.9]))


def numpy_average(a, w):
    """numpy.average"""
    return np.average(a, weights=w)


def numpy_nanstd_ddof(a):
    """numpy.nanstd(ddof)"""
    return np.nanstd(a, ddof=1)


def numpy_nanvar_ddof(a):
    """numpy.nanvar(ddof)"""
    return np.nanvar(a, ddof=1)


CASES = {
    "numpy_all": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_any": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_amin": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_amax": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_min": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_max": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_argmax": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_argmin": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_cumprod": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_cumsum": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_mean": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_median": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_prod": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_std": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_sum": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_var": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_nancumprod": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nancumsum": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nanmax": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nanmean": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nanmedian": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nanmin": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nanprod": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nanstd": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nansum": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nanvar": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_diff": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_nanpercentile": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nanquantile": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_percentile": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_quantile": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_average": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.0, 2.0, 3.0, 4.0]),)],
    "numpy_nanstd_ddof": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_nanvar_ddof": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
}
