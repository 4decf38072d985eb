"""Python's hashes of numbers and tuples, in 64 bits."""

import math

import numpy as np

from jitsight import codes_of

MODULUS = 2305843009213693951


def of_int(n):
    if n == -9223372036854775808:
        return -4
    code = abs(n) % MODULUS
    if n < 0:
        code = -code
    if code == -1:
        return -2
    return code


def of_unsigned(n):
    return np.int64(n % np.uint64(MODULUS))


def of_float(v):
    if v != v:
        return 0
    if v == math.inf:
        return 314159
    if v == -math.inf:
        return -314159
    fraction, exponent = math.frexp(v)
    sign = 1
    if fraction < 0:
        sign = -1
        fraction = -fraction
    code = 0
    while fraction != 0.0:
        code = ((code << 28) & MODULUS) | code >> 33
        fraction *= 268435456.0
        exponent -= 28
        digit = int(fraction)
        fraction -= digit
        code += digit
        if code >= MODULUS:
            code -= MODULUS
    if exponent >= 0:
        exponent %= 61
    else:
        exponent = 60 - (-1 - exponent) % 61
    code = ((code << exponent) & MODULUS) | code >> (61 - exponent)
    code *= sign
    if code == -1:
        return -2
    return code


def of_complex(real_code, imaginary_code):
    code = real_code + 1000003 * imaginary_code
    if code == -1:
        return -2
    return code


def start_tuple():
    return np.uint64(2870177450012600261)


def add_to_tuple(state, code):
    state = state + np.uint64(code) * np.uint64(14029467366897019727)
    state = (state << np.uint64(31)) | (state >> np.uint64(33))
    return state * np.uint64(11400714785074694791)


def end_tuple(state, length):
    state = state + (np.uint64(length) ^ (np.uint64(2870177450012600261) ^ np.uint64(3527539)))
    if state == np.uint64(18446744073709551615):
        return 1546275796
    return np.int64(state)


def of_text(s):
    """Not CPython's, which differs from run to run."""
    code = 5381
    for c in codes_of(s):
        code = (code * 33 + np.int64(c)) & 0x7FFFFFFFFFFFFFF
    return code
