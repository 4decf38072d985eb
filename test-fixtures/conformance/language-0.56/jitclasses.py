import numpy as np
from numba import njit, types, int32, int64, float32, float64, typeof
from numba.experimental import jitclass


@jitclass([("x", float64), ("y", float64)])
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm2(self):
        return self.x * self.x + self.y * self.y

    def shift(self, dx, dy=0.0):
        self.x += dx
        self.y += dy

    def scaled(self, k):
        return Point(self.x * k, self.y * k)

    @property
    def total(self):
        return self.x + self.y

    @property
    def half(self):
        return self.x / 2

    @half.setter
    def half(self, v):
        self.x = v * 2

    @staticmethod
    def add(a, b):
        return a + b


spec = [("n", int32), ("data", float64[:])]


@jitclass(spec)
class Bag:
    def __init__(self, n):
        self.n = n
        self.data = np.zeros(n)

    @property
    def size(self):
        return self.data.size

    def put(self, i, v):
        self.data[i] = v

    def total(self):
        s = 0.0
        for v in self.data:
            s += v
        return s

    def increment(self, val):
        for i in range(self.size):
            self.data[i] += val
        return self.data


@jitclass
class Annotated:
    x: int
    y: float
    arr: float64[:]

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.arr = np.ones(3)

    def sum(self):
        return self.x + self.y + self.arr.sum()


@jitclass({"value": int64, "count": int64})
class Counter:
    def __init__(self):
        self.value = 0
        self.count = 0

    def bump(self):
        self.value += 2
        self.count += 1
        return self.value


@jitclass([("p", Point.class_type.instance_type), ("w", float64)])
class Holder:
    def __init__(self, p, w):
        self.p = p
        self.w = w

    def weighted(self):
        return self.p.norm2() * self.w


def construct(x):
    p = Point(x, 2.0)
    return p.x + p.y


def construct_int(x):
    p = Point(x, 2)
    return p.x


def method(x):
    p = Point(x, 2.0)
    return p.norm2()


def mutate(x):
    p = Point(x, 2.0)
    p.shift(1.0)
    p.shift(1.0, 2.0)
    p.shift(1.0, dy=2.0)
    return p.x, p.y


def set_attribute(x):
    p = Point(x, 2.0)
    p.x = 7
    p.y += 1
    return p.x, p.y


def prop(x):
    p = Point(x, 2.0)
    a = p.total
    p.half = 10.0
    return a, p.half, p.x


def static(x):
    p = Point(x, 2.0)
    return p.add(1, 2) + Point.add(3, 4)


def aliasing(x):
    p = Point(x, 2.0)
    q = p
    q.x = 100.0
    return p.x


def returns_self_kind(x):
    p = Point(x, 2.0)
    q = p.scaled(2.0)
    return q.x, p.x


def array_field(n):
    b = Bag(n)
    b.put(1, 2.5)
    b.put(0, 1.5)
    return b.total() + b.size + b.n


def array_field_out(n):
    b = Bag(n)
    b.increment(3)
    return b.data


def annotated(x):
    a = Annotated(x, 0.5)
    return a.sum()


def annotated_fields(x):
    a = Annotated(x, 0.5)
    return a.x, a.y


def counter(n):
    c = Counter()
    for i in range(n):
        c.bump()
    return c.value, c.count


def holder(x):
    h = Holder(Point(x, 1.0), 2.0)
    h.p.x = 3.0
    return h.weighted()


def list_of_points(n):
    ps = [Point(float(i), 1.0) for i in range(n)]
    s = 0.0
    for p in ps:
        s += p.x
    return s


def in_branch(x):
    if x > 0:
        p = Point(x, 1.0)
    else:
        p = Point(-x, 2.0)
    return p.x + p.y


def tuple_of_points(x):
    t = (Point(x, 1.0), Point(x, 2.0))
    return t[1].y


@njit
def takes(p):
    p.x = p.x + 1
    return p.norm2()


def passes(x):
    p = Point(x, 1.0)
    r = takes(p)
    return r + p.x


def gives(x):
    return Point(x, 1.0)


def identity_of(p):
    return p


def argument(p):
    return p.x + p.norm2()


def argument_mutated(p):
    p.shift(1.0)
    return p.x


def argument_bag(b):
    return b.total() + b.size


def missing_field(x):
    p = Point(x, 1.0)
    return p.z


def missing_method(x):
    p = Point(x, 1.0)
    return p.foo()


def set_missing(x):
    p = Point(x, 1.0)
    p.z = 2
    return p.x


def set_readonly_property(x):
    p = Point(x, 1.0)
    p.total = 2.0
    return p.x


def wrong_type(x):
    p = Point(x, 1.0)
    p.x = "a"
    return p.x


def wrong_count(x):
    p = Point(x)
    return p.x


def keyword(x):
    p = Point(y=x, x=1.0)
    return p.x - p.y


def is_same(x):
    p = Point(x, 1.0)
    q = Point(x, 1.0)
    return p is q


def while_loop(n):
    p = Point(0.0, 0.0)
    while p.x < n:
        p.shift(1.0)
    return p.x


def none_or_point(x):
    p = None
    if x > 0:
        p = Point(x, 1.0)
    if p is not None:
        return p.x
    return 0.0


def isinstance_point(x):
    p = Point(x, 1.0)
    return isinstance(p, Point)


CASES = {
    "construct": [(1.5,)], "construct_int": [(1,)], "method": [(1.5,)], "mutate": [(1.5,)],
    "set_attribute": [(1.5,)], "prop": [(1.5,)], "static": [(1.5,)], "aliasing": [(1.5,)],
    "returns_self_kind": [(1.5,)], "array_field": [(4,)], "array_field_out": [(4,)],
    "annotated": [(2,)], "annotated_fields": [(2,)], "counter": [(3,)], "holder": [(2.0,)],
    "list_of_points": [(4,)], "in_branch": [(1.0,), (-1.0,)], "tuple_of_points": [(1.0,)],
    "takes": [(Point(1.0, 2.0),)], "passes": [(1.0,)], "gives": [(1.0,)],
    "identity_of": [(Point(1.0, 2.0),)], "argument": [(Point(1.0, 2.0),)],
    "argument_mutated": [(Point(1.0, 2.0),)], "argument_bag": [(Bag(3),)],
    "missing_field": [(1.0,)], "missing_method": [(1.0,)], "set_missing": [(1.0,)],
    "set_readonly_property": [(1.0,)], "wrong_type": [(1.0,)], "wrong_count": [(1.0,)],
    "keyword": [(2.0,)], "is_same": [(1.0,)], "while_loop": [(3.0,)], "none_or_point": [(1.0,), (-1.0,)],
    "isinstance_point": [(1.0,)],
}
