"""NumPy linear algebra"""

import numpy as np


def numpy_dot(a, b):
    """numpy.dot"""
    return np.dot(a, b)


def numpy_kron(a, b):
    """numpy.kron"""
    return np.kron(a, b)


def numpy_outer(a, b):
    """numpy.outer"""
    return np.outer(a, b)


def numpy_trace(a):
    """numpy.trace"""
    return np.trace(a)


def numpy_vdot(a, b):
    """numpy.vdot"""
    return np.vdot(a, b)


def a_b(a, b):
    """a @ b"""
    return a @ b


def a_b_matrix_and_vector(a, b):
    """a @ b, matrix and vector"""
    return a @ b


def numpy_linalg_cholesky(a):
    """numpy.linalg.cholesky"""
    return np.linalg.cholesky(a)


def numpy_linalg_cond(a):
    """numpy.linalg.cond"""
    return np.linalg.cond(a)


def numpy_linalg_det(a):
    """numpy.linalg.det"""
    return np.linalg.det(a)


def numpy_linalg_eig(a):
    """numpy.linalg.eig"""
    return np.linalg.eig(a)[0]


def numpy_linalg_eigh(a):
    """numpy.linalg.eigh"""
    return np.linalg.eigh(a)[0]


def numpy_linalg_eigvals(a):
    """numpy.linalg.eigvals"""
    return np.linalg.eigvals(a)


def numpy_linalg_eigvalsh(a):
    """numpy.linalg.eigvalsh"""
    return np.linalg.eigvalsh(a)


def numpy_linalg_inv(a):
    """numpy.linalg.inv"""
    return np.linalg.inv(a)


def numpy_linalg_lstsq(a, b):
    """numpy.linalg.lstsq"""
    return np.linalg.lstsq(a, b)[0]


def numpy_linalg_matrix_power(a):
    """numpy.linalg.matrix_power"""
    return np.linalg.matrix_power(a, 3)


def numpy_linalg_matrix_rank(a):
    """numpy.linalg.matrix_rank"""
    return np.linalg.matrix_rank(a)


def numpy_linalg_norm(a):
    """numpy.linalg.norm"""
    return np.linalg.norm(a)


def numpy_linalg_norm_ord(a):
    """numpy.linalg.norm(ord)"""
    return np.linalg.norm(a, 1)


def numpy_linalg_pinv(a):
    """numpy.linalg.pinv"""
    return np.linalg.pinv(a)


def numpy_linalg_qr(a):
    """numpy.linalg.qr"""
    return np.abs(np.linalg.qr(a)[1])


def numpy_linalg_slogdet(a):
    """numpy.linalg.slogdet"""
    return np.linalg.slogdet(a)


def numpy_linalg_solve(a, b):
    """numpy.linalg.solve"""
    return np.linalg.solve(a, b)


def numpy_linalg_svd(a):
    """numpy.linalg.svd"""
    return np.linalg.svd(a)[1]


CASES = {
    "numpy_dot": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]), np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_kron": [(np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]),)],
    "numpy_outer": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3.5, -1.25, 2.0, 0.5]),)],
    "numpy_trace": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_vdot": [(np.array([1 + 2j, 3 - 1j]), np.array([1 + 2j, 3 - 1j]),)],
    "a_b": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]), np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "a_b_matrix_and_vector": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]), np.array([4.0, 5.0, 6.0]),)],
    "numpy_linalg_cholesky": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_cond": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_det": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_eig": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_eigh": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_eigvals": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_eigvalsh": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_inv": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_lstsq": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]), np.array([4.0, 5.0, 6.0]),)],
    "numpy_linalg_matrix_power": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_matrix_rank": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_norm": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_norm_ord": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_pinv": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_qr": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_slogdet": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "numpy_linalg_solve": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]), np.array([4.0, 5.0, 6.0]),)],
    "numpy_linalg_svd": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
}

# LAPACK's own rounding of sums that cancel.
ABS_TOL = {
    "numpy_linalg_cond": 1e-13,
    "numpy_linalg_inv": 1e-14,
    "numpy_linalg_lstsq": 1e-13,
    "numpy_linalg_pinv": 1e-14,
    "numpy_linalg_qr": 1e-14,
    "numpy_linalg_solve": 1e-14,
}
