"""Records what real Numba says of the case modules of a folder.

    python record.py FOLDER [NAME ...] [--to FOLDER] [--jobs N] [--limit SECONDS]

Run it with an interpreter that has Numba. For each case module NAME.py of FOLDER it writes NAME.json beside it, or into another folder: per
function of the module's CASES and per group of calls with equal argument types the verdict, the error or the types of
variables, and what every call gave. Each record is made in a process of a pool, so that a crash or an endless loop
costs only that record.
"""

import argparse
import hashlib
import json
import os
import platform
import sys
import threading
from pathlib import Path

import numba
import numpy

from recorder.pool import Worker


def main(folder, names, jobs, limit, to):
    paths = [path for path in sorted(Path(folder).glob("*.py")) if not names or path.stem in names]
    if not paths:
        sys.exit(f"{folder} has no such case module")
    waiting = list(enumerate(paths))
    threads = [threading.Thread(target=record_modules, args=(waiting, limit, to)) for _ in range(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def record_modules(waiting, limit, to):
    worker = Worker(limit)
    while waiting:
        _, path = waiting.pop(0)
        out = Path(to or path.parent) / f"{path.stem}.json"
        record = record_module(worker, path, out.parent)
        out.write_text(json.dumps(record, indent=1) + "\n")
        print(f"{path.name}: {len(record['records'])} records", flush=True)
    worker.stop()


def record_module(worker, path, beside):
    source = path.read_text()
    groups = worker.ask(("groups", str(path)))
    if isinstance(groups, dict):
        sys.exit(f"{path} cannot be read: {groups['message']}")
    return {
        "source": os.path.relpath(path, beside),
        "source_sha256": hashlib.sha256(source.encode()).hexdigest(),
        "numba": numba.__version__,
        "numpy": numpy.__version__,
        "python": platform.python_version(),
        "records": [record_group(worker, path, *group) for group in groups],
    }


def record_group(worker, path, name, signature, indices):
    record = worker.ask(("record", str(path), name, signature, indices))
    if "verdict" in record:
        return record
    return {"function": name, "signature": signature, "verdict": record["failure"], "kind": "plain", "calls": []}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--to")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit", type=float, default=60.0)
    options = parser.parse_args()
    main(options.folder, options.names, options.jobs, options.limit, options.to)
