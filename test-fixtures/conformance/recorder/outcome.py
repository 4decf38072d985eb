"""One record: a function under Numba with a group of calls."""

import contextlib
import io
import re
import traceback

import numba
from numba.core.errors import NumbaError

from recorder.cases import copied, is_silent, load
from recorder.compiled import compiled_types, without_addresses
from recorder.tolerance import tolerance_of
from recorder.values import encode, same


def record_group(path, name, signature, indices):
    module, failures = load(path)
    if name in failures:
        error = describe_error(failures[name], path)
        head = {"function": name, "signature": signature, "verdict": "fails", "kind": "decorated"}
        return {**head, "stage": "decoration", "error": error, "tolerance_ulp": 0, "calls": []}
    function = getattr(module, name)
    kind = kind_of(function)
    dispatcher = numba.njit(function) if kind == "plain" else function
    record = {"function": name, "signature": signature, "verdict": "compiles", "kind": kind}
    calls = [module.CASES[name][index] for index in indices]
    record.update(answers(path, dispatcher, calls, is_silent(module, name)))
    if record["verdict"] == "compiles":
        record.update(compiled_types(dispatcher, signature, calls[0]))
    record.update(tolerance_of(module, path, name, record))
    # CPython changes what it is given, so it comes last.
    if record["verdict"] == "compiles" and kind in ("plain", "jit"):
        compare_with_python(dispatcher, calls, record["calls"])
    return record


def kind_of(function):
    name = type(function).__name__
    if name == "function":
        return "stencil" if hasattr(function, "_type_cache") else "plain"
    if name == "StencilFunc":
        return "stencil"
    if name in ("DUFunc", "ufunc"):
        return "vectorize"
    if name == "GUFunc":
        return "guvectorize"
    if not hasattr(function, "py_func"):
        return "decorated"
    return "generated_jit" if getattr(function, "_impl_kind", "direct") == "generated" else "jit"


def answers(path, dispatcher, calls, silent):
    found = []
    for args in calls:
        call, failure = run_call(dispatcher, args)
        never_compiled = failure is not None and not getattr(dispatcher, "overloads", True)
        if never_compiled or (failure is not None and is_compile_error(failure)):
            stage = "call" if is_call_stage(failure) else "compile"
            error = describe_error(failure, path)
            return {"verdict": "fails", "stage": stage, "error": error, "calls": []}
        found.append({"args": call["args"], "novalue": True} if silent else call)
    return {"calls": found}


def run_call(function, args):
    copies = copied(args)
    call = {"args": [encode(arg) for arg in copies]}
    out = io.StringIO()
    failure = None
    try:
        with contextlib.redirect_stdout(out):
            returned = function(*copies)
        call.update(returns=encode(returned, result_type(function, args)), raises=None)
    except Exception as error:
        failure = error
        call.update(returns=None, raises=type(error).__name__, raise_message=str(error)[:200])
    after = [encode(arg) for arg in copies]
    if after != call["args"]:
        call["args_after"] = after
    if out.getvalue():
        call["stdout"] = out.getvalue()
    return call, failure


def result_type(function, args):
    overloads = getattr(function, "overloads", None)
    if not overloads:
        return None
    for signature, result in overloads.items():
        if tuple(map(str, signature)) == tuple(str(numba.typeof(arg)) for arg in args):
            return result.signature.return_type
    return list(overloads.values())[-1].signature.return_type


def compare_with_python(dispatcher, calls, recorded):
    for args, call in zip(calls, recorded):
        if call.get("novalue"):
            continue
        plain, failure = run_call(dispatcher.py_func, args)
        if failure is not None and is_compile_error(failure):
            continue
        fields = ("returns", "raises", "args_after", "stdout")
        differing = {key: plain.get(key) for key in fields if not same(plain.get(key), call.get(key))}
        if differing:
            call["python"] = differing


def is_compile_error(error):
    if isinstance(error, NumbaError) or type(error).__module__.startswith("numba"):
        return True
    kinds = (TypeError, AttributeError, NotImplementedError, RuntimeError, ValueError, KeyError, AssertionError)
    return isinstance(error, kinds) and "/numba/core/" in "".join(traceback.format_tb(error.__traceback__)[1:])


def is_call_stage(error):
    return isinstance(error, TypeError) and "numba/core" not in traceback.format_tb(error.__traceback__)[-1]


def describe_error(error, path):
    file_name = str(path).replace("\\", "/").rsplit("/", 1)[-1]
    message = re.sub("\x1b\\[\\d*m", "", str(error))
    lines = [int(n) for n in re.findall(rf'{re.escape(file_name)}", line (\d+)', message)]
    lines += [int(n) for n in re.findall(rf"{re.escape(file_name)} \((\d+)\)", message) if int(n) not in lines]
    location = getattr(getattr(error, "loc", None), "line", None)
    return {
        "class": type(error).__name__,
        "line": location or (lines[-1] if lines else None),
        "lines": lines,
        "message": without_places(message)[:600],
    }


def without_places(message):
    """Folders and addresses of the recording machine say nothing to a reader elsewhere."""
    return without_addresses(re.sub(r"(?:\.\./)*/?(?:[\w.+-]+/)+(?=[\w.-]+\.py)", "", message))
