"""Reductions over arrays: the type of the result by dtype, and which keywords each version takes."""

from .kinds import *

WHOLE = ["sum", "prod", "mean", "std", "var", "min", "max", "amin", "amax", "argmin", "argmax", "cumsum", "cumprod",
         "any", "all", "nansum", "nanprod", "nanmean", "nanstd", "nanvar", "nanmin", "nanmax", "nancumsum", "nancumprod",
         "median", "nanmedian", "ptp", "nanargmax", "nanargmin", "count_nonzero", "average"]
METHODS = ["sum", "prod", "mean", "std", "var", "min", "max", "argmin", "argmax", "cumsum", "cumprod", "any", "all", "ptp"]

CALLS = []
for name in WHOLE:
    for dtype in SCALARS:
        CALLS.append((f"numpy.{name}", [arr(dtype)]))
    CALLS.append((f"numpy.{name}", [arr(f8, 2)]))
    CALLS.append((f"numpy.{name}", [arr(f8, 2, "A")]))
    CALLS.append((f"numpy.{name}", [arr(f8, 2)], {"axis": lit(0)}))
    CALLS.append((f"numpy.{name}", [arr(f8, 3, "F")], {"axis": lit(1)}))
    CALLS.append((f"numpy.{name}", [arr(i4, 2)], {"axis": i8}))
    CALLS.append((f"numpy.{name}", [arr(f8, 1)], {"axis": lit(0)}))
    CALLS.append((f"numpy.{name}", [lst(f8)]))
    CALLS.append((f"numpy.{name}", [uni(i8, 3)]))
    CALLS.append((f"numpy.{name}", [f8]))
    CALLS.append((f"numpy.{name}", [i8]))
for name in METHODS:
    for dtype in SCALARS:
        CALLS.append((f"array.{name}", [arr(dtype)]))
    CALLS.append((f"array.{name}", [arr(f8, 2, "A")]))
    CALLS.append((f"array.{name}", [arr(f8, 2)], {"axis": lit(0)}))
    CALLS.append((f"array.{name}", [arr(i4, 2)], {"axis": i8}))
