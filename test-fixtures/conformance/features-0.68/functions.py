"""NumPy functions"""

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def numpy_allclose(a, b):
    """numpy.allclose"""
    return np.allclose(a, b)


def numpy_append(a, b):
    """numpy.append"""
    return np.append(a, b)


def numpy_arange(n):
    """numpy.arange"""
    return np.arange(n, 20, 3)


def numpy_argsort(a):
    """numpy.argsort"""
    return np.argsort(a)


def numpy_argsort_kind_mergesort(a):
    """numpy.argsort(kind='mergesort')"""
    return np.argsort(a, kind='mergesort')


def numpy_argwhere(a):
    """numpy.argwhere"""
    return np.argwhere(a > 0)


def numpy_argpartition(a):
    """numpy.argpartition"""
    return np.sort(np.argpartition(a, 1)[:2])


def numpy_around(a):
    """numpy.around"""
    return np.around(a, 1)


def numpy_array(x):
    """numpy.array"""
    return np.array([x, 2 * x, 3.0])


def numpy_array_of_nested_tuples(x):
    """numpy.array of nested tuples"""
    return np.array(((x, 1.0), (2.0, x)))


def numpy_array_equal(a, b):
    """numpy.array_equal"""
    return np.array_equal(a, b)


def numpy_array_split(a):
    """numpy.array_split"""
    return np.array_split(a, 3)[1]


def numpy_asarray(a):
    """numpy.asarray"""
    return np.asarray(a)


def numpy_asarray_chkfinite(a):
    """numpy.asarray_chkfinite"""
    return np.asarray_chkfinite(a)


def numpy_ascontiguousarray(a):
    """numpy.ascontiguousarray"""
    return np.ascontiguousarray(a.T)


def numpy_asfortranarray(a):
    """numpy.asfortranarray"""
    return np.asfortranarray(a)


def numpy_atleast_1d(a):
    """numpy.atleast_1d"""
    return np.atleast_1d(a)


def numpy_atleast_2d(a):
    """numpy.atleast_2d"""
    return np.atleast_2d(a)


def numpy_atleast_3d(a):
    """numpy.atleast_3d"""
    return np.atleast_3d(a)


def numpy_bartlett(n):
    """numpy.bartlett"""
    return np.bartlett(n)


def numpy_bincount(a):
    """numpy.bincount"""
    return np.bincount(a)


def numpy_blackman(n):
    """numpy.blackman"""
    return np.blackman(n)


def numpy_broadcast_to(a):
    """numpy.broadcast_to"""
    return np.broadcast_to(a, (2, 4))


def numpy_broadcast_arrays(a, b):
    """numpy.broadcast_arrays"""
    return np.broadcast_arrays(a, b)[0]


def numpy_broadcast_shapes(n):
    """numpy.broadcast_shapes"""
    return np.broadcast_shapes((n, 1), (1, 4))


def numpy_column_stack(a, b):
    """numpy.column_stack"""
    return np.column_stack((a, b))


def numpy_concatenate(a, b):
    """numpy.concatenate"""
    return np.concatenate((a, b))


def numpy_convolve(a, b):
    """numpy.convolve"""
    return np.convolve(a, b)


def numpy_copy(a):
    """numpy.copy"""
    return np.copy(a)


def numpy_corrcoef(a):
    """numpy.corrcoef"""
    return np.corrcoef(a)


def numpy_correlate(a, b):
    """numpy.correlate"""
    return np.correlate(a, b)


def numpy_count_nonzero(a):
    """numpy.count_nonzero"""
    return np.count_nonzero(a)


def numpy_cov(a):
    """numpy.cov"""
    return np.cov(a)


def numpy_cross(a, b):
    """numpy.cross"""
    return np.cross(a, b)


def numpy_delete(a):
    """numpy.delete"""
    return np.delete(a, 1)


def numpy_diag(a):
    """numpy.diag"""
    return np.diag(a)


def numpy_diagflat(a):
    """numpy.diagflat"""
    return np.diagflat(a)


def numpy_digitize(a, b):
    """numpy.digitize"""
    return np.digitize(a, b)


def numpy_dsplit(a):
    """numpy.dsplit"""
    return np.dsplit(a, 2)[0]


def numpy_dstack(a, b):
    """numpy.dstack"""
    return np.dstack((a, b))


def numpy_dtype(n):
    """numpy.dtype"""
    return np.zeros(n, np.dtype(np.int32))


def numpy_ediff1d(a):
    """numpy.ediff1d"""
    return np.ediff1d(a)


def numpy_empty(n):
    """numpy.empty"""
    return np.empty(n).size


def numpy_empty_like(a):
    """numpy.empty_like"""
    return np.empty_like(a).shape


def numpy_expand_dims(a):
    """numpy.expand_dims"""
    return np.expand_dims(a, 0)


def numpy_extract(a):
    """numpy.extract"""
    return np.extract(a > 0, a)


def numpy_eye(n):
    """numpy.eye"""
    return np.eye(n)


def numpy_fill_diagonal(a):
    """numpy.fill_diagonal"""
    np.fill_diagonal(a, 9.0)
    return a


def numpy_flatnonzero(a):
    """numpy.flatnonzero"""
    return np.flatnonzero(a)


def numpy_flip(a):
    """numpy.flip"""
    return np.flip(a)


def numpy_fliplr(a):
    """numpy.fliplr"""
    return np.fliplr(a)


def numpy_flipud(a):
    """numpy.flipud"""
    return np.flipud(a)


def numpy_full(n):
    """numpy.full"""
    return np.full(n, 2.5)


def numpy_full_like(a):
    """numpy.full_like"""
    return np.full_like(a, 7)


def numpy_geomspace(n):
    """numpy.geomspace"""
    return np.geomspace(1.0, 1000.0, n)


def numpy_hamming(n):
    """numpy.hamming"""
    return np.hamming(n)


def numpy_hanning(n):
    """numpy.hanning"""
    return np.hanning(n)


def numpy_histogram(a):
    """numpy.histogram"""
    return np.histogram(a, 3)


def numpy_hsplit(a):
    """numpy.hsplit"""
    return np.hsplit(a, 2)[0]


def numpy_hstack(a, b):
    """numpy.hstack"""
    return np.hstack((a, b))


def numpy_identity(n):
    """numpy.identity"""
    return np.identity(n)


def numpy_indices(n):
    """numpy.indices"""
    return np.indices((n, 2))


def numpy_insert(a):
    """numpy.insert"""
    return np.insert(a, 1, 9.0)


def numpy_isclose(a, b):
    """numpy.isclose"""
    return np.isclose(a, b)


def numpy_kaiser(n):
    """numpy.kaiser"""
    return np.kaiser(n, 14.0)


def numpy_iscomplex(a):
    """numpy.iscomplex"""
    return np.iscomplex(a)


def numpy_iscomplexobj(a):
    """numpy.iscomplexobj"""
    return np.iscomplexobj(a)


def numpy_isin(a, b):
    """numpy.isin"""
    return np.isin(a, b)


def numpy_isneginf(a):
    """numpy.isneginf"""
    return np.isneginf(a)


def numpy_isposinf(a):
    """numpy.isposinf"""
    return np.isposinf(a)


def numpy_isreal(a):
    """numpy.isreal"""
    return np.isreal(a)


def numpy_isrealobj(a):
    """numpy.isrealobj"""
    return np.isrealobj(a)


def numpy_isscalar(x):
    """numpy.isscalar"""
    return np.isscalar(x)


def numpy_interp(x, a, b):
    """numpy.interp"""
    return np.interp(x, a, b)


def numpy_intersect1d(a, b):
    """numpy.intersect1d"""
    return np.intersect1d(a, b)


def numpy_linspace(n):
    """numpy.linspace"""
    return np.linspace(0.0, 1.0, n)


def numpy_logspace(n):
    """numpy.logspace"""
    return np.logspace(0.0, 3.0, n)


def numpy_moveaxis(a):
    """numpy.moveaxis"""
    return np.moveaxis(a, 0, 1)


def numpy_nan_to_num(a):
    """numpy.nan_to_num"""
    return np.nan_to_num(a)


def numpy_ndenumerate(a):
    """numpy.ndenumerate"""
    total = 0.0
    for (i, j), x in np.ndenumerate(a):
        total += i * j * x
    return total


def numpy_ndindex(n):
    """numpy.ndindex"""
    total = 0
    for i, j in np.ndindex(n, 3):
        total += i * j
    return total


def numpy_nditer(a):
    """numpy.nditer"""
    total = 0.0
    for x in np.nditer(a):
        total += x.item()
    return total


def numpy_nonzero(a):
    """numpy.nonzero"""
    return np.nonzero(a)


def numpy_ones(n):
    """numpy.ones"""
    return np.ones(n)


def numpy_ones_like(a):
    """numpy.ones_like"""
    return np.ones_like(a)


def numpy_partition(a):
    """numpy.partition"""
    return np.sort(np.partition(a, 2)[:2])


def numpy_ravel(a):
    """numpy.ravel"""
    return np.ravel(a)


def numpy_repeat(a):
    """numpy.repeat"""
    return np.repeat(a, 2)


def numpy_reshape(a):
    """numpy.reshape"""
    return np.reshape(a, (3, 2))


def numpy_resize(a):
    """numpy.resize"""
    return np.resize(a, (2, 3))


def numpy_roll(a):
    """numpy.roll"""
    return np.roll(a, 1)


def numpy_rot90(a):
    """numpy.rot90"""
    return np.rot90(a)


def numpy_round(a):
    """numpy.round"""
    return np.round(a, 1)


def numpy_row_stack(a, b):
    """numpy.row_stack"""
    return np.row_stack((a, b))


def numpy_searchsorted(a, x):
    """numpy.searchsorted"""
    return np.searchsorted(a, x)


def numpy_select(a):
    """numpy.select"""
    return np.select([a > 1, a < 0], [a, -a], 7.0)


def numpy_setxor1d(a, b):
    """numpy.setxor1d"""
    return np.setxor1d(a, b)


def numpy_setdiff1d(a, b):
    """numpy.setdiff1d"""
    return np.setdiff1d(a, b)


def numpy_shape(a):
    """numpy.shape"""
    return np.shape(a)


def numpy_sinc(a):
    """numpy.sinc"""
    return np.sinc(a)


def numpy_sort(a):
    """numpy.sort"""
    return np.sort(a)


def numpy_split(a):
    """numpy.split"""
    return np.split(a, 2)[1]


def numpy_stack(a, b):
    """numpy.stack"""
    return np.stack((a, b))


def numpy_swapaxes(a):
    """numpy.swapaxes"""
    return np.swapaxes(a, 0, 1)


def numpy_take(a, i):
    """numpy.take"""
    return np.take(a, i)


def numpy_take_along_axis(a, i):
    """numpy.take_along_axis"""
    return np.take_along_axis(a, i, 1)


def numpy_transpose(a):
    """numpy.transpose"""
    return np.transpose(a)


def numpy_trapezoid(a):
    """numpy.trapezoid"""
    return np.trapezoid(a)


def numpy_tri(n):
    """numpy.tri"""
    return np.tri(n)


def numpy_tril(a):
    """numpy.tril"""
    return np.tril(a)


def numpy_tril_indices(n):
    """numpy.tril_indices"""
    return np.tril_indices(n)


def numpy_tril_indices_from(a):
    """numpy.tril_indices_from"""
    return np.tril_indices_from(a)


def numpy_trim_zeros(a):
    """numpy.trim_zeros"""
    return np.trim_zeros(a)


def numpy_triu(a):
    """numpy.triu"""
    return np.triu(a)


def numpy_triu_indices(n):
    """numpy.triu_indices"""
    return np.triu_indices(n)


def numpy_triu_indices_from(a):
    """numpy.triu_indices_from"""
    return np.triu_indices_from(a)


def numpy_union1d(a, b):
    """numpy.union1d"""
    return np.union1d(a, b)


def numpy_unique(a):
    """numpy.unique"""
    return np.unique(a)


def numpy_unwrap(a):
    """numpy.unwrap"""
    return np.unwrap(a)


def numpy_vsplit(a):
    """numpy.vsplit"""
    return np.vsplit(a, 2)[0]


def numpy_vstack(a, b):
    """numpy.vstack"""
    return np.vstack((a, b))


def numpy_where(a):
    """numpy.where"""
    return np.where(a > 0, a, 0.0)


def numpy_where_condition(a):
    """numpy.where(condition)"""
    return np.where(a > 0)


def numpy_zeros(n):
    """numpy.zeros"""
    return np.zeros(n)


def numpy_zeros_shape_dtype(n):
    """numpy.zeros(shape, dtype)"""
    return np.zeros((n, 2), dtype=np.int32)


def numpy_zeros_like(a):
    """numpy.zeros_like"""
    return np.zeros_like(a)


def numpy_frombuffer(b):
    """numpy.frombuffer"""
    return np.frombuffer(b, dtype=np.uint8)


def numpy_clip(a):
    """numpy.clip"""
    return np.clip(a, 0.0, 1.0)


def numpy_size(a):
    """numpy.size"""
    return np.size(a)


def numpy_angle(a):
    """numpy.angle"""
    return np.angle(a)


def numpy_iinfo(n):
    """numpy.iinfo"""
    return np.iinfo(np.int32).max + n


def numpy_finfo(x):
    """numpy.finfo"""
    return np.finfo(np.float64).eps * x


def numpy_lib_stride_tricks_as_strided(a):
    """numpy.lib.stride_tricks.as_strided"""
    return as_strided(a, (2, 2), (8, 8)).copy()


def numpy_lib_stride_tricks_sliding_window_view(a):
    """numpy.lib.stride_tricks.sliding_window_view"""
    return sliding_window_view(a, 2).copy()


CASES = {
    "numpy_allclose": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_append": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_arange": [(2,)],
    "numpy_argsort": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_argsort_kind_mergesort": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_argwhere": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_argpartition": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_around": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_array": [(1.5,)],
    "numpy_array_of_nested_tuples": [(1.5,)],
    "numpy_array_equal": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_array_split": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_asarray": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_asarray_chkfinite": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_ascontiguousarray": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_asfortranarray": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_atleast_1d": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_atleast_2d": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_atleast_3d": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_bartlett": [(5,)],
    "numpy_bincount": [(np.array([3, 1, 2, 3, 1]),)],
    "numpy_blackman": [(5,)],
    "numpy_broadcast_to": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_broadcast_arrays": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([1.0, 2.0, 3.0]),)],
    "numpy_broadcast_shapes": [(3,)],
    "numpy_column_stack": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_concatenate": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_convolve": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.0, 2.0, 3.0]),)],
    "numpy_copy": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_corrcoef": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_correlate": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1.0, 2.0, 3.0]),)],
    "numpy_count_nonzero": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_cov": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_cross": [(np.array([4.0, 5.0, 6.0]), np.array([1.0, 2.0, 3.0]),)],
    "numpy_delete": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_diag": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_diagflat": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_digitize": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([4.0, 5.0, 6.0]),)],
    "numpy_dsplit": [(np.arange(8.0).reshape(2, 2, 2),)],
    "numpy_dstack": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_dtype": [(3,)],
    "numpy_ediff1d": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_empty": [(3,)],
    "numpy_empty_like": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_expand_dims": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_extract": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_eye": [(3,)],
    "numpy_fill_diagonal": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_flatnonzero": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_flip": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_fliplr": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_flipud": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_full": [(3,)],
    "numpy_full_like": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_geomspace": [(4,)],
    "numpy_hamming": [(5,)],
    "numpy_hanning": [(5,)],
    "numpy_histogram": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_hsplit": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_hstack": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_identity": [(3,)],
    "numpy_indices": [(3,)],
    "numpy_insert": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_isclose": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_kaiser": [(5,)],
    "numpy_iscomplex": [(np.array([1 + 2j, 3 - 1j]),)],
    "numpy_iscomplexobj": [(np.array([1 + 2j, 3 - 1j]),)],
    "numpy_isin": [(np.array([3, 1, 2, 3, 1]), np.array([1, 2]),)],
    "numpy_isneginf": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_isposinf": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_isreal": [(np.array([1 + 2j, 3 - 1j]),)],
    "numpy_isrealobj": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_isscalar": [(2.5,)],
    "numpy_interp": [(np.array([0.5, 1.5]), np.array([0.0, 1.0, 2.0]), np.array([1.0, 2.0, 3.0]),)],
    "numpy_intersect1d": [(np.array([3, 1, 2, 3, 1]), np.array([1, 2]),)],
    "numpy_linspace": [(5,)],
    "numpy_logspace": [(4,)],
    "numpy_moveaxis": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_nan_to_num": [(np.array([1.0, np.nan, 3.0, 2.0]),)],
    "numpy_ndenumerate": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_ndindex": [(3,)],
    "numpy_nditer": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_nonzero": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_ones": [(3,)],
    "numpy_ones_like": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_partition": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_ravel": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_repeat": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_reshape": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_resize": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_roll": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_rot90": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_round": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_row_stack": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_searchsorted": [(np.array([4.0, 5.0, 6.0]), 5.5,)],
    "numpy_select": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_setxor1d": [(np.array([3, 1, 2, 3, 1]), np.array([1, 5]),)],
    "numpy_setdiff1d": [(np.array([3, 1, 2, 3, 1]), np.array([1, 5]),)],
    "numpy_shape": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_sinc": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_sort": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_split": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_stack": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_swapaxes": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_take": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([1, 0]),)],
    "numpy_take_along_axis": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[2, 0], [1, 1]]),)],
    "numpy_transpose": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_trapezoid": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_tri": [(3,)],
    "numpy_tril": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_tril_indices": [(3,)],
    "numpy_tril_indices_from": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_trim_zeros": [(np.array([0.0, 1.0, 2.0, 0.0]),)],
    "numpy_triu": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_triu_indices": [(3,)],
    "numpy_triu_indices_from": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_union1d": [(np.array([3, 1, 2, 3, 1]), np.array([1, 5]),)],
    "numpy_unique": [(np.array([3, 1, 2, 3, 1]),)],
    "numpy_unwrap": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_vsplit": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_vstack": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_where": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_where_condition": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_zeros": [(3,)],
    "numpy_zeros_shape_dtype": [(3,)],
    "numpy_zeros_like": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_frombuffer": [(b'abc',)],
    "numpy_clip": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_size": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_angle": [(np.array([1 + 2j, 3 - 1j]),)],
    "numpy_iinfo": [(1,)],
    "numpy_finfo": [(1.0,)],
    "numpy_lib_stride_tricks_as_strided": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_lib_stride_tricks_sliding_window_view": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
}
