"""Prints who this interpreter is as one line of JSON. Runs on any Python, so that an old one can say so."""
import json
import platform


def package_version(name):
    try:
        from importlib import metadata, util

        if util.find_spec(name) is None:
            return None
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            return __import__(name).__version__
    except Exception:
        return None


answer = {"version": platform.python_version(), "implementation": platform.python_implementation().lower()}
for package in ("numpy", "numba"):
    version = package_version(package)
    if version is not None:
        answer[package] = version
print(json.dumps(answer))
