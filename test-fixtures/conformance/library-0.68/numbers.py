"""Numbers seen as other types, and what compares or makes them."""

import cmath

import numpy as np


def float_as_bits(x):
    return np.float64(x).view(np.int64)


def small_float_as_bits(x):
    y = np.float32(x)
    return y.view(np.uint32)


def byte_as_signed(x):
    return np.uint8(x).view(np.int8)


def bits_as_float(x):
    return np.int64(x).view(np.float64)


def view_of_argument(x):
    return x.view(np.int64)


def view_of_other_size(x):
    return np.float64(x).view(np.int32)


def rect(r, phi):
    return cmath.rect(r, phi)


def close(a, b):
    return np.allclose(a, b)


def close_within(a, b):
    return np.allclose(a, b, rtol=0.1, atol=0.1, equal_nan=True)


def sign(a):
    return np.sign(a)


A = np.ones(3)
CASES = {
    "float_as_bits": [(1.5,)],
    "small_float_as_bits": [(1.5,), (-2.0,)],
    "byte_as_signed": [(200,)],
    "bits_as_float": [(4609434218613702656,)],
    "view_of_argument": [(1.5,)],
    "view_of_other_size": [(1.5,)],
    "rect": [(1, 2), (1.0, 2.0), (np.float32(1), 2.0), (np.float32(1), np.float32(2))],
    "close": [(A, A), (A.astype(np.float32), A), (1.0, 1.0), (A, 1.0)],
    "close_within": [(A, A), (A.astype(np.float32), A), (1.0, 1.0)],
    "sign": [
        (np.array([0, 3, 200], dtype=np.uint8),),
        (np.array([0, 3, 60000], dtype=np.uint16),),
        (np.array([0, 3, 2**31 + 1], dtype=np.uint32),),
        (np.array([0, 3, 2**63 + 1], dtype=np.uint64),),
        (np.array([0, 3, -5], dtype=np.int8),),
        (np.array([True, False]),),
    ],
}
