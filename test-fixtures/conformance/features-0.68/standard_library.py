"""operator, functools, heapq, collections, enum, array"""

import numpy as np
import array
import enum
import functools
import heapq
import operator
from collections import namedtuple


Point = namedtuple('Point', ['x', 'y'])


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 5


def operator_add(x, y):
    """operator.add"""
    return operator.add(x, y)


def operator_and(x, y):
    """operator.and_"""
    return operator.and_(x, y)


def operator_eq(x, y):
    """operator.eq"""
    return operator.eq(x, y)


def operator_floordiv(x, y):
    """operator.floordiv"""
    return operator.floordiv(x, y)


def operator_ge(x, y):
    """operator.ge"""
    return operator.ge(x, y)


def operator_gt(x, y):
    """operator.gt"""
    return operator.gt(x, y)


def operator_iadd(x, y):
    """operator.iadd"""
    return operator.iadd(x, y)


def operator_iand(x, y):
    """operator.iand"""
    return operator.iand(x, y)


def operator_ifloordiv(x, y):
    """operator.ifloordiv"""
    return operator.ifloordiv(x, y)


def operator_ilshift(x, y):
    """operator.ilshift"""
    return operator.ilshift(x, y)


def operator_imod(x, y):
    """operator.imod"""
    return operator.imod(x, y)


def operator_imul(x, y):
    """operator.imul"""
    return operator.imul(x, y)


def operator_ior(x, y):
    """operator.ior"""
    return operator.ior(x, y)


def operator_ipow(x, y):
    """operator.ipow"""
    return operator.ipow(x, y)


def operator_irshift(x, y):
    """operator.irshift"""
    return operator.irshift(x, y)


def operator_isub(x, y):
    """operator.isub"""
    return operator.isub(x, y)


def operator_itruediv(x, y):
    """operator.itruediv"""
    return operator.itruediv(x, y)


def operator_ixor(x, y):
    """operator.ixor"""
    return operator.ixor(x, y)


def operator_le(x, y):
    """operator.le"""
    return operator.le(x, y)


def operator_lshift(x, y):
    """operator.lshift"""
    return operator.lshift(x, y)


def operator_lt(x, y):
    """operator.lt"""
    return operator.lt(x, y)


def operator_mod(x, y):
    """operator.mod"""
    return operator.mod(x, y)


def operator_mul(x, y):
    """operator.mul"""
    return operator.mul(x, y)


def operator_ne(x, y):
    """operator.ne"""
    return operator.ne(x, y)


def operator_or(x, y):
    """operator.or_"""
    return operator.or_(x, y)


def operator_pow(x, y):
    """operator.pow"""
    return operator.pow(x, y)


def operator_rshift(x, y):
    """operator.rshift"""
    return operator.rshift(x, y)


def operator_sub(x, y):
    """operator.sub"""
    return operator.sub(x, y)


def operator_truediv(x, y):
    """operator.truediv"""
    return operator.truediv(x, y)


def operator_xor(x, y):
    """operator.xor"""
    return operator.xor(x, y)


def operator_invert(x):
    """operator.invert"""
    return operator.invert(x)


def operator_neg(x):
    """operator.neg"""
    return operator.neg(x)


def operator_not(x):
    """operator.not_"""
    return operator.not_(x)


def operator_pos(x):
    """operator.pos"""
    return operator.pos(x)


def operator_matmul(a, b):
    """operator.matmul"""
    return operator.matmul(a, b)


def functools_reduce(a):
    """functools.reduce"""
    return functools.reduce(operator.add, a, 0.0)


def heapq_heapify(n):
    """heapq.heapify"""
    h = [n, 1, 4]
    heapq.heapify(h)
    return h


def heapq_heappop(n):
    """heapq.heappop"""
    h = [n, 1, 4]
    heapq.heapify(h)
    return heapq.heappop(h)


def heapq_heappush(n):
    """heapq.heappush"""
    h = [1, 4]
    heapq.heappush(h, n)
    return h


def heapq_heappushpop(n):
    """heapq.heappushpop"""
    h = [1, 4]
    return heapq.heappushpop(h, n)


def heapq_heapreplace(n):
    """heapq.heapreplace"""
    h = [1, 4]
    return heapq.heapreplace(h, n)


def heapq_nlargest(n):
    """heapq.nlargest"""
    return heapq.nlargest(2, [n, 7, 3])


def heapq_nsmallest(n):
    """heapq.nsmallest"""
    return heapq.nsmallest(2, [n, 7, 3])


def collections_namedtuple(x):
    """collections.namedtuple"""
    p = Point(x, y=2.0)
    return p.x + p[1]


def collections_namedtuple_argument(p):
    """collections.namedtuple argument"""
    return p.x * p.y


def enum_enum(n):
    """enum.Enum"""
    return Color.RED == Color.BLUE, Color.RED is Color.RED


def enum_intenum(n):
    """enum.IntEnum"""
    return Level.HIGH + n


def enum_member_argument(c):
    """enum member argument"""
    return c.value


def array_array(a):
    """array.array"""
    total = 0.0
    for x in a:
        total += x
    return total + a[0] + len(a)


CASES = {
    "operator_add": [(13, 3,)],
    "operator_and": [(13, 3,)],
    "operator_eq": [(13, 3,)],
    "operator_floordiv": [(13, 3,)],
    "operator_ge": [(13, 3,)],
    "operator_gt": [(13, 3,)],
    "operator_iadd": [(13, 3,)],
    "operator_iand": [(13, 3,)],
    "operator_ifloordiv": [(13, 3,)],
    "operator_ilshift": [(13, 3,)],
    "operator_imod": [(13, 3,)],
    "operator_imul": [(13, 3,)],
    "operator_ior": [(13, 3,)],
    "operator_ipow": [(13, 3,)],
    "operator_irshift": [(13, 3,)],
    "operator_isub": [(13, 3,)],
    "operator_itruediv": [(13, 3,)],
    "operator_ixor": [(13, 3,)],
    "operator_le": [(13, 3,)],
    "operator_lshift": [(13, 3,)],
    "operator_lt": [(13, 3,)],
    "operator_mod": [(13, 3,)],
    "operator_mul": [(13, 3,)],
    "operator_ne": [(13, 3,)],
    "operator_or": [(13, 3,)],
    "operator_pow": [(13, 3,)],
    "operator_rshift": [(13, 3,)],
    "operator_sub": [(13, 3,)],
    "operator_truediv": [(13, 3,)],
    "operator_xor": [(13, 3,)],
    "operator_invert": [(13,)],
    "operator_neg": [(13,)],
    "operator_not": [(13,)],
    "operator_pos": [(13,)],
    "operator_matmul": [(np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]), np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.25], [0.5, 0.25, 2.0]]),)],
    "functools_reduce": [((1.5, 2.5),)],
    "heapq_heapify": [(5,)],
    "heapq_heappop": [(5,)],
    "heapq_heappush": [(2,)],
    "heapq_heappushpop": [(2,)],
    "heapq_heapreplace": [(2,)],
    "heapq_nlargest": [(5,)],
    "heapq_nsmallest": [(5,)],
    "collections_namedtuple": [(1.5,)],
    "collections_namedtuple_argument": [(Point(1.5, 2.0),)],
    "enum_enum": [(1,)],
    "enum_intenum": [(1,)],
    "enum_member_argument": [(Color.RED,)],
    "array_array": [(array.array('d', [1.5, 2.5]),)],
}
