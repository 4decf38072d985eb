"""Records how Python and NumPy print values, for format.test.ts: python3 record.py > recorded.json (needs NumPy)."""

import json
import random
import struct

import numpy as np

random.seed(3)


def plain(x):
    return repr(float(x)) if not np.isfinite(x) else float(x)


def bits():
    return struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0]


floats = [0.0, -0.0, 1.0, 0.1, 1e15, 1e16, 123456789012345678.0, 9999999999999998.0, 1e-4, 1e-5, 1.5e-7, 5e-324]
floats += [1e22, 1e100, float("inf"), float("-inf"), float("nan"), 2 / 3, 100.0, 12345.678]
floats += [bits() for _ in range(60)]
complexes = [(1, 2), (0, 1), (-0.0, 1), (0, -0.0), (1.5, -2.5), (float("nan"), float("inf")), (1e16, 1e-5), (3, 0)]

arrays = [
    ("f64", [0, 0.5, 1]),
    ("f64", [1, 2, 3]),
    ("f64", [1.123456789, 100.25, -3]),
    ("f64", [1e10, 1.5]),
    ("f64", [1e-5, 1]),
    ("f64", [0.1, 2e3]),
    ("f64", [float("nan"), 1.5, float("inf")]),
    ("f64", [float("nan"), float("-inf")]),
    ("f64", [1e300, -1e-300, 0]),
    ("f64", [12345678.5, 1.5]),
    ("f64", [0.1 + 0.2]),
    ("f64", []),
    ("f64", list(np.linspace(0, 1, 30))),
    ("f64", list(np.arange(1500) * 0.5)),
    ("f64", [[1, 2.5], [-3, 4]]),
    ("f64", [[[1, 2], [3, 4]], [[5, 6], [7, 8.25]]]),
    ("f64", np.arange(2000).reshape(40, 50).tolist()),
    ("f32", [0.1, 1.5, 3.3333333]),
    ("f32", [1e-8, 1e8]),
    ("i64", [0, 1, 2]),
    ("i64", [-5, 100, 7]),
    ("i64", list(range(40))),
    ("i64", list(range(1001))),
    ("i64", [[1, -20], [300, 4]]),
    ("u8", [0, 255]),
    ("bool", [True, False]),
    ("complex", [[1, 2], [0.5, -1.25]]),
]
dtypes = {"f64": "f8", "f32": "f4", "i64": "i8", "u8": "u1", "bool": "?"}


def array(kind, values):
    if kind == "complex":
        return np.array([complex(*v) for v in values])
    return np.array(values, dtype=dtypes[kind])


def flat(kind, values):
    data = array(kind, values)
    if kind == "complex":
        return [[plain(v.real), plain(v.imag)] for v in data]
    if kind in ("f64", "f32"):
        return [plain(v) for v in data.ravel()]
    return data.ravel().tolist()


print(
    json.dumps(
        {
            "floats": [[plain(x), repr(x)] for x in floats],
            "complexes": [[plain(re), plain(im), repr(complex(re, im))] for re, im in complexes],
            "strings": [[s, repr(s)] for s in ["a", "it's", "\"'", "tab\t\n\\", "é\x01"]],
            "arrays": [
                {
                    "kind": kind,
                    "shape": list(array(kind, values).shape),
                    "values": flat(kind, values),
                    "text": str(array(kind, values)),
                }
                for kind, values in arrays
            ],
        },
        indent=1,
    )
)
