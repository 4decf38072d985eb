"""Decorators and options"""

import numpy as np
from numba import cfunc, float64, guvectorize, int32, int64, jit, literally, njit, prange, stencil, types, vectorize
from numba.experimental import jitclass
from numba.extending import overload, overload_attribute, overload_method, register_jitable


@jitclass([("total", float64)])
class Counter:
    def __init__(self, start):
        self.total = start

    def add(self, x):
        self.total += x


@cfunc("float64(float64)")
def callback(x):
    return x * 2


def double_it(x):
    return x * 2


@overload(double_it)
def ol_double_it(x):
    return lambda x: x * 2


@overload_method(types.Array, "halved")
def ol_halved(a):
    return lambda a: a * 0.5


@overload_attribute(types.Array, "first")
def ol_first(a):
    return lambda a: a[0]


@register_jitable
def plain(x):
    return x + 1


@njit
def only_literal(n):
    return literally(n)


@vectorize([float64(float64)])
def plus_one(x):
    return x + 1


@guvectorize([(float64[:], float64[:])], "(n)->()")
def row_sums(a, out):
    total = 0.0
    for i in range(a.shape[0]):
        total += a[i]
    out[0] = total


@stencil
def smooth(a):
    return 0.5 * (a[-1] + a[1])


@njit
def njit_2(a):
    """@njit"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@njit(parallel=True)
def njit_parallel_true(a):
    """@njit(parallel=True)"""
    total = 0.0
    for i in prange(a.size):
        total += a[i]
    return total


@njit(fastmath=True)
def njit_fastmath_true(a):
    """@njit(fastmath=True)"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@njit(error_model='numpy')
def njit_error_model_numpy(a):
    """@njit(error_model='numpy')"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@njit(boundscheck=True)
def njit_boundscheck_true(a):
    """@njit(boundscheck=True)"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@njit(inline='always')
def njit_inline_always(a):
    """@njit(inline='always')"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@njit(cache=False)
def njit_cache_false(a):
    """@njit(cache=False)"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@njit(nogil=True)
def njit_nogil_true(a):
    """@njit(nogil=True)"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@njit(debug=False)
def njit_debug_false(a):
    """@njit(debug=False)"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@njit(locals={"total": float64})
def njit_locals_total_float64(a):
    """@njit(locals={"total": float64})"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@jit
def jit_2(a):
    """@jit"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@jit(nopython=True)
def jit_nopython_true(a):
    """@jit(nopython=True)"""
    total = 0.0
    for i in range(a.size):
        total += a[i]
    return total


@njit(int32(int32, int32))
def njit_with_a_signature(x, y):
    """@njit with a signature"""
    return x * y


@njit("float64(float64, float64)")
def njit_with_a_signature_string(x, y):
    """@njit with a signature string"""
    return x * y


@njit([int64(int64), float64(float64)])
def njit_with_several_signatures(x):
    """@njit with several signatures"""
    return x * 2


@vectorize
def vectorize_2(x, y):
    """@vectorize"""
    return x * y + 1


@vectorize([int64(int64, int64), float64(float64, float64)])
def vectorize_with_signatures(x, y):
    """@vectorize with signatures"""
    return x * y + 1


@vectorize([float64(float64)], target="parallel")
def vectorize_target_parallel(x):
    """@vectorize(target='parallel')"""
    return x * x


@guvectorize([(float64[:], float64[:])], "(n)->()")
def guvectorize_2(a, out):
    """@guvectorize"""
    total = 0.0
    for i in range(a.shape[0]):
        total += a[i]
    out[0] = total


@stencil
def stencil_2(a):
    """@stencil"""
    return a[-1] + a[0] + a[1]


def jitclass_2(x):
    """@jitclass"""
    c = Counter(x)
    c.add(2.0)
    return c.total


def cfunc_2(x):
    """@cfunc"""
    return callback(x)


def overload_2(x):
    """@overload"""
    return double_it(x)


def overload_method_2(a):
    """@overload_method"""
    return a.halved()


def overload_attribute_2(a):
    """@overload_attribute"""
    return a.first


def register_jitable_2(x):
    """@register_jitable"""
    return plain(x)


def literally_2(n):
    """literally"""
    return only_literal(n)


@njit(parallel=True)
def prange_2(a):
    """prange"""
    total = 0.0
    for i in prange(a.size):
        total += a[i] * 2
    return total


def vectorize_function_called_from_compiled_code(a):
    """@vectorize function called from compiled code"""
    return plus_one(a)


def guvectorize_function_called_from_compiled_code(a):
    """@guvectorize function called from compiled code"""
    out = np.zeros(a.shape[0])
    row_sums(a, out)
    return out


def stencil_function_called_from_compiled_code(a):
    """@stencil function called from compiled code"""
    return smooth(a)


CASES = {
    "njit_2": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_parallel_true": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_fastmath_true": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_error_model_numpy": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_boundscheck_true": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_inline_always": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_cache_false": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_nogil_true": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_debug_false": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_locals_total_float64": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "jit_2": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "jit_nopython_true": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "njit_with_a_signature": [(3, 4,)],
    "njit_with_a_signature_string": [(3.0, 4.0,)],
    "njit_with_several_signatures": [(3,), (3.5,)],
    "vectorize_2": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "vectorize_with_signatures": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),), (np.array([3, -1, 2, 5]), np.array([3, -1, 2, 5]),)],
    "vectorize_target_parallel": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "guvectorize_2": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "stencil_2": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "jitclass_2": [(1.5,)],
    "cfunc_2": [(1.5,)],
    "overload_2": [(1.5,), (3,)],
    "overload_method_2": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "overload_attribute_2": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "register_jitable_2": [(1.5,)],
    "literally_2": [(3,)],
    "prange_2": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "vectorize_function_called_from_compiled_code": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "guvectorize_function_called_from_compiled_code": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "stencil_function_called_from_compiled_code": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
}
