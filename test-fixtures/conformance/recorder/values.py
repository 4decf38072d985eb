"""Values as the recorded files write them."""

import base64
import enum

import numba
import numpy as np
from numba.core import types


def encode(value, kind=None):
    """`kind` is the Numba type of a result: Python's own numbers do not tell their width."""
    if isinstance(kind, types.Optional) and value is not None:
        kind = kind.type
    if value is None:
        return {"t": "none"}
    if isinstance(value, enum.Enum):
        return {"t": "enum", "v": f"{type(value).__name__}.{value.name}"}
    if isinstance(value, (bool, np.bool_)):
        return {"t": "bool", "v": bool(value)}
    if isinstance(value, (np.datetime64, np.timedelta64)):
        return {"t": str(value.dtype), "v": str(value.view(np.int64))}
    if isinstance(value, (int, float, complex, np.number)):
        return encode_number(value, kind)
    if isinstance(value, str):
        return {"t": "str", "v": value}
    if isinstance(value, (bytes, bytearray)):
        return {"t": type(value).__name__, "v": base64.b64encode(bytes(value)).decode()}
    if isinstance(value, np.ndarray):
        return encode_array(value)
    if isinstance(value, numba.typed.Dict):
        return {"t": "typed.Dict", "v": [[encode(key), encode(item)] for key, item in value.items()]}
    if isinstance(value, numba.typed.List):
        return {"t": "typed.List", "v": [encode(item) for item in value]}
    if isinstance(value, (tuple, list, set, frozenset)):
        return encode_items(value, kind)
    if isinstance(value, np.random.Generator):
        return {"t": "Generator", "v": state_of(value.bit_generator.state)}
    return encode_other(value)


def state_of(value):
    """A bit generator's state, its integers as text."""
    if isinstance(value, dict):
        return {key: state_of(item) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return [str(int(word)) for word in value]
    return value if isinstance(value, str) else str(int(value))


def encode_number(value, kind):
    wanted = kind if isinstance(kind, types.Number) else None
    base = getattr(wanted, "literal_type", wanted)
    if isinstance(value, (int, np.integer)):
        name = str(value.dtype) if isinstance(value, np.integer) else str(base) if isinstance(base, types.Integer) else "int64"
        return {"t": name, "v": str(int(value))}
    if isinstance(value, (float, np.floating)):
        name = str(value.dtype) if isinstance(value, np.floating) else str(base) if isinstance(base, types.Float) else "float64"
        return {"t": name, "v": float_text(float(value))}
    name = str(value.dtype) if isinstance(value, np.complexfloating) else str(base) if isinstance(base, types.Complex) else "complex128"
    return {"t": name, "v": [float_text(float(value.real)), float_text(float(value.imag))]}


def encode_items(value, kind):
    if isinstance(value, (set, frozenset)):
        items = [encode(item, getattr(kind, "dtype", None)) for item in ordered(value)]
        return {"t": "set", "v": items}
    if isinstance(value, list):
        return {"t": "list", "v": [encode(item, getattr(kind, "dtype", None)) for item in value]}
    kinds = list(kind) if isinstance(kind, types.BaseTuple) and len(kind) == len(value) else [None] * len(value)
    encoded = {"t": "tuple", "v": [encode(item, each) for item, each in zip(value, kinds)]}
    if hasattr(value, "_fields"):
        encoded.update(name=type(value).__name__, fields=list(value._fields))
    return encoded


def ordered(items):
    try:
        return sorted(items)
    except TypeError:
        return sorted(items, key=repr)


def encode_other(value):
    name = type(value).__name__
    if name in ("generator", "_Generator") or hasattr(value, "__next__") and type(value).__module__.startswith("numba"):
        return {"t": "generator", "v": [encode(item) for item in value]}
    if type(value).__module__ == "numba.experimental.jitclass.boxing" or hasattr(type(value), "_numba_type_"):
        return {"t": "jitclass", "v": name}
    if isinstance(value, np.dtype):
        return {"t": "dtype", "v": str(value)}
    if isinstance(value, slice):
        return {"t": "slice", "v": [encode(each) for each in (value.start, value.stop, value.step)]}
    if isinstance(value, type):
        return {"t": "class", "v": value.__name__}
    if callable(value):
        return {"t": "function", "v": getattr(value, "__name__", "")}
    return {"t": "object"}


def encode_array(value):
    order = "C" if value.flags.c_contiguous else "F" if value.flags.f_contiguous else "A"
    dtype = str(value.dtype.descr) if value.dtype.names else str(value.dtype)
    if value.dtype.hasobject:
        return {"t": "array", "dtype": dtype, "shape": list(value.shape), "order": order, "data": ""}
    data = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode()
    found = {"t": "array", "dtype": dtype, "shape": list(value.shape), "order": order, "data": data}
    if order == "A":
        found["strides"] = list(value.strides)
    if not value.flags.writeable:
        found["readonly"] = True
    return found


def float_text(value):
    if value != value:
        return "nan"
    return {float("inf"): "inf", float("-inf"): "-inf"}.get(value) or value.hex()


def same(left, right):
    """Whether two encoded values are alike but for the kinds and widths of numbers and the last digits of floats."""
    if isinstance(left, dict) and isinstance(right, dict):
        if left.get("t") in REAL and right.get("t") in REAL:
            return close(number_of(left), number_of(right))
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    return left == right


FLOATS = {"float16", "float32", "float64"}
REAL = FLOATS | {"bool"} | {f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)}


def number_of(encoded):
    value = encoded["v"]
    return float.fromhex(value) if encoded["t"] in FLOATS else int(value)


def close(left, right):
    if left == right or left != left and right != right:
        return True
    return left - left == right - right == 0 and abs(left - right) <= 1e-12 * max(abs(left), abs(right))
