"""Calls functions of a program and prints, as JSON, arguments, results, errors and output of each call."""
import base64
import contextlib
import io
import json
import sys

from _jitsight import stand_in
from _jitsight.values import encode


def encoded(value):
    blobs = []
    return with_data(encode(value, blobs), blobs)


def with_data(tree, blobs):
    if isinstance(tree, dict):
        if set(tree) == {"blob"}:
            return base64.b64encode(blobs[tree["blob"]]).decode()
        return {key: with_data(item, blobs) for key, item in tree.items()}
    if isinstance(tree, list):
        return [with_data(item, blobs) for item in tree]
    return tree


def run(namespace, call):
    args = eval("(" + call["args"] + ",)", namespace) if call["args"] else ()
    answer = {"args": [encoded(arg) for arg in args]}
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output):
            answer["returned"] = encoded(namespace[call["function"]](*args))
    except Exception as error:
        answer["raised"] = {"name": type(error).__name__, "message": str(error)}
    answer["printed"] = output.getvalue()
    answer["argsAfter"] = [encoded(arg) for arg in args]
    return answer


request = json.load(sys.stdin)
if not request["numba"]:
    stand_in.install("0.68.0")
namespace = {"__name__": "program"}
exec("import math\ntry:\n    import numpy as np\nexcept ImportError:\n    pass\n", namespace)
exec(compile(request["source"], "program.py", "exec"), namespace)
json.dump([run(namespace, call) for call in request["calls"]], sys.stdout)
