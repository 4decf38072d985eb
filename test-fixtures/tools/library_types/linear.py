"""Products and numpy.linalg."""

from .kinds import *

CALLS = []
V = {t: arr(t) for t in (f4, f8, c8, c16, i8)}
M = {t: arr(t, 2) for t in (f4, f8, c8, c16, i8)}
F = arr(f8, 2, "F")
G = arr(f8, 2, "A")
for t in (f4, f8, c8, c16, i8):
    for name in ["numpy.dot", "operator.matmul", "numpy.vdot", "array.dot"]:
        CALLS += [(name, [V[t], V[t]]), (name, [M[t], V[t]]), (name, [V[t], M[t]]), (name, [M[t], M[t]])]
    for name in ["inv", "det", "cholesky", "eig", "eigh", "eigvals", "eigvalsh", "svd", "qr", "norm", "cond", "matrix_rank", "slogdet", "pinv"]:
        CALLS += [(f"numpy.linalg.{name}", [M[t]])]
    CALLS += [("numpy.linalg.norm", [V[t]]), ("numpy.linalg.solve", [M[t], V[t]]), ("numpy.linalg.solve", [M[t], M[t]]), ("numpy.linalg.lstsq", [M[t], V[t]]), ("numpy.linalg.lstsq", [M[t], M[t]]), ("numpy.linalg.matrix_power", [M[t], i8]), ("numpy.trace", [M[t]])]
for name in ["numpy.dot", "operator.matmul", "numpy.vdot"]:
    CALLS += [(name, [V[f8], V[f4]]), (name, [V[f8], V[c16]]), (name, [M[f8], F]), (name, [F, F]), (name, [G, V[f8]]), (name, [arr(f8, 3), M[f8]]), (name, [f8, f8]), (name, [f8, V[f8]]), (name, [lst(f8), V[f8]]), (name, [V[f8], arr(f8, 1, "A")]), (name, [G, G]), (name, [F, V[f8]]), (name, [arr(f8, 0), V[f8]]), (name, [i8, i8]), (name, [M[f8], arr(f8, 1, "A")])]
CALLS += [("numpy.dot", [M[f8], M[f8], M[f8]]), ("numpy.dot", [M[f8], V[f8], V[f8]]), ("numpy.dot", [V[f8], V[f8]], {"out": V[f8]}), ("numpy.dot", [M[f8], M[f8]], {"out": M[f8]}), ("numpy.matmul", [M[f8], M[f8]]), ("operator.imatmul", [M[f8], M[f8]]), ("numpy.vdot", [M[f8], M[f8]])]
for name in ["inv", "det", "cholesky", "eig", "eigh", "eigvals", "eigvalsh", "svd", "qr", "norm", "cond", "matrix_rank", "slogdet", "pinv"]:
    CALLS += [(f"numpy.linalg.{name}", [F]), (f"numpy.linalg.{name}", [G]), (f"numpy.linalg.{name}", [arr(f8, 3)]), (f"numpy.linalg.{name}", [f8]), (f"numpy.linalg.{name}", [lst(f8)])]
CALLS += [
    ("numpy.linalg.norm", [V[f8], i8]), ("numpy.linalg.norm", [V[f8], f8]), ("numpy.linalg.norm", [M[f8], lit("fro")]), ("numpy.linalg.norm", [M[f8], i8]), ("numpy.linalg.norm", [V[f8], "np.inf"]), ("numpy.linalg.norm", [V[f8], none]), ("numpy.linalg.norm", [arr(f8, 1, "A")]), ("numpy.linalg.norm", [M[f8]], {"axis": lit(0)}), ("numpy.linalg.norm", [V[f8]], {"ord": lit(2)}), ("numpy.linalg.norm", [M[f8], lit("nuc")]),
    ("numpy.linalg.svd", [M[f8], b1]), ("numpy.linalg.svd", [M[f8]], {"full_matrices": lit(False)}), ("numpy.linalg.svd", [M[f8]], {"compute_uv": lit(False)}), ("numpy.linalg.cond", [M[f8], i8]), ("numpy.linalg.cond", [M[f8], lit(2)]), ("numpy.linalg.matrix_rank", [V[f8]]), ("numpy.linalg.matrix_rank", [M[f8], f8]), ("numpy.linalg.pinv", [M[f8], f8]), ("numpy.linalg.qr", [M[f8]], {"mode": lit("reduced")}), ("numpy.linalg.lstsq", [M[f8], V[f8], f8]), ("numpy.linalg.lstsq", [M[f8], V[f8]], {"rcond": none}), ("numpy.linalg.lstsq", [M[f8], V[f8]], {"rcond": f8}), ("numpy.linalg.solve", [M[f8], V[f4]]), ("numpy.linalg.solve", [F, V[f8]]), ("numpy.linalg.solve", [M[f8], F]), ("numpy.linalg.solve", [M[f8], M[c16]]), ("numpy.linalg.solve", [M[f8], lst(f8)]), ("numpy.linalg.solve", [V[f8], V[f8]]), ("numpy.linalg.matrix_power", [M[f8], lit(2)]), ("numpy.linalg.matrix_power", [F, i8]), ("numpy.linalg.matrix_power", [M[f8], f8]), ("numpy.linalg.multi_dot", [uni(M[f8], 2)]), ("numpy.linalg.tensorsolve", [M[f8], V[f8]]), ("numpy.linalg.eigh", [M[f8], lit("L")]), ("numpy.trace", [G]), ("numpy.trace", [M[f8], i8]), ("array.trace", [M[f8]]), ("numpy.linalg.outer", [V[f8], V[f8]]),
]
