"""Records what CPython's math module gives, for math.test.ts: python3 record.py > recorded.json (3.11 or newer)."""

import json
import math
import random
import struct
import sys

random.seed(20240501)
uniform = random.uniform
INF = math.inf
SPECIAL = [0.0, -0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, INF, -INF, math.nan, 5e-324, -5e-324, 1e-310, 1e308, -1e308]


def bits():
    return struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0]


RANGES = {
    "sin": [(-10, 10), (-1e6, 1e6)],
    "cos": [(-10, 10), (-1e6, 1e6)],
    "tan": [(-10, 10)],
    "asin": [(-1, 1)],
    "acos": [(-1, 1)],
    "atan": [(-10, 10), (-1e5, 1e5)],
    "sinh": [(-5, 5), (-700, 700)],
    "cosh": [(-5, 5), (-700, 700)],
    "tanh": [(-3, 3)],
    "asinh": [(-10, 10), (-1e10, 1e10)],
    "acosh": [(1, 10), (1, 1e10)],
    "atanh": [(-1, 1)],
    "exp": [(-2, 2), (-745, 709), (-745, -708)],
    "exp2": [(-2, 2), (-1074, 1023), (-1074, -1020)],
    "expm1": [(-1e-3, 1e-3), (-5, 5)],
    "log": [(0, 4), (0.99, 1.01), (0, 1e300), (1e-310, 1e-308)],
    "log2": [(0, 4), (0.99, 1.01), (0, 1e300)],
    "log10": [(0, 4), (0.99, 1.01), (0, 1e300)],
    "log1p": [(-0.9, 5), (-1e-3, 1e-3)],
    "cbrt": [(-10, 10), (-1e100, 1e100)],
    "erf": [(-1, 1), (-6, 6)],
    "erfc": [(-1, 1), (-6, 26)],
    "gamma": [(0, 10), (-10, 0), (10, 171)],
    "lgamma": [(3, 100), (-10, 0), (100, 1e6)],
}
PAIRS = {
    "pow": [((0, 10), (-100, 100)), ((0.9, 1.1), (-3000, 3000)), ((0, 1e5), (-3, 3)), ((1, 2), (-1074, -1000))],
    "atan2": [((-10, 10), (-10, 10))],
    "hypot": [((-10, 10), (-10, 10)), ((1e153, 1e155), (1e150, 1e155)), ((0, 1e-160), (0, 1e-160)), ((0, 1), (0, 1e-8))],
    "fmod": [((-10, 10), (-3, 3)), ((-1e300, 1e300), (-1e-300, 1e-300)), ((0, 1e-310), (0, 1e-320))],
}


def value(x):
    return repr(x) if math.isnan(x) or math.isinf(x) else x


def call(function, *args):
    try:
        return function(*args)
    except (ValueError, OverflowError):
        return None


def record(name, cases):
    function = getattr(math, name)
    rows = []
    for args in cases:
        result = call(function, *args)
        if result is not None:
            rows.append([*map(value, args), value(result)])
    return rows


recorded = {}
for name, ranges in RANGES.items():
    cases = [(x,) for x in SPECIAL] + [(float(n),) for n in range(-5, 31)]
    cases += [(uniform(*limits),) for limits in ranges for _ in range(60)]
    cases += [(10.0**n,) for n in range(-20, 21)] + [(2.0**n,) for n in (-1074, -1022, -10, 10, 1000, 1023)]
    recorded[name] = record(name, cases)
for name, ranges in PAIRS.items():
    cases = [(x, y) for x in SPECIAL for y in SPECIAL + [3.0, -3.0, 1e16]]
    cases += [(float(x), float(y)) for x in range(-4, 5) for y in range(-4, 5)]
    cases += [(uniform(*xs), uniform(*ys)) for xs, ys in ranges for _ in range(60)]
    recorded[name] = record(name, cases)
for name, operator in {"floordiv": lambda a, b: a // b, "floormod": lambda a, b: a % b}.items():
    cases = [(x, y) for x in SPECIAL for y in SPECIAL + [3.0, -3.0] if y != 0.0]
    cases += [(uniform(-100, 100), uniform(-10, 10)) for _ in range(100)]
    cases += [(round(uniform(-20, 20)) / 4, round(uniform(1, 20)) / 4) for _ in range(100)]
    cases += [(bits(), bits()) for _ in range(100)]
    rows = [[*map(value, case), value(operator(*case))] for case in cases]
    recorded[name] = rows
# What C99's Annex F says where Python raises instead.
recorded["pow"] += [
    [0.0, -1.0, "inf"],
    [-0.0, -1.0, "-inf"],
    [-0.0, -3.0, "-inf"],
    [0.0, -2.5, "inf"],
    [-8.0, 1 / 3, "nan"],
    [1e308, 2.0, "inf"],
    [-1e308, 3.0, "-inf"],
]
recorded["log"] += [[0.0, "-inf"], [-1.0, "nan"], ["-inf", "nan"]]
recorded["gamma"] += [[0.0, "inf"], [-0.0, "-inf"], [-1.0, "nan"], [172.0, "inf"], ["-inf", "nan"]]
recorded["lgamma"] += [[0.0, "inf"], [-3.0, "inf"]]
recorded["exp"] += [[710.0, "inf"], [1e300, "inf"]]
recorded["exp2"] += [[1024.0, "inf"]]
recorded["fmod"] += [["inf", 1.0, "nan"], [1.0, 0.0, "nan"]]

rows = ",\n".join(
    f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in cases) + "\n]" for name, cases in recorded.items()
)
sys.stdout.write("{\n" + rows + "\n}\n")
