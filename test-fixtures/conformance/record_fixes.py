"""Runs what every quick fix of the suites makes under real Numba.

    python record_fixes.py SUITES

For each NAME.md of the folder it writes NAME-VERSION.json beside it: per fixed program its hash, and whether all that
it decorates was compiled in nopython mode, with the signatures, or the error.
"""

import contextlib
import hashlib
import io
import json
import re
import sys
import warnings
from pathlib import Path

import numba

VERSION = ".".join(numba.__version__.split(".")[:2])
NEWEST = "0.68"


def main(folder):
    warnings.simplefilter("ignore")
    for path in sorted(Path(folder).glob("*.md")):
        found = [record(title, program) for title, program in fixed_programs(path.read_text())]
        if found:
            text = json.dumps({"numba": numba.__version__, "programs": found}, indent=1)
            path.with_name(f"{path.stem}-{VERSION}.json").write_text(text + "\n")
            print(f"{path.name}: {sum(each['verdict'] == 'compiles' for each in found)} of {len(found)} compile")


def fixed_programs(markdown):
    """Headings and programs of the cases for this version; a suppressed problem stays one for Numba."""
    headings, numba_version = [], NEWEST
    for block in re.split(r"^(?=#+ |```python)", markdown, flags=re.M):
        heading = re.match(r"(#+) (.*)", block)
        if heading:
            headings[len(heading[1]) - 1 :] = [heading[2]]
            numba_version = NEWEST
        version = re.search(r"^numba: (\d+\.\d+)$", block, re.M)
        numba_version = version[1] if version and not block.startswith("```") else numba_version
        fixed = re.match(r"```python fixed\n(.*?\n)```", block, re.S)
        if fixed and numba_version == VERSION and "jitsight: ignore" not in fixed[1]:
            yield " › ".join(headings), fixed[1]


def record(title, program):
    found = {"title": title, "sha256": hashlib.sha256(program.encode()).hexdigest()}
    scope = {"__name__": "__main__"}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(program, "program.py", "exec"), scope)
    except Exception as error:
        return {**found, "verdict": "fails", "error": {"class": type(error).__name__, "message": str(error)[:600]}}
    compiled = {name: signatures(value) for name, value in scope.items() if is_compiled(value)}
    verdict = "compiles" if compiled and all(compiled.values()) else "not called"
    return {**found, "verdict": verdict, "compiled": compiled}


def is_compiled(value):
    return hasattr(value, "py_func") or type(value).__name__ in ("DUFunc", "GUFunc")


def signatures(function):
    known = getattr(function, "nopython_signatures", None)
    return [str(each) for each in (known if known is not None else function.types)]


if __name__ == "__main__":
    main(sys.argv[1])
