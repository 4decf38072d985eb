"""Records correctly rounded values, for mathAccuracy.test.ts: python3 recordExact.py > exact.json (needs mpmath)."""

import json
import random
import struct

import mpmath
from mpmath import mp, mpf

mp.prec = 240
random.seed(20251122)
COUNT = 24

# Ranges of each argument; some are sampled by exponent.
RANGES = {
    "sin": [(-10, 10), (-9e4, 9e4), (-1e9, 1e9), (-1e300, 1e300)],
    "cos": [(-10, 10), (-9e4, 9e4), (-1e9, 1e9), (-1e300, 1e300)],
    "tan": [(-10, 10), (-9e4, 9e4), (-1e9, 1e9), (-1e300, 1e300)],
    "asin": [(-1, 1), (-0.6, 0.6), (0.999, 1)],
    "acos": [(-1, 1), (-0.6, 0.6), (0.999, 1)],
    "atan": [(-10, 10), (-1e5, 1e5), (-0.1, 0.1)],
    "sinh": [(-5, 5), (-700, 700), (-0.1, 0.1)],
    "cosh": [(-5, 5), (-700, 700)],
    "tanh": [(-3, 3), (-0.1, 0.1)],
    "asinh": [(-3, 3), (-1e10, 1e10), (-0.1, 0.1)],
    "acosh": [(1, 3), (1, 1e10), (1, 1.001)],
    "atanh": [(-1, 1), (-0.1, 0.1)],
    "exp": [(-2, 2), (-700, 700)],
    "exp2": [(-2, 2), (-1020, 1020)],
    "expm1": [(-1e-3, 1e-3), (-5, 5), (-700, 700)],
    "log": [(0, 4), (0.99, 1.01), (0, 1e300)],
    "log2": [(0, 4), (0.99, 1.01), (0, 1e300)],
    "log10": [(0, 4), (0.99, 1.01), (0, 1e300)],
    "log1p": [(-0.9, 5), (-1e-3, 1e-3), (0, 1e20)],
    "cbrt": [(-10, 10), (-1e100, 1e100), (-1e-300, 1e-300)],
    "erf": [(-1, 1), (-6, 6)],
    "erfc": [(-1, 1), (-6, 26)],
}
PAIRS = {
    "pow": [((0, 10), (-100, 100)), ((0.9, 1.1), (-3000, 3000))],
    "atan2": [((-10, 10), (-10, 10))],
    "hypot": [((-10, 10), (-10, 10)), ((0, 1), (0, 1e-8))],
}
EXACT = {
    "exp2": lambda x: mpf(2) ** x,
    "log2": lambda x: mpmath.log(x, 2),
    "log10": lambda x: mpmath.log(x, 10),
    "cbrt": lambda x: mpmath.sign(x) * mpmath.cbrt(abs(x)),
    "pow": mpmath.power,
}


def bits(value):
    return struct.pack(">d", float(value)).hex()


def record(name, rows):
    exact = EXACT.get(name) or getattr(mpmath, name)
    return [" ".join([*map(bits, row), bits(exact(*map(mpf, row)))]) for row in rows]


def main():
    recorded = {}
    for name, ranges in RANGES.items():
        rows = [(random.uniform(*one),) for one in ranges for _ in range(COUNT)]
        recorded[name] = record(name, rows)
    for name, ranges in PAIRS.items():
        rows = [(random.uniform(*a), random.uniform(*b)) for a, b in ranges for _ in range(COUNT)]
        recorded[name] = record(name, rows)
    print(json.dumps(recorded, indent=0))


main()
