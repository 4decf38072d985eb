"""Case modules: loading, their tables of calls, and copies of arguments."""

import ast
import copy
import linecache
import sys
import types
from pathlib import Path

import numba
import numpy as np


def load(path):
    """The module, and per function whose decorator raised, the error. The others stand all the same."""
    path = Path(path)
    source = path.read_text()
    module = types.ModuleType(path.stem)
    module.__file__ = str(path)
    sys.modules[path.stem] = module
    linecache.checkcache(str(path))
    failures = {}
    for node in ast.parse(source, str(path)).body:
        code = compile(ast.Module([node], []), str(path), "exec")
        try:
            exec(code, module.__dict__)
        except Exception as error:
            if not isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Assign)):
                raise
            for name in names_bound(node):
                failures[name] = error
    if "CASES" in failures:
        raise failures["CASES"]
    return module, failures


def names_bound(node):
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [node.name]


def groups_of(path):
    """Per function and signature: name, signature, and which of the function's calls have these types, in order."""
    module, _ = load(path)
    found = []
    for name, calls in module.CASES.items():
        groups = {}
        for index, args in enumerate(calls):
            groups.setdefault(signature_of(args), []).append(index)
        found.extend((name, signature, indices) for signature, indices in groups.items())
    return found


def signature_of(args):
    texts = [type_text(arg) for arg in args]
    return f"({texts[0]},)" if len(texts) == 1 else f"({', '.join(texts)})"


def type_text(value):
    try:
        return str(numba.typeof(value))
    except Exception:
        return "pyobject"


def is_silent(module, name):
    """Whether the values of a function's calls mean nothing."""
    silent = getattr(module, "NO_VALUES", False)
    return silent is True or (bool(silent) and name in silent)


def copied(args):
    """Copies of what a call may change, of the same types; functions and compiled objects are passed as they are."""
    known = {}
    return tuple(copy_of(arg, known) for arg in args)


def copy_of(value, known):
    if id(value) not in known:
        known[id(value)] = fresh_copy(value, known)
    return known[id(value)]


def fresh_copy(value, known):
    if type(value) is np.ndarray:
        return copy_of_array(value)
    if type(value) in (tuple, list):
        return type(value)(copy_of(item, known) for item in value)
    try:
        return copy.deepcopy(value)
    except Exception:
        return value


def copy_of_array(value):
    """With the same strides, as layout and writability are part of the type."""
    if value.flags.c_contiguous or value.flags.f_contiguous:
        made = value.copy(order="K")
    else:
        reach = [(count - 1) * step for count, step in zip(value.shape, value.strides)]
        low = sum(min(0, each) for each in reach)
        size = sum(abs(each) for each in reach) + value.itemsize
        made = np.ndarray(value.shape, value.dtype, bytearray(size), -low, value.strides)
        made[...] = value
    made.flags.writeable = value.flags.writeable
    return made
