"""Runs what every quick fix of the suites makes under real Numba.

    python record_fixes.py SUITES

For each NAME.md of the folder it writes NAME-VERSION.json beside it: per fixed program its hash and its verdict.
`compiles`: all that it decorates was compiled, in nopython mode unless it asks for object mode, with the signatures.
`runs`: it decorates nothing any more. `not called`: something was never compiled. `fails`: with the error.
A case is asked of every Numba, unless a line `numba: VERSION` in it names the one.
"""

import contextlib
import hashlib
import io
import json
import re
import runpy
import sys
import tempfile
import warnings
from pathlib import Path

import numba

VERSION = ".".join(numba.__version__.split(".")[:2])


def main(folder):
    warnings.simplefilter("ignore")
    for path in sorted(Path(folder).glob("*.md")):
        found = [record(title, program) for title, program in fixed_programs(path.read_text())]
        if found:
            text = json.dumps({"numba": numba.__version__, "programs": found}, indent=1)
            path.with_name(f"{path.stem}-{VERSION}.json").write_text(text + "\n")
            good = sum(each["verdict"] in ("compiles", "runs") for each in found)
            print(f"{path.name}: {good} of {len(found)} compile")
            for each in found:
                if each["verdict"] not in ("compiles", "runs"):
                    print(f"  {each['title']}: {each['verdict']} {each.get('error', '')}")


def fixed_programs(markdown):
    """Headings and programs of the cases for this version; a suppressed problem stays one for Numba."""
    headings, numba_version = [], None
    for block in re.split(r"^(?=#+ |```python)", markdown, flags=re.M):
        heading = re.match(r"(#+) (.*)", block)
        if heading:
            headings[len(heading[1]) - 1 :] = [heading[2]]
            numba_version = None
        version = re.search(r"^numba: (\d+\.\d+)$", block, re.M)
        numba_version = version[1] if version and not block.startswith("```") else numba_version
        fixed = re.match(r"```python fixed\n(.*?\n)```", block, re.S)
        if fixed and numba_version in (None, VERSION) and "jitsight: ignore" not in fixed[1]:
            yield " › ".join(headings), fixed[1]


def record(title, program):
    found = {"title": title, "sha256": hashlib.sha256(program.encode()).hexdigest()}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            scope = run(program)
    except Exception as error:
        return {**found, "verdict": "fails", "error": {"class": type(error).__name__, "message": str(error)[:600]}}
    compiled = {name: signatures(value) for name, value in scope.items() if is_compiled(value)}
    if not compiled and not re.search(r"^\s*@", program, re.M):
        return {**found, "verdict": "runs"}
    verdict = "compiles" if compiled and all(compiled.values()) else "not called"
    return {**found, "verdict": verdict, "compiled": compiled}


def run(program):
    """In a file and a module of its own: object mode looks globals up there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.py"
        path.write_text(program)
        return runpy.run_path(str(path), run_name="__main__")


def is_compiled(value):
    return hasattr(value, "py_func") or hasattr(value, "_ctor") or type(value).__name__ in ("DUFunc", "GUFunc")


def signatures(function):
    function = getattr(function, "_ctor", function)
    if getattr(function, "targetoptions", {}).get("forceobj"):
        return [str(each) for each in function.signatures]
    known = getattr(function, "nopython_signatures", None)
    return [str(each) for each in (known if known is not None else function.types)]


if __name__ == "__main__":
    main(sys.argv[1])
