from collections import OrderedDict
import numpy as np
from numba import njit, types, int32, int64, float32, float64, typed, deferred_type, optional
from numba.experimental import jitclass

spec = OrderedDict()
spec["a"] = int64
spec["b"] = types.ListType(types.float64)


@jitclass(spec)
class WithList:
    def __init__(self, a):
        self.a = a
        self.b = typed.List.empty_list(types.float64)

    def add(self, v):
        self.b.append(v)

    def total(self):
        s = 0.0
        for v in self.b:
            s += v
        return s + self.a


@jitclass([("x", float64), ("y", float64)])
class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return self.x if i == 0 else self.y

    def __setitem__(self, i, v):
        if i == 0:
            self.x = v
        else:
            self.y = v

    def __contains__(self, v):
        return self.x == v or self.y == v

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __abs__(self):
        return (self.x * self.x + self.y * self.y) ** 0.5

    def __bool__(self):
        return self.x != 0.0

    def __float__(self):
        return self.x


@jitclass([("m", float64[:, :]), ("n", int64), ("t", types.UniTuple(int64, 2)), ("s", types.unicode_type), ("f", float32)])
class Mixed:
    def __init__(self, n, s):
        self.n = n
        self.m = np.eye(n)
        self.t = (n, n + 1)
        self.s = s
        self.f = 0.1

    def trace(self):
        t = 0.0
        for i in range(self.n):
            t += self.m[i, i]
        return t

    def replace(self, m):
        self.m = m
        return self.m.shape[0]

    def swap(self):
        self.n, self.f = int(self.f * 100), self.n


@jitclass([("seed", int64)])
class Lcg:
    def __init__(self, seed):
        self.seed = seed

    def next(self):
        self.seed = (self.seed * 1103515245 + 12345) & 0x7FFFFFFF
        return self.seed

    def many(self, n):
        out = np.zeros(n, np.int64)
        for i in range(n):
            out[i] = self.next()
        return out


@jitclass([("o", optional(int64))])
class Maybe:
    def __init__(self, o):
        self.o = o

    def get(self):
        if self.o is None:
            return -1
        return self.o


@jitclass([("x", int64)])
class Bad:
    def __init__(self, x):
        self.x = x
        self.zz = 1


@jitclass([("x", int64)])
class BadMethod:
    def __init__(self, x):
        self.x = x

    def fail(self):
        return self.x + "a"

    def default(self, k=3, *rest):
        return self.x + k + len(rest)


def with_list(n):
    w = WithList(n)
    for i in range(n):
        w.add(i * 0.5)
    return w.total(), len(w.b)


def vec_ops(x):
    a = Vec(x, 1.0)
    b = Vec(2.0, x)
    c = a + b * 2.0
    c[0] = c[0] + 1
    return c.x, c.y, c[1], len(c), abs(c), float(c), (-c).x


def vec_eq(x):
    a = Vec(x, 1.0)
    b = Vec(x, 1.0)
    r = 0
    if a == b:
        r += 1
    if a != b:
        r += 10
    if x in a:
        r += 100
    if a:
        r += 1000
    if not b:
        r += 10000
    return r


def vec_iadd(x):
    a = Vec(x, 1.0)
    a += Vec(1.0, 1.0)
    return a.x


def vec_less(x):
    return Vec(x, 1.0) < Vec(x, 2.0)


def mixed(n):
    m = Mixed(n, "ab")
    m.m[0, 0] = 5.0
    return m.trace(), m.t, m.s + "c", m.f


def mixed_replace(a):
    m = Mixed(2, "")
    r = m.replace(a)
    return r, m.m


def mixed_replace_slice(a):
    m = Mixed(2, "")
    r = m.replace(a[::2, ::2])
    return m.m.sum()


def mixed_swap(n):
    m = Mixed(n, "")
    m.swap()
    return m.n, m.f


def mixed_bad_dtype(n):
    m = Mixed(n, "")
    m.m = np.ones(3)
    return 1


def lcg(n):
    g = Lcg(n)
    return g.many(4)


def lcg_two(n):
    g = Lcg(n)
    h = Lcg(g.next())
    return g.next() + h.next()


def maybe(x):
    return Maybe(x).get(), Maybe(None).get()


def bad_init(x):
    return Bad(x).x


def bad_method(x):
    return BadMethod(x).fail()


def method_default(x):
    b = BadMethod(x)
    return b.default() + b.default(1) + b.default(1, 2, 3)


def method_wrong(x):
    b = BadMethod(x)
    return b.default(z=2)


def in_dict(n):
    d = {0: Lcg(1)}
    for i in range(n):
        d[i] = Lcg(i)
    return d[2].seed


def in_list_sum(n):
    xs = [Lcg(1)]
    for i in range(n):
        xs.append(Lcg(i))
    s = 0
    for x in xs:
        s += x.next()
    return s


def conditional(x):
    v = Vec(1.0, 2.0) if x > 0 else Vec(3.0, 4.0)
    return v.x


def reassign(n):
    v = Vec(0.0, 0.0)
    for i in range(n):
        v = v + Vec(1.0, 2.0)
    return v.x, v.y


@njit
def make(x):
    return Vec(x, x)


def from_callee(x):
    return make(x).y


@njit("float64(float64)")
def explicit(x):
    v = Vec(x, 1)
    return v.x


def tuple_unpack(x):
    v = Vec(x, 1.0)
    a, b = v.x, v.y
    v.x, v.y = b, a
    return v.x - v.y


def aug_field(x):
    m = Mixed(2, "")
    m.n += x
    m.m[1, 1] += 2
    m.f *= 2
    return m.n, m.m[1, 1], m.f


def print_it(x):
    v = Vec(x, 1.0)
    print(v.x)
    return v.y


def global_class_attr(x):
    return Vec.x


def none_field(x):
    m = Maybe(None)
    m.o = x
    return m.get()


CASES = {
    "with_list": [(3,)], "vec_ops": [(1.0,)], "vec_eq": [(1.0,)], "vec_iadd": [(1.0,)], "vec_less": [(1.0,)],
    "mixed": [(3,)], "mixed_replace": [(np.ones((3, 2)),)], "mixed_replace_slice": [(np.ones((3, 2)),)],
    "mixed_swap": [(3,)], "mixed_bad_dtype": [(3,)], "lcg": [(7,)], "lcg_two": [(7,)], "maybe": [(4,)],
    "bad_init": [(4,)], "bad_method": [(4,)], "method_default": [(4,)], "method_wrong": [(4,)],
    "in_dict": [(4,)], "in_list_sum": [(4,)], "conditional": [(4,)], "reassign": [(4,)], "from_callee": [(4.0,)],
    "explicit": [(4.0,)], "tuple_unpack": [(4.0,)], "aug_field": [(4,)], "print_it": [(4.0,)],
    "global_class_attr": [(4.0,)], "none_field": [(4,)],
}
