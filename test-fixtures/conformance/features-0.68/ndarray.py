"""NumPy arrays"""

import numpy as np


def ndarray_dtype(a):
    """ndarray.dtype"""
    return np.zeros(3, a.dtype)


def ndarray_flags(a):
    """ndarray.flags"""
    return a.flags.c_contiguous, a.flags.f_contiguous, a.flags.contiguous


def ndarray_flat(a):
    """ndarray.flat"""
    total = 0.0
    for x in a.flat:
        total += x
    return total + a.flat[1]


def ndarray_itemsize(a):
    """ndarray.itemsize"""
    return a.itemsize


def ndarray_nbytes(a):
    """ndarray.nbytes"""
    return a.nbytes


def ndarray_ndim(a):
    """ndarray.ndim"""
    return a.ndim


def ndarray_shape(a):
    """ndarray.shape"""
    return a.shape


def ndarray_size(a):
    """ndarray.size"""
    return a.size


def ndarray_strides(a):
    """ndarray.strides"""
    return a.strides


def ndarray_t(a):
    """ndarray.T"""
    return a.T


def ndarray_real(a):
    """ndarray.real"""
    return a.real


def ndarray_imag(a):
    """ndarray.imag"""
    return a.imag


def ndarray_all(a):
    """ndarray.all()"""
    return a.all()


def ndarray_any(a):
    """ndarray.any()"""
    return a.any()


def ndarray_conj(a):
    """ndarray.conj()"""
    return a.conj()


def ndarray_conjugate(a):
    """ndarray.conjugate()"""
    return a.conjugate()


def ndarray_cumprod(a):
    """ndarray.cumprod()"""
    return a.cumprod()


def ndarray_cumsum(a):
    """ndarray.cumsum()"""
    return a.cumsum()


def ndarray_max(a):
    """ndarray.max()"""
    return a.max()


def ndarray_mean(a):
    """ndarray.mean()"""
    return a.mean()


def ndarray_min(a):
    """ndarray.min()"""
    return a.min()


def ndarray_nonzero(a):
    """ndarray.nonzero()"""
    return a.nonzero()


def ndarray_prod(a):
    """ndarray.prod()"""
    return a.prod()


def ndarray_std(a):
    """ndarray.std()"""
    return a.std()


def ndarray_var(a):
    """ndarray.var()"""
    return a.var()


def ndarray_argmax(a):
    """ndarray.argmax()"""
    return a.argmax()


def ndarray_argmin(a):
    """ndarray.argmin()"""
    return a.argmin()


def ndarray_argsort(a):
    """ndarray.argsort()"""
    return a.argsort()


def ndarray_copy(a):
    """ndarray.copy()"""
    return a.copy()


def ndarray_flatten(a):
    """ndarray.flatten()"""
    return a.flatten()


def ndarray_item(a):
    """ndarray.item()"""
    return a.item()


def numpy_ptp(a):
    """numpy.ptp"""
    return np.ptp(a)


def ndarray_ravel(a):
    """ndarray.ravel()"""
    return a.ravel()


def ndarray_sum(a):
    """ndarray.sum()"""
    return a.sum()


def ndarray_transpose(a):
    """ndarray.transpose()"""
    return a.transpose()


def ndarray_tobytes(a):
    """ndarray.tobytes"""
    return len(a.tobytes())


def ndarray_argmax_axis(a):
    """ndarray.argmax(axis)"""
    return a.argmax(axis=1)


def ndarray_argmin_axis(a):
    """ndarray.argmin(axis)"""
    return a.argmin(axis=0)


def ndarray_argsort_kind_mergesort(a):
    """ndarray.argsort(kind='mergesort')"""
    return a.argsort(kind='mergesort')


def ndarray_astype(a):
    """ndarray.astype"""
    return a.astype(np.int32)


def ndarray_clip(a):
    """ndarray.clip"""
    return a.clip(0.0, 2.5)


def ndarray_dot(a, b):
    """ndarray.dot"""
    return a.dot(b)


def ndarray_take(a, i):
    """ndarray.take"""
    return a.take(i)


def ndarray_repeat(a):
    """ndarray.repeat"""
    return a.repeat(2)


def ndarray_reshape(a):
    """ndarray.reshape"""
    return a.reshape((3, 2))


def ndarray_sort(a):
    """ndarray.sort()"""
    a.sort()
    return a


def ndarray_sum_axis(a):
    """ndarray.sum(axis)"""
    return a.sum(axis=0)


def ndarray_sum_axis_dtype(a):
    """ndarray.sum(axis, dtype)"""
    return a.sum(axis=1, dtype=np.float64)


def ndarray_view(a):
    """ndarray.view"""
    return a.view(np.int64)


def ndarray_contains(a, x):
    """ndarray.__contains__"""
    return x in a


def ndarray_fill(a):
    """ndarray.fill"""
    a.fill(7)
    return a


def iteration_over_an_array(a):
    """iteration over an array"""
    total = 0.0
    for row in a:
        total += row[0]
    return total


def basic_indexing_and_slicing(a):
    """basic indexing and slicing"""
    return a[1:, ::2]


def np_newaxis_in_an_index(a):
    """np.newaxis in an index"""
    return a[:, np.newaxis]


def ellipsis_in_an_index(a):
    """Ellipsis in an index"""
    return a[..., 0]


def index_by_an_integer_array(a, i):
    """index by an integer array"""
    return a[i]


def index_by_a_boolean_array(a):
    """index by a boolean array"""
    return a[a > 0]


def index_by_several_integer_arrays(a, i, j):
    """index by several integer arrays"""
    return a[i, j]


def assignment_to_a_slice(a):
    """assignment to a slice"""
    a[1:3] = 9.0
    return a


def assignment_through_an_index_array(a, i):
    """assignment through an index array"""
    a[i] = 1.5
    return a


def structured_array_fields_by_name(a):
    """structured array, fields by name"""
    return a['x'].sum() + a[0]['y']


def structured_array_fields_by_attribute(a):
    """structured array, fields by attribute"""
    return a[0].x + a[1].y


def operators_between_arrays_broadcast(a, b):
    """operators between arrays, broadcast"""
    return a * 2 + b


def array_comparison(a):
    """array comparison"""
    return a >= 2


def in_place_operators_on_arrays(a):
    """in-place operators on arrays"""
    a += 1.5
    return a


CASES = {
    "ndarray_dtype": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_flags": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_flat": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_itemsize": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_nbytes": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_ndim": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_shape": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_size": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_strides": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_t": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_real": [(np.array([1 + 2j, 3 - 1j]),)],
    "ndarray_imag": [(np.array([1 + 2j, 3 - 1j]),)],
    "ndarray_all": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_any": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_conj": [(np.array([1 + 2j, 3 - 1j]),)],
    "ndarray_conjugate": [(np.array([1 + 2j, 3 - 1j]),)],
    "ndarray_cumprod": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_cumsum": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_max": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_mean": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_min": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_nonzero": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_prod": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_std": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_var": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_argmax": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_argmin": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_argsort": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_copy": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_flatten": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_item": [(np.array([4.5]),)],
    "numpy_ptp": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_ravel": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_sum": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_transpose": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_tobytes": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_argmax_axis": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_argmin_axis": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_argsort_kind_mergesort": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_astype": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_clip": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_dot": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_take": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([0, 2]),)],
    "ndarray_repeat": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_reshape": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_sort": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_sum_axis": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "ndarray_sum_axis_dtype": [(np.array([[1, 2], [3, 4]]),)],
    "ndarray_view": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ndarray_contains": [(np.array([3.5, -1.25, 2.0, 0.5]), 2.0,)],
    "ndarray_fill": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "iteration_over_an_array": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "basic_indexing_and_slicing": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "np_newaxis_in_an_index": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "ellipsis_in_an_index": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "index_by_an_integer_array": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([2, 0]),)],
    "index_by_a_boolean_array": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "index_by_several_integer_arrays": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([0, 1]), np.array([2, 0]),)],
    "assignment_to_a_slice": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "assignment_through_an_index_array": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([2, 0]),)],
    "structured_array_fields_by_name": [(np.array([(1.5, 2), (2.5, 3)], dtype=[('x', 'f8'), ('y', 'i4')]),)],
    "structured_array_fields_by_attribute": [(np.array([(1.5, 2), (2.5, 3)], dtype=[('x', 'f8'), ('y', 'i4')]),)],
    "operators_between_arrays_broadcast": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([1.0, 0.5, 0.25]),)],
    "array_comparison": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "in_place_operators_on_arrays": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
}
