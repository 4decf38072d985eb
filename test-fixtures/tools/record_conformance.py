"""Records what real Numba says of the case modules of a folder.

    python record_conformance.py FOLDER [NAME ...]

Run it with an interpreter that has Numba. For each case module NAME.py of FOLDER it writes NAME.json beside it:
the verdict, error, types of variables and results of every group of calls in the module's CASES.
"""

import base64
import contextlib
import copy
import enum
import hashlib
import importlib.util
import io
import json
import platform
import re
import sys
import warnings
from pathlib import Path

import numba
import numpy as np

warnings.filterwarnings("ignore")


def main(folder, names):
    paths = sorted(Path(folder).glob("*.py"))
    for path in paths:
        if names and path.stem not in names:
            continue
        record = record_module(path)
        text = json.dumps(record, indent=1)
        path.with_suffix(".json").write_text(text + "\n")
        print(f"{path.name}: {len(record['records'])} records")


def record_module(path):
    source = path.read_text()
    module = load(path)
    records = []
    for name, calls in module.CASES.items():
        silent = getattr(module, "NO_VALUES", False)
        novalue = silent is True or (silent and name in silent)
        for signature, group in grouped(calls):
            records.append(record_group(path, name, signature, group, novalue))
    return {
        "source": path.name,
        "source_sha256": hashlib.sha256(source.encode()).hexdigest(),
        "numba": numba.__version__,
        "numpy": np.__version__,
        "python": platform.python_version(),
        "records": records,
    }


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def type_text(value):
    try:
        return str(numba.typeof(value))
    except Exception:
        return "pyobject"


def grouped(calls):
    groups = {}
    for args in calls:
        texts = [type_text(arg) for arg in args]
        signature = f"({texts[0]},)" if len(texts) == 1 else f"({', '.join(texts)})"
        groups.setdefault(signature, []).append(args)
    return groups.items()


def record_group(path, name, signature, group, novalue):
    module = load(path)
    function = getattr(module, name)
    kind = kind_of(function)
    record = {"function": name, "signature": signature, "verdict": "compiles", "kind": kind}
    dispatcher = numba.njit(function) if kind == "plain" else function
    calls = []
    for args in group:
        call, failure = run_call(dispatcher, args)
        never_compiled = failure is not None and not getattr(dispatcher, "overloads", True)
        if never_compiled or (failure is not None and is_compile_error(failure)):
            record["verdict"] = "fails"
            record["stage"] = "call" if is_call_stage(failure) else "compile"
            record["error"] = describe_error(failure, path)
            break
        if not novalue:
            calls.append(call)
    if record["verdict"] == "compiles":
        record.update(types_of(dispatcher))
    record["tolerance_ulp"] = 4
    record["calls"] = calls
    return record


def kind_of(function):
    text = type(function).__name__
    if text == "function":
        return "plain"
    if text == "DUFunc":
        return "vectorize"
    return "jit"


def run_call(dispatcher, args):
    copies = tuple(copied(arg) for arg in args)
    call = {"args": [encode(arg) for arg in args]}
    out = io.StringIO()
    failure = None
    try:
        with contextlib.redirect_stdout(out):
            returned = dispatcher(*copies)
        call.update(returns=encode(returned), raises=None)
    except Exception as error:
        failure = error
        call.update(returns=None, raises=type(error).__name__, raise_message=str(error)[:200])
    after = [encode(arg) for arg in copies]
    if after != call["args"]:
        call["args_after"] = after
    if out.getvalue():
        call["stdout"] = out.getvalue()
    return call, failure


def copied(value):
    """A copy of what a call may change; functions and compiled objects are passed as they are."""
    if isinstance(value, (tuple, list)) and not hasattr(value, "_fields"):
        return type(value)(copied(item) for item in value)
    try:
        return copy.deepcopy(value)
    except TypeError:
        return value


def is_compile_error(error):
    from numba.core.errors import NumbaError

    if isinstance(error, NumbaError) or type(error).__module__.startswith("numba"):
        return True
    return isinstance(error, (TypeError, AttributeError, NotImplementedError)) and "numba" in trace_of(error)


def trace_of(error):
    import traceback

    return "".join(traceback.format_tb(error.__traceback__))


def is_call_stage(error):
    return isinstance(error, TypeError) and "numba/core" not in trace_of(error).splitlines()[-1]


def describe_error(error, path):
    message = re.sub("\x1b\\[\\d*m", "", str(error))
    lines = [int(n) for n in re.findall(rf'{re.escape(path.name)}", line (\d+)', message)]
    lines += [int(n) for n in re.findall(rf"{re.escape(path.name)} \((\d+)\)", message) if int(n) not in lines]
    location = getattr(getattr(error, "loc", None), "line", None)
    return {
        "class": type(error).__name__,
        "line": location or (lines[-1] if lines else None),
        "lines": lines,
        "message": without_folders(message)[:600],
    }


def without_folders(message):
    """Paths of the recording machine say nothing to a reader elsewhere."""
    return re.sub(r"(?:\.\./)*/?(?:[\w.+-]+/)+(?=[\w.-]+\.py)", "", message)


def types_of(dispatcher):
    overloads = getattr(dispatcher, "overloads", None)
    if not overloads:
        return {}
    signature, result = list(overloads.items())[-1]
    code = dispatcher.py_func.__code__
    names = list(code.co_varnames) + list(code.co_cellvars)
    versions = {}
    for key, kind in result.type_annotation.typemap.items():
        base = re.sub(r"(\.\d+)+$", "", key)
        if base in names:
            versions.setdefault(base, []).append((key, str(kind)))
    found = {}
    for base, all_versions in versions.items():
        ordered = sorted(all_versions, key=lambda pair: [int(n) for n in pair[0].split(".")[1:]])
        if len({kind for _, kind in ordered}) == 1:
            found[base] = ordered[0][1]
        else:
            found.update(ordered)
    return {"return_type": str(result.signature.return_type), "locals": found}


def encode(value):
    if value is None:
        return {"t": "none"}
    if isinstance(value, (bool, np.bool_)):
        return {"t": "bool", "v": bool(value)}
    if isinstance(value, enum.Enum):
        return {"t": "enum", "v": value.name}
    if isinstance(value, (int, np.integer)) and not isinstance(value, np.timedelta64):
        return {"t": type(value).__name__ if isinstance(value, np.integer) else "int64", "v": str(int(value))}
    if isinstance(value, (float, np.floating)):
        name = "float32" if isinstance(value, np.float32) else "float64"
        return {"t": name, "v": float_text(float(value))}
    if isinstance(value, (complex, np.complexfloating)):
        return {"t": "complex128", "v": [float_text(value.real), float_text(value.imag)]}
    if isinstance(value, str):
        return {"t": "str", "v": value}
    if isinstance(value, (np.datetime64, np.timedelta64)):
        return {"t": str(value.dtype), "v": str(value.view(np.int64))}
    if isinstance(value, (bytes, bytearray)):
        return {"t": type(value).__name__, "v": base64.b64encode(bytes(value)).decode()}
    if isinstance(value, np.ndarray):
        return encode_array(value)
    if isinstance(value, numba.typed.Dict):
        return {"t": "typed.Dict", "v": [[encode(key), encode(item)] for key, item in value.items()]}
    if isinstance(value, numba.typed.List):
        return {"t": "typed.List", "v": [encode(item) for item in value]}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        items = [encode(item) for item in value]
        return {"t": "namedtuple", "name": type(value).__name__, "fields": list(value._fields), "v": items}
    for name, kind in (("tuple", tuple), ("list", list), ("set", (set, frozenset))):
        if isinstance(value, kind):
            items = sorted(value) if name == "set" else value
            return {"t": name, "v": [encode(item) for item in items]}
    if type(value).__name__ in ("generator", "_Generator"):
        return {"t": "generator", "v": [encode(item) for item in value]}
    if type(value).__module__ == "numba.experimental.jitclass.boxing":
        return {"t": "jitclass"}
    if callable(value):
        return {"t": "function", "v": getattr(value, "__name__", "")}
    return {"t": "object"}


def encode_array(value):
    order = "C" if value.flags.c_contiguous else "F" if value.flags.f_contiguous else "A"
    data = base64.b64encode(np.ascontiguousarray(value).tobytes()).decode()
    dtype = str(value.dtype.descr) if value.dtype.names else str(value.dtype)
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


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
