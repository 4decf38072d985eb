"""What Numba makes loops of threads from besides prange under parallel=True, by value."""

import numpy as np
from numba import njit


@njit(parallel=True)
def extremes(x):
    return x.min(), np.max(x), np.amin(x)


@njit(parallel=True)
def positions(x):
    return np.argmin(x), x.argmax()


@njit(parallel=True)
def sums(x):
    return x.sum(), np.sum(x * 2), np.prod(x)


@njit(parallel=True)
def statistics(x):
    return x.mean(), np.var(x), x.std()


@njit(parallel=True)
def counts(x):
    return np.count_nonzero(x), np.any(x > 2), np.all(x > -9)


@njit(parallel=True)
def product(a, b):
    return np.dot(a, b)


@njit(parallel=True)
def fills(n):
    return np.zeros(n), np.ones(n), np.full(n, 2.5), np.arange(n), np.arange(1.0, n, 0.5), np.linspace(0.0, 1.0, n)


@njit(parallel=True)
def stores(x, y):
    z = x.copy()
    z[:] = y
    z[1:-1] = x[1:-1]
    z[2:] = x[1:-1] + y[:-2]
    z[z > 4] = 1
    m = y < 2
    z[m] = x[m]
    return z


@njit(parallel=True)
def loops_one_after_the_other(x):
    y = x + 1
    z = y * x
    s = y.sum()
    w = z - y
    y[:] = 0
    return s, w, z.max(), y.sum(), w.min()


@njit(parallel=True)
def broadcast(t, x):
    u = t * x + 1
    return u.sum(), (u - u.mean()).max()


nan, inf = np.nan, np.inf
SMALL = np.arange(40) * 7 % 11 - 3
TABLE = np.arange(30).reshape(5, 6) * 7 % 13
FLOATS = [
    (SMALL * 0.5,),
    (np.array([nan, 1.0, 2.0, 0.5]),),
    (np.array([1.0, nan, 2.0, 0.5]),),
    (np.array([nan, nan]),),
    (np.array([nan, inf, -inf]),),
    (np.array([inf, inf]),),
    (np.array([-0.0, 0.0]),),
    (np.array([0.0, -0.0]),),
    (np.empty(0),),
    (SMALL[::3] * 0.5,),
    (np.array([nan, 2.5, -1.5], np.float32),),
    (TABLE * 0.25,),
    (np.asfortranarray(TABLE * 0.25),),
    ((TABLE * 0.25)[::2, ::-1],),
    (np.empty((0, 3)),),
]
INTS = [
    (SMALL,),
    (SMALL[::-3],),
    (SMALL.astype(np.uint8),),
    (np.array([2**63 - 1, -(2**63), 5]),),
    (np.empty(0, np.int64),),
    (TABLE,),
    (TABLE.T,),
]
ONE = (SMALL * 0.5, SMALL * 0.25 + 1)

CASES = {
    "extremes": FLOATS + INTS,
    "positions": FLOATS + INTS,
    "sums": FLOATS + INTS,
    "statistics": FLOATS[:-1] + INTS,
    "counts": FLOATS + INTS,
    "product": [ONE, (ONE[0][::2], ONE[1][::2]), (np.empty(0), np.empty(0)), (TABLE * 0.5, ONE[0][:6])],
    "fills": [(0,), (1,), (17,)],
    "stores": [(SMALL, SMALL[::-1].copy()), ONE],
    "loops_one_after_the_other": [(SMALL,), (SMALL * 0.5,)],
    "broadcast": [(TABLE, TABLE[0].copy()), (TABLE * 0.5, TABLE[0] * 0.5)],
}
TOLERANCE = {name: 8 for name in ("sums", "statistics", "product", "broadcast", "loops_one_after_the_other")}
