"""How near a result must come to the recorded one."""

import ast
import re
from pathlib import Path

INEXACT = {
    "sin", "cos", "tan", "arcsin", "arccos", "arctan", "arctan2", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh",
    "asinh", "acosh", "atanh", "arcsinh", "arccosh", "arctanh", "exp", "exp2", "expm1", "log", "log2", "log10", "log1p",
    "logaddexp", "logaddexp2", "pow", "power", "float_power", "hypot", "cbrt", "erf", "erfc", "gamma", "lgamma", "sinc",
    "dot", "vdot", "matmul", "linalg", "kron", "cov", "corrcoef", "convolve", "correlate", "vander", "cmath", "random",
    "fastmath", "parallel", "polar", "rect", "phase", "angle", "complex", "complex64", "complex128", "normal", "gauss",
}


def tolerance_of(module, path, name, record):
    """`tolerance_ulp` and, where the module gives one, `tolerance_abs`."""
    given = getattr(module, "TOLERANCE", {}).get(name)
    found = {"tolerance_ulp": given if given is not None else 4 if is_inexact(path, name, record) else 0}
    absolute = getattr(module, "ABS_TOL", {}).get(name)
    return found if absolute is None else {**found, "tolerance_abs": absolute}


def is_inexact(path, name, record):
    types = " ".join([record["signature"], str(record.get("return_type")), *(record.get("locals") or {}).values()])
    if "complex" in types:
        return True
    functions = {node.name: node for node in ast.parse(Path(path).read_text()).body if isinstance(node, ast.FunctionDef)}
    reached, waiting = set(), [name]
    while waiting:
        each = waiting.pop()
        if each in reached or each not in functions:
            continue
        reached.add(each)
        words = words_of(functions[each])
        if words & INEXACT:
            return True
        waiting.extend(words)
    return False


def words_of(tree):
    words = {"pow"} if any(isinstance(node, (ast.Pow, ast.MatMult)) for node in ast.walk(tree)) else set()
    for node in ast.walk(tree):
        for field in ("id", "attr", "arg"):
            word = getattr(node, field, None)
            if isinstance(word, str):
                words.add(re.sub(r"^c(?=(sin|cos|exp|log))", "", word))
    return words
