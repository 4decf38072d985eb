"""Python values as JSON and blobs, and back; the forms are those of ARGS.json."""
import sys

try:
    import numpy as np
except Exception:
    np = None

LARGEST_ARRAY = 2**30
INT64 = (-(2**63), 2**63 - 1)


def encode(value, blobs):
    if value is None:
        return {"t": "none"}
    if isinstance(value, bool):
        return {"t": "bool", "v": value}
    if type(value) is int:
        name = int_name(value)
        # Python refuses to print very long ints in decimal.
        return {"t": name, "v": hex(value) if name == "int" else str(value)}
    if type(value) is float:
        return {"t": "float64", "v": value.hex()}
    if type(value) is complex:
        return {"t": "complex128", "v": [value.real.hex(), value.imag.hex()]}
    if type(value) is str:
        return {"t": "str", "v": value}
    if isinstance(value, tuple):
        return encode_tuple(value, blobs)
    if np is not None and isinstance(value, np.generic):
        return encode_scalar(value)
    if np is not None and isinstance(value, np.ndarray):
        return encode_array(value, blobs)
    if np is not None and isinstance(value, np.random.Generator):
        return {"t": "Generator", "v": state_of(value.bit_generator.state)}
    return encode_container(value, blobs)


def int_name(value):
    if INT64[0] <= value <= INT64[1]:
        return "int64"
    return "uint64" if 0 <= value < 2**64 else "int"


def encode_tuple(value, blobs):
    encoded = {"t": "tuple", "v": [encode(item, blobs) for item in value]}
    if hasattr(value, "_fields"):
        encoded.update(name=type(value).__name__, fields=list(value._fields))
    return encoded


def encode_scalar(value):
    """`numpy` marks a NumPy scalar where a Python number would have the same type."""
    name = value.dtype.name
    kind = value.dtype.kind
    if kind == "b":
        return {"t": "bool", "v": bool(value), "numpy": True}
    if kind in "iu":
        return {"t": name, "v": str(int(value)), "numpy": True}
    if kind == "f" and name in ("float16", "float32", "float64"):
        return {"t": name, "v": float(value).hex(), "numpy": True}
    if kind == "c" and name in ("complex64", "complex128"):
        return {"t": name, "v": [float(value.real).hex(), float(value.imag).hex()], "numpy": True}
    if kind in "mM":
        ticks = int(value.astype("int64"))
        return {"t": name, "v": "NaT" if ticks == INT64[0] else str(ticks)}
    return opaque(value)


def encode_array(value, blobs):
    native = value.dtype.isnative and value.dtype.kind in "biufcmM" and value.dtype.name != "longdouble"
    if type(value) is not np.ndarray or not native or value.nbytes > LARGEST_ARRAY:
        return opaque(value)
    order = "C" if value.flags.c_contiguous else "F" if value.flags.f_contiguous else "A"
    encoded = {
        "t": "array",
        "dtype": value.dtype.name,
        "shape": list(value.shape),
        "order": order,
        "data": {"blob": len(blobs)},
    }
    if order == "A":
        encoded["strides"] = list(value.strides)
    if not value.flags.writeable:
        encoded["readonly"] = True
    blobs.append(value.tobytes())
    return encoded


def encode_container(value, blobs):
    name = type(value).__name__
    typed = type(value).__module__.startswith(("numba", "_jitsight"))
    if typed and name == "List":
        return {"t": "typed.List", "v": [encode(item, blobs) for item in value]}
    if typed and name == "Dict":
        return {"t": "typed.Dict", "v": [[encode(key, blobs), encode(item, blobs)] for key, item in value.items()]}
    if type(value) is list:
        return {"t": "list", "v": [encode(item, blobs) for item in value]}
    if type(value) is set:
        return {"t": "set", "v": [encode(item, blobs) for item in value]}
    return opaque(value)


def state_of(value):
    """A bit generator's state, its integers as text."""
    if isinstance(value, dict):
        return {key: state_of(item) for key, item in value.items()}
    if isinstance(value, np.ndarray):
        return [str(int(word)) for word in value]
    return value if isinstance(value, str) else str(int(value))


def generator_in(state):
    """A generator of its own in that state."""
    bits = getattr(np.random, state["bit_generator"])()
    bits.state = numbers_in(state)
    return np.random.Generator(bits)


def numbers_in(state):
    if isinstance(state, dict):
        return {key: item if key == "bit_generator" else numbers_in(item) for key, item in state.items()}
    return np.array([int(word) for word in state], "uint64") if isinstance(state, list) else int(state)


def opaque(value):
    kind = type(value)
    name = kind.__name__ if kind.__module__ == "builtins" else "%s.%s" % (kind.__module__, kind.__qualname__)
    if np is not None and isinstance(value, np.ndarray):
        name = "%s of dtype %s" % (name, value.dtype)
    return {"t": "dict" if kind is dict else "object", "v": name}


def decode(encoded, blobs):
    kind = encoded["t"]
    value = encoded.get("v")
    if kind == "array":
        return decode_array(encoded, blobs)
    if kind == "tuple":
        return decode_tuple(encoded, blobs)
    if kind in ("list", "set", "typed.List"):
        return make_container(kind, [decode(item, blobs) for item in value])
    if kind == "typed.Dict":
        typed = make_container("typed.Dict", ())
        for key, item in value:
            typed[decode(key, blobs)] = decode(item, blobs)
        return typed
    if kind == "Generator":
        return generator_in(value)
    return decode_scalar(kind, value, encoded.get("numpy", False))


def decode_scalar(kind, value, is_numpy):
    if kind == "none":
        return None
    if kind in ("bool", "str"):
        return np.bool_(value) if is_numpy else value
    if kind.startswith(("datetime64", "timedelta64")):
        unit = kind[kind.index("[") + 1 : -1] if "[" in kind else ""
        dtype = np.dtype(kind if unit else kind.replace("[]", ""))
        return np.array(INT64[0] if value == "NaT" else int(value), "int64").view(dtype)[()]
    if kind.startswith("complex"):
        number = complex(*(float.fromhex(part) for part in value))
    else:
        number = float.fromhex(value) if kind.startswith("float") else int(value, 16 if kind == "int" else 10)
    if is_numpy or kind not in ("int", "int64", "float64", "complex128"):
        return getattr(np, kind)(number)
    return number


def decode_tuple(encoded, blobs):
    items = [decode(item, blobs) for item in encoded["v"]]
    if "name" not in encoded:
        return tuple(items)
    main = sys.modules["__main__"]
    kind = getattr(main, encoded["name"], None)
    if getattr(kind, "_fields", None) != tuple(encoded["fields"]):
        from collections import namedtuple

        kind = namedtuple(encoded["name"], encoded["fields"])
    return kind(*items)


def decode_array(encoded, blobs):
    dtype = np.dtype(encoded["dtype"])
    flat = np.frombuffer(blobs[encoded["data"]["blob"]], dtype)
    array = flat.reshape(encoded["shape"]).copy(encoded["order"] if encoded["order"] == "F" else "C")
    if encoded["order"] == "A":
        array = with_strides(array, encoded["strides"])
    array.flags.writeable = not encoded.get("readonly", False)
    return array


def with_strides(array, strides):
    """A copy in memory of its own, laid out with these strides in bytes."""
    reaches = [(extent - 1) * stride for extent, stride in zip(array.shape, strides) if extent > 0]
    lowest = sum(reach for reach in reaches if reach < 0)
    highest = sum(reach for reach in reaches if reach > 0)
    buffer = np.zeros(highest - lowest + array.itemsize, np.uint8)
    spread = np.ndarray(array.shape, array.dtype, buffer, -lowest, strides)
    spread[...] = array
    return spread


def make_container(kind, items):
    if kind == "list":
        return items
    if kind == "set":
        return set(items)
    from numba import typed

    return typed.Dict() if kind == "typed.Dict" else typed.List(items)


def fresh_copy(value):
    """A deep copy that keeps an array's layout, so that its Numba type stays the same."""
    if np is not None and isinstance(value, np.ndarray):
        if value.flags.c_contiguous or value.flags.f_contiguous:
            copied = value.copy("C" if value.flags.c_contiguous else "F")
        else:
            copied = with_strides(value, value.strides)
        copied.flags.writeable = value.flags.writeable
        return copied
    if np is not None and isinstance(value, np.random.Generator):
        return generator_in(state_of(value.bit_generator.state))
    if type(value) is list:
        return [fresh_copy(item) for item in value] if has_mutable_items(value) else value.copy()
    if isinstance(value, tuple) and has_mutable_items(value):
        items = [fresh_copy(item) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    return value.copy() if hasattr(value, "copy") and not isinstance(value, tuple) else value


def has_mutable_items(items):
    return any(isinstance(item, (list, set, tuple)) or hasattr(item, "__array__") for item in items)
