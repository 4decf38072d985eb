"""Records the types that real Numba gives to library calls.

    python record_library_types.py FAMILY...      (or --all)

Each module of `library_types/` lists calls of one family as `CALLS`: a name as Jitsight's library spells it, the
arguments' types, and keywords. The result for this interpreter's Numba goes into `library-types/FAMILY.json`
beside the results of the other versions; calls that are recorded already are not run again. Run it once with each Numba.
"""

import importlib
import json
import os
import pathlib
import signal
import sys

os.environ.setdefault("NUMBA_OPT", "0")
os.environ.setdefault("NUMBA_DISABLE_ERROR_MESSAGE_HIGHLIGHTING", "1")

import warnings

warnings.simplefilter("ignore")

import numpy as np
import numba
from numba import types
from numba.core import compiler, cpu, registry
from numba.core.registry import cpu_target

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE.parent / "library-types"
VERSION = ".".join(numba.__version__.split(".")[:2])
sys.path.insert(0, str(HERE))

NAMESPACE = {"np": np, "numba": numba, "typed": numba.typed, "types": types, "literal_unroll": numba.literal_unroll}

OPERATORS = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "matmul": "@", "and_": "&", "or_": "|",
    "xor": "^", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=", "is_": "is", "is_not": "is not",
}
IN_PLACE = {"iadd": "+", "isub": "-", "imul": "*", "iand": "&", "ior": "|", "ixor": "^", "imatmul": "@"}


# Seconds for one call; some send old versions into an endless loop.
LIMIT = 20


def out_of_time(*_):
    raise TimeoutError("out of time")


signal.signal(signal.SIGALRM, out_of_time)


def literal_text(type_):
    """The source text of a literal type's value, or None."""
    if isinstance(type_, types.Literal):
        return repr(type_.literal_value)
    if type_ is types.none:
        return "None"
    if isinstance(type_, types.Omitted):
        return repr(type_.value)
    return None


def expression(name, args, keywords):
    """The call as source text, and whether it is a statement."""
    owner, _, member = name.rpartition(".")
    if owner == "operator":
        if member in OPERATORS:
            return f"r = {args[0]} {OPERATORS[member]} {args[1]}"
        if member in IN_PLACE:
            return f"r = {args[0]}; r {IN_PLACE[member]}= {args[1]}"
        if member == "contains":
            return f"r = {args[1]} in {args[0]}"
        if member == "getitem":
            return f"r = {args[0]}[{args[1]}]"
        if member == "setitem":
            return f"{args[0]}[{args[1]}] = {args[2]}; r = None"
        if member == "delitem":
            return f"del {args[0]}[{args[1]}]; r = None"
        if member == "neg":
            return f"r = -{args[0]}"
        if member == "not_":
            return f"r = not {args[0]}"
    if name.startswith("iter "):
        return f"for r in {args[0]}: pass"
    if name.startswith("getattr "):
        return f"r = {args[0]}.{member}"
    if name.startswith("builtins.") and name.endswith(" display"):
        inside = ", ".join(args)
        if name == "builtins.list display":
            return f"r = [{inside}]"
        if name == "builtins.set display":
            return "r = {" + inside + "}"
        if name == "builtins.tuple display":
            return f"r = ({inside},)" if args else "r = ()"
        pairs = ", ".join(f"{k}: {v}" for k, v in zip(args[::2], args[1::2]))
        return "r = {" + pairs + "}"
    words = list(args) + [f"{key}={value}" for key, value in keywords.items()]
    if owner == "builtins":
        return f"r = {member}({', '.join(words)})"
    if owner.startswith("numpy"):
        return f"r = np{name[5:]}({', '.join(words)})"
    if owner.startswith("numba"):
        return f"r = {name}({', '.join(words)})"
    return f"r = {words[0]}.{member}({', '.join(words[1:])})"


def probe(name, args, keywords):
    """Numba's type of the call as text, or None where it does not compile."""
    params, types_, texts = [], [], []

    def take(type_):
        if isinstance(type_, str):
            return type_
        text = literal_text(type_)
        if text is not None:
            return text
        params.append(f"a{len(params)}")
        types_.append(type_)
        return params[-1]

    for type_ in args:
        texts.append(take(type_))
    kw = {key: take(type_) for key, type_ in keywords.items()}
    code = expression(name, texts, kw)
    source = f"def f({', '.join(params)}):\n    {code}\n    return None\n" if not code.startswith("for ") else (
        f"def f({', '.join(params)}):\n    {code}\n    return None\n"
    )
    space = dict(NAMESPACE)
    exec(compile(source, "<probe>", "exec"), space)
    flags = compiler.Flags()
    flags.nrt = True
    flags.no_cpython_wrapper = True
    flags.no_cfunc_wrapper = True
    try:
        signal.alarm(LIMIT)
        result = compiler.compile_extra(
            cpu_target.typing_context, cpu_target.target_context, space["f"], tuple(types_), None, flags, {}
        )
    except Exception as error:
        return None, f"{type(error).__name__}: {str(error)[:2000]}"
    finally:
        signal.alarm(0)
    found = [str(type_) for key, type_ in result.type_annotation.typemap.items() if key == "r" or key.startswith("r.")]
    return found[-1] if found else "none", None


def spelled(type_):
    return type_ if isinstance(type_, str) else str(type_)


def key_of(name, args, keywords):
    return [name, [spelled(t) for t in args], {k: spelled(t) for k, t in keywords.items()}]


# Numba slows down with every function it holds, so a fresh process goes on after this many.
BATCH = 80


def record(family, verbose):
    """Records what is missing, at most a batch; True if all is recorded."""
    module = importlib.import_module(f"library_types.{family}")
    path = OUT / f"{family}.json"
    known = json.loads(path.read_text()) if path.exists() else []
    rows = {json.dumps(row["call"]): row for row in known}
    fresh = {}
    ran = 0
    for call in module.CALLS:
        name, args, *rest = call
        keywords = rest[0] if rest else {}
        key = key_of(name, args, keywords)
        text = json.dumps(key)
        row = rows.get(text, {"call": key})
        fresh[text] = row
        if VERSION in row or ran == BATCH:
            continue
        ran += 1
        row[VERSION], why = probe(name, args, keywords)
        if verbose:
            print(name, key[1:], "->", row[VERSION], "" if why is None else why[:verbose])
    lines = ",\n".join(json.dumps(row, sort_keys=False) for row in fresh.values())
    path.write_text(f"[\n{lines}\n]\n")
    return ran < BATCH


def main(arguments):
    verbose = 0
    if arguments and arguments[0].startswith("-v"):
        verbose = int(arguments.pop(0)[2:] or 1)
    families = arguments
    if families == ["--all"]:
        families = sorted(p.stem for p in (HERE / "library_types").glob("*.py") if p.stem != "kinds")
    OUT.mkdir(exist_ok=True)
    # The CPU target's registries are filled on first use.
    numba.njit(lambda: 0)()
    for index, family in enumerate(families):
        if not record(family, verbose):
            rest = ([f"-v{verbose}"] if verbose else []) + families[index:]
            os.execv(sys.executable, [sys.executable, __file__, *rest])
        print(family, "recorded", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
