"""What Numba compiled: types of the result and of the variables."""

import re

import numba


def compiled_types(dispatcher, signature, args):
    overloads = getattr(dispatcher, "overloads", None)
    if not overloads:
        return {"return_type": result_of_ufunc(dispatcher, args)} if not hasattr(dispatcher, "py_func") else {}
    compiled, result = overload_for(overloads, signature)
    found = {"return_type": without_addresses(str(result.signature.return_type)), "locals": locals_of(dispatcher, result)}
    if result.type_annotation is None:
        found.pop("locals")
    if getattr(result, "objectmode", False):
        found["mode"] = "object"
    if compiled != signature:
        found["overload"] = compiled
    return found


def overload_for(overloads, signature):
    """The overload of exactly these types, or the newest."""
    spelled = [(signature_text(types), result) for types, result in overloads.items()]
    exact = [pair for pair in spelled if pair[0] == signature]
    return (exact or spelled)[-1]


def signature_text(types):
    texts = [str(each) for each in types]
    return f"({texts[0]},)" if len(texts) == 1 else f"({', '.join(texts)})"


def result_of_ufunc(function, args):
    try:
        return str(numba.typeof(function(*args)))
    except Exception:
        return None


def locals_of(dispatcher, result):
    """User-named variables; the SSA versions of one only where their types differ."""
    if result.type_annotation is None:
        return {}
    code = dispatcher.py_func.__code__
    names = list(code.co_varnames) + list(code.co_cellvars)
    versions = {}
    for key, kind in result.type_annotation.typemap.items():
        base = re.sub(r"(\.\d+)+$", "", key)
        if base in names:
            versions.setdefault(base, []).append((key, without_addresses(str(kind))))
    found = {}
    for base, all_versions in versions.items():
        ordered = sorted(all_versions, key=lambda pair: [int(n) for n in pair[0].split(".")[1:]])
        if len({kind for _, kind in ordered}) == 1:
            found[base] = ordered[0][1]
        else:
            found.update(ordered)
    return found


def without_addresses(text):
    return re.sub(r"\bat 0x[0-9a-f]+", "at 0x0", text)
