"""Records what real Numba makes of the expressions in `numeric_cases.py`: verdict, result type and value.

    python record_numeric_cases.py OUT.json [OLD.json] [--cases MODULE]

MODULE is another list beside `numeric_cases.py`. Cases that OLD.json has already are kept as they are, since compiling them all takes minutes.
One line per case: the body, the arguments (values in the conformance format) and the outcome. A function that does not compile has
neither type nor value; one that raises names the exception.
"""
import argparse
import base64
import cmath
import functools
import importlib
import json
import math
import operator
import random
import re
import sys
import warnings

import numba
import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")


def encode(value):
    if value is None:
        return {"t": "none"}
    if isinstance(value, (bool, np.bool_)):
        return {"t": "bool", "v": bool(value)}
    if isinstance(value, np.ndarray):
        order = "C" if value.flags.c_contiguous else "F" if value.flags.f_contiguous else "A"
        data = np.ascontiguousarray(value)
        out = {"t": "array", "dtype": value.dtype.name, "shape": list(value.shape), "order": order,
               "data": base64.b64encode(data.tobytes()).decode()}
        return out | {"strides": list(value.strides)} if order == "A" else out
    if isinstance(value, (np.datetime64, np.timedelta64)):
        return {"t": value.dtype.name, "v": str(value.astype(np.int64))}
    if isinstance(value, (tuple, list)):
        return {"t": type(value).__name__, "v": [encode(each) for each in value]}
    if isinstance(value, str):
        return {"t": "str", "v": value}
    name = value.dtype.name if isinstance(value, np.generic) else {int: "int64", float: "float64", complex: "complex128"}.get(type(value))
    if name is None:
        return {"t": "object"}
    if "complex" in name:
        return {"t": name, "v": [float(value.real).hex(), float(value.imag).hex()]}
    if "float" in name:
        return {"t": name, "v": float(value).hex()}
    return {"t": name, "v": str(int(value))}


def source_of(body, names):
    """A function of statements that return, or of one expression."""
    if "return " not in body:
        body = f"return {body}"
    lines = body.replace("\\n    ", "; ").split("; ")
    return f"def case({', '.join(names)}):\n" + "".join(f"    {line}\n" for line in lines)


def spelled(signature):
    """As `str` of the tuple in older releases: newer ones print the `repr` of each type."""
    return f"({str(signature[0])},)" if len(signature) == 1 else f"({', '.join(map(str, signature))})"


def record(body, arguments, known):
    names = [name for name in arguments if re.search(rf"\b{name}\b", body)]
    text = source_of(body, names)
    scope = {"np": np, "math": math, "cmath": cmath, "random": random, "operator": operator, "functools": functools}
    exec(text, scope)
    given = [eval(arguments[name], {"np": np}) for name in names]
    signature = tuple(numba.typeof(each) for each in given)
    out = {"source": text, "signature": spelled(signature), "args": [encode(each) for each in given]}
    if key_of(out) in known:
        return known[key_of(out)]
    function = numba.njit(scope["case"])
    try:
        function.compile(signature)
    except Exception:
        return out
    out["type"] = str(function.nopython_signatures[0].return_type)
    try:
        out["value"] = encode(function(*given))
        after = [encode(each) for each in given]
        if after != out["args"]:
            out["args_after"] = after
    except Exception as error:
        out["raises"] = type(error).__name__
    return out


def key_of(row):
    return row["source"] + json.dumps([row["signature"], row["args"]])


def known_rows(path):
    with open(path, encoding="utf-8") as stream:
        return {key_of(row): row for rows in json.load(stream)["families"].values() for row in rows}


def arguments_given():
    parser = argparse.ArgumentParser()
    parser.add_argument("out")
    parser.add_argument("old", nargs="?")
    parser.add_argument("--cases", default="numeric_cases")
    return parser.parse_args()


if __name__ == "__main__":
    options = arguments_given()
    known = known_rows(options.old) if options.old else {}
    families = importlib.import_module(options.cases).FAMILIES
    with open(options.out, "w", encoding="utf-8") as stream:
        stream.write(json.dumps({"numba": numba.__version__, "numpy": np.__version__})[:-1] + ',"families":{\n')
        for i, (family, cases) in enumerate(families.items()):
            rows = ",\n".join(json.dumps(record(*case, known), separators=(",", ":")) for case in cases)
            stream.write(("," if i else "") + json.dumps(family) + ":[\n" + rows + "\n]\n")
        stream.write("}}\n")
