/** Top-level modules of Python 3.11's standard library that numeric scripts import: they stand in their own import group. */
export const standardLibrary: ReadonlySet<string> = new Set(
  (
    '__future__ abc argparse array ast asyncio base64 bisect calendar cmath collections concurrent configparser contextlib copy csv ' +
    'ctypes dataclasses datetime decimal enum fractions functools gc getpass glob gzip hashlib heapq html http importlib inspect io ' +
    'itertools json logging math multiprocessing operator os pathlib pickle platform pprint queue random re sched secrets shutil ' +
    'signal socket sqlite3 statistics string struct subprocess sys tempfile textwrap threading time timeit traceback types typing ' +
    'unittest urllib uuid warnings weakref xml zipfile zlib'
  ).split(' '),
);
