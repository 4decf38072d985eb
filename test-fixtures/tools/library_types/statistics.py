"""Order statistics, sorting, searching, counting."""

from .kinds import *

A = arr(f8)
I = arr(i8)
CALLS = []
for name in ["percentile", "nanpercentile", "quantile", "nanquantile"]:
    for q in [f8, i8, lit(50), arr(f8), lst(f8), uni(f8, 2), b1]:
        CALLS.append((f"numpy.{name}", [A, q]))
    for a in [arr(i4), arr(f4), arr(f8, 2), arr(c16), lst(f8), b1, f8, arr(b1)]:
        CALLS.append((f"numpy.{name}", [a, f8]))
    CALLS.append((f"numpy.{name}", [arr(f8, 2), f8], {"axis": lit(0)}))
for dtype in SCALARS:
    for name in ["sort", "argsort", "unique", "bincount", "diff", "ediff1d", "median", "argwhere", "nonzero", "flatnonzero"]:
        CALLS.append((f"numpy.{name}", [arr(dtype)]))
    for name in ["sort", "argsort", "nonzero"]:
        CALLS.append((f"array.{name}", [arr(dtype)]))
    CALLS.append(("numpy.searchsorted", [arr(dtype), f8]))
    CALLS.append(("numpy.searchsorted", [arr(f8), dtype]))
    CALLS.append(("numpy.where", [arr(dtype)]))
    CALLS.append(("numpy.partition", [arr(dtype), i8]))
    CALLS.append(("numpy.argpartition", [arr(dtype), i8]))
    CALLS.append(("numpy.digitize", [arr(dtype), A]))
    CALLS.append(("numpy.histogram", [arr(dtype)]))
for name in ["sort", "argsort", "unique", "median", "argwhere", "nonzero", "flatnonzero", "diff", "ediff1d", "bincount"]:
    for a in [arr(f8, 2), arr(f8, 1, "A"), arr(f8, 0), arr(i8, 2, "F"), lst(f8), uni(i8, 3), f8, i8, lst(i8), tlist(f8), b1]:
        CALLS.append((f"numpy.{name}", [a]))
CALLS += [
    ("array.sort", [arr(f8, 2)]), ("array.sort", [arr(f8, 1, "A")]), ("array.argsort", [arr(f8, 2)]), ("array.argsort", [A], {"kind": lit("mergesort")}), ("array.argsort", [A], {"kind": lit("quicksort")}), ("numpy.argsort", [A], {"kind": lit("mergesort")}), ("numpy.argsort", [A], {"kind": lit("stable")}), ("numpy.argsort", [A], {"axis": lit(0)}), ("numpy.sort", [A], {"axis": lit(0)}), ("numpy.sort", [A], {"kind": lit("quicksort")}), ("numpy.argsort", [A], {"kind": string}),
    ("numpy.searchsorted", [A, A]), ("numpy.searchsorted", [A, arr(f8, 2)]), ("numpy.searchsorted", [A, f8], {"side": lit("right")}), ("numpy.searchsorted", [A, f8], {"side": lit("left")}), ("numpy.searchsorted", [A, f8], {"side": string}), ("numpy.searchsorted", [lst(f8), f8]), ("numpy.searchsorted", [A, lst(f8)]), ("numpy.searchsorted", [A, uni(f8, 2)]), ("numpy.searchsorted", [arr(f8, 2), f8]), ("numpy.searchsorted", [A, f8, lit("right")]), ("numpy.searchsorted", [uni(f8, 3), f8]), ("array.searchsorted", [A, f8]), ("numpy.searchsorted", [A, f8], {"side": lit("middle")}),
    ("numpy.unique", [A], {"return_counts": lit(True)}), ("numpy.unique", [A], {"axis": lit(0)}),
    ("numpy.bincount", [I, A]), ("numpy.bincount", [I], {"minlength": i8}), ("numpy.bincount", [I], {"weights": A}), ("numpy.bincount", [I], {"weights": arr(f4)}), ("numpy.bincount", [I], {"weights": I}), ("numpy.bincount", [I], {"minlength": lit(5)}), ("numpy.bincount", [I, A, i8]), ("numpy.bincount", [I, arr(c16)]), ("numpy.bincount", [lst(i8)]),
    ("numpy.histogram", [A, i8]), ("numpy.histogram", [A, i8, uni(f8, 2)]), ("numpy.histogram", [A, A]), ("numpy.histogram", [A], {"bins": lit(5)}), ("numpy.histogram", [A], {"bins": i8, "range": uni(f8, 2)}), ("numpy.histogram", [A, i8, tup(i8, f8)]), ("numpy.histogram", [A, i8, uni(i8, 2)]), ("numpy.histogram", [arr(f8, 2), i8]), ("numpy.histogram", [A], {"density": lit(True)}), ("numpy.histogram", [A, lst(f8)]), ("numpy.histogram", [A, none]), ("numpy.histogram", [A, i8, none]), ("numpy.histogram", [A, I]), ("numpy.histogram", [A, f8]),
    ("numpy.digitize", [f8, A]), ("numpy.digitize", [A, A], {"right": lit(True)}), ("numpy.digitize", [A, A, b1]), ("numpy.digitize", [arr(f8, 2), A]), ("numpy.digitize", [i8, A]), ("numpy.digitize", [A, lst(f8)]), ("numpy.digitize", [A, I]), ("numpy.digitize", [lst(f8), A]),
    ("numpy.diff", [A, i8]), ("numpy.diff", [arr(f8, 2), lit(1)]), ("numpy.diff", [A], {"n": lit(2)}), ("numpy.diff", [A], {"axis": lit(0)}), ("numpy.ediff1d", [A, f8]), ("numpy.ediff1d", [A], {"to_begin": f8, "to_end": A}), ("numpy.ediff1d", [A, f8, i8]), ("numpy.ediff1d", [I, f8]),
    ("numpy.partition", [arr(f8, 2), i8]), ("numpy.partition", [A, arr(i8)]), ("numpy.partition", [A, uni(i8, 2)]), ("numpy.partition", [A, f8]), ("numpy.partition", [lst(f8), i8]), ("numpy.partition", [A, lst(i8)]), ("numpy.argpartition", [A, arr(i8)]), ("numpy.argpartition", [arr(f8, 2), i8]), ("numpy.argpartition", [lst(f8), i8]),
    ("numpy.where", [arr(b1, 2)]), ("numpy.where", [b1]), ("numpy.where", [lst(b1)]), ("numpy.nonzero", [arr(b1, 3, "A")]), ("array.nonzero", [arr(f8, 2)]), ("array.nonzero", [arr(f8, 0)]),
    ("numpy.cov", [A]), ("numpy.cov", [arr(f8, 2)]), ("numpy.cov", [A, A]), ("numpy.cov", [arr(f8, 2), A]), ("numpy.cov", [arr(f4, 2)]), ("numpy.cov", [arr(i8, 2)]), ("numpy.cov", [arr(c16, 2)]), ("numpy.cov", [arr(f8, 2)], {"rowvar": lit(False)}), ("numpy.cov", [arr(f8, 2)], {"bias": lit(True)}), ("numpy.cov", [arr(f8, 2)], {"ddof": lit(0)}), ("numpy.cov", [arr(f8, 2, "A")]), ("numpy.cov", [lst(f8)]), ("numpy.cov", [uni(f8, 3)]), ("numpy.cov", [A, arr(c16)]), ("numpy.cov", [arr(f8, 3)]), ("numpy.cov", [f8]),
    ("numpy.corrcoef", [A]), ("numpy.corrcoef", [arr(f8, 2)]), ("numpy.corrcoef", [A, A]), ("numpy.corrcoef", [arr(f8, 2)], {"rowvar": lit(False)}), ("numpy.corrcoef", [arr(i8, 2)]), ("numpy.corrcoef", [arr(c16, 2)]), ("numpy.corrcoef", [arr(f8, 2, "A")]), ("numpy.corrcoef", [f8]), ("numpy.corrcoef", [f8, f8]), ("numpy.corrcoef", [lst(f8)]),
    ("numpy.isin", [A, A]), ("numpy.isin", [arr(f8, 2), A]), ("numpy.isin", [A, A], {"invert": lit(True)}), ("numpy.isin", [f8, A]), ("numpy.isin", [I, lst(i8)]), ("numpy.in1d", [A, A]), ("numpy.isin", [A, I]),
    ("numpy.union1d", [A, A]), ("numpy.union1d", [A, I]), ("numpy.union1d", [lst(f8), A]), ("numpy.intersect1d", [A, A]), ("numpy.intersect1d", [A, I]), ("numpy.intersect1d", [I, I]), ("numpy.intersect1d", [A, A], {"assume_unique": lit(True)}), ("numpy.setdiff1d", [A, A]), ("numpy.setdiff1d", [A, A], {"assume_unique": lit(True)}), ("numpy.setxor1d", [A, A]), ("numpy.setxor1d", [I, A]), ("numpy.intersect1d", [arr(f8, 2), A]), ("numpy.intersect1d", [lst(f8), A]), ("numpy.union1d", [arr(f8, 2), A]),
    ("numpy.interp", [f8, A, A]), ("numpy.interp", [A, A, A]), ("numpy.interp", [i8, A, A]), ("numpy.interp", [A, A, arr(c16)]), ("numpy.interp", [arr(f8, 2), A, A]), ("numpy.interp", [f8, I, I]), ("numpy.interp", [f8, lst(f8), lst(f8)]), ("numpy.interp", [arr(f4), arr(f4), arr(f4)]), ("numpy.interp", [arr(c16), A, A]), ("numpy.interp", [f8, A, A], {"left": f8}), ("numpy.interp", [lst(f8), A, A]),
    ("numpy.median", [arr(f8, 2)], {"axis": lit(0)}), ("numpy.average", [A, none, A]), ("numpy.average", [A], {"weights": A}), ("numpy.average", [I], {"weights": A}), ("numpy.average", [A], {"weights": I}), ("numpy.average", [arr(f8, 2)], {"weights": arr(f8, 2)}), ("numpy.average", [arr(f4)], {"weights": arr(f4)}), ("numpy.average", [arr(c16)], {"weights": A}),
    ("numpy.sum", [A], {"dtype": "np.float32"}), ("numpy.sum", [I], {"dtype": "np.float64"}), ("array.sum", [arr(f4)], {"dtype": "np.float64"}), ("numpy.sum", [arr(f8, 2)], {"axis": lit(0), "dtype": "np.int64"}), ("numpy.sum", [arr(f8, 3)], {"axis": uni(i8, 2)}), ("numpy.sum", [arr(f8, 3)], {"axis": "(0, 1)"}), ("array.sum", [arr(f8, 2), lit(0)]), ("array.sum", [arr(f8, 2), i8]), ("numpy.sum", [arr(f8, 2), lit(0)]), ("numpy.sum", [arr(f8, 2)], {"keepdims": lit(True)}), ("numpy.mean", [A], {"dtype": "np.float32"}), ("numpy.var", [A], {"ddof": lit(1)}), ("numpy.std", [A], {"ddof": lit(1)}), ("array.std", [A], {"ddof": lit(1)}), ("numpy.nanvar", [A], {"ddof": lit(1)}), ("numpy.cumsum", [I], {"dtype": "np.float64"}), ("numpy.prod", [A], {"dtype": "np.float32"}), ("numpy.max", [A], {"initial": f8}), ("numpy.sum", [A], {"axis": none}), ("numpy.argmax", [A], {"axis": none}), ("numpy.cumsum", [arr(f8, 2), lit(0)]), ("array.cumsum", [arr(f8, 2), i8]),
    ("numpy.histogram2d", [A, A]), ("numpy.histogram_bin_edges", [A]), ("numpy.lexsort", [uni(A, 2)]), ("numpy.digitize", [A, A, lit(True)]),
]
