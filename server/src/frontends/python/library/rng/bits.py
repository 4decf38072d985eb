"""NumPy's bit generators: words from a state of unsigned integers.

`bits[0]` says which generator it is; `bits[1]` and `bits[2]` keep the half of a 64-bit word that a draw of 32 bits left
over. The rest is the generator's own: of PCG64 state and increment, of SFC64 three words and a counter, of Philox
counter, key, place in the buffer and buffer, of the Mersenne Twister the place and the key.
"""
import math

import numpy as np

from jitsight import ziggurat


def next64(bits):
    kind = bits[0]
    if kind == np.uint64(0):
        return pcg64(bits)
    if kind == np.uint64(1):
        return pcg64_dxsm(bits)
    if kind == np.uint64(2):
        return sfc64(bits)
    if kind == np.uint64(3):
        return philox(bits)
    high = twister(bits)
    return (high << np.uint64(32)) | twister(bits)


def next32(bits):
    if bits[0] == np.uint64(4):
        return twister(bits)
    if bits[1] != np.uint64(0):
        bits[1] = np.uint64(0)
        return bits[2]
    word = next64(bits)
    bits[1] = np.uint64(1)
    bits[2] = word >> np.uint64(32)
    return word & np.uint64(0xFFFFFFFF)


def next_double(bits):
    if bits[0] == np.uint64(4):
        a = np.int64(twister(bits) >> np.uint64(5))
        b = np.int64(twister(bits) >> np.uint64(6))
        return (a * 67108864.0 + b) / 9007199254740992.0
    return np.int64(next64(bits) >> np.uint64(11)) * 1.1102230246251565e-16


def next_float(bits):
    return np.float32(np.int64(next32(bits) >> np.uint64(8))) * np.float32(5.9604644775390625e-08)


def high_product(a, b):
    """The upper half of a product of 64-bit words."""
    mask = np.uint64(0xFFFFFFFF)
    half = np.uint64(32)
    low_a = a & mask
    high_a = a >> half
    low_b = b & mask
    high_b = b >> half
    first = high_a * low_b + (low_a * low_b >> half)
    second = low_a * high_b + (first & mask)
    return high_a * high_b + (first >> half) + (second >> half)


def pcg64(bits):
    """A linear congruential step of 128 bits, then the halves xored and rotated (XSL-RR)."""
    factor = np.uint64(0x4385DF649FCCF645)
    high = bits[3]
    low = bits[4]
    high = high_product(low, factor) + high * factor + low * np.uint64(0x2360ED051FC65DA4) + bits[5]
    low = low * factor + bits[6]
    if low < bits[6]:
        high += np.uint64(1)
    bits[3] = high
    bits[4] = low
    turn = high >> np.uint64(58)
    mixed = high ^ low
    return (mixed >> turn) | (mixed << ((np.uint64(64) - turn) & np.uint64(63)))


def pcg64_dxsm(bits):
    """The state as it is, mixed by multiplication and shifts (DXSM), then a step with a 64-bit factor."""
    factor = np.uint64(0xDA942042E4DD58B5)
    high = bits[3]
    low = bits[4]
    mixed = high ^ (high >> np.uint64(32))
    mixed = mixed * factor
    mixed = mixed ^ (mixed >> np.uint64(48))
    mixed = mixed * (low | np.uint64(1))
    high = high_product(low, factor) + high * factor + bits[5]
    low = low * factor + bits[6]
    if low < bits[6]:
        high += np.uint64(1)
    bits[3] = high
    bits[4] = low
    return mixed


def sfc64(bits):
    a = bits[3]
    b = bits[4]
    c = bits[5]
    word = a + b + bits[6]
    bits[6] = bits[6] + np.uint64(1)
    bits[3] = b ^ (b >> np.uint64(11))
    bits[4] = c + (c << np.uint64(3))
    bits[5] = ((c << np.uint64(24)) | (c >> np.uint64(40))) + word
    return word


def philox(bits):
    """Four words at a time: ten rounds of multiplication on a counter of 256 bits."""
    place = np.int64(bits[9])
    if place < 4:
        bits[9] = bits[9] + np.uint64(1)
        return bits[10 + place]
    for i in range(3, 7):
        bits[i] = bits[i] + np.uint64(1)
        if bits[i] != np.uint64(0):
            break
    a = bits[3]
    b = bits[4]
    c = bits[5]
    d = bits[6]
    key = bits[7]
    other = bits[8]
    for _ in range(10):
        high = high_product(np.uint64(0xD2E7470EE14C6C93), a)
        low = np.uint64(0xD2E7470EE14C6C93) * a
        second = high_product(np.uint64(0xCA5A826395121157), c)
        third = np.uint64(0xCA5A826395121157) * c
        a = second ^ b ^ key
        c = high ^ d ^ other
        b = third
        d = low
        key = key + np.uint64(0x9E3779B97F4A7C15)
        other = other + np.uint64(0xBB67AE8584CAA73B)
    bits[10] = a
    bits[11] = b
    bits[12] = c
    bits[13] = d
    bits[9] = np.uint64(1)
    return a


def twister(bits):
    place = np.int64(bits[3])
    if place >= 624:
        refill(bits)
        place = 0
    bits[3] = np.uint64(place + 1)
    word = np.int64(bits[4 + place])
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C5680
    word ^= (word << 15) & 0xEFC60000
    return np.uint64(word ^ (word >> 18))


def refill(bits):
    for i in range(624):
        mixed = (np.int64(bits[4 + i]) & 0x80000000) | (np.int64(bits[4 + (i + 1) % 624]) & 0x7FFFFFFF)
        word = np.int64(bits[4 + (i + 397) % 624]) ^ (mixed >> 1)
        if mixed & 1:
            word ^= 0x9908B0DF
        bits[4 + i] = np.uint64(word)
