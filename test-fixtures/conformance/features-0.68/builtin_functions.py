"""Built-in functions and types"""

import numpy as np


def abs_(x):
    """abs"""
    return abs(x)


def bool_(x):
    """bool"""
    return bool(x)


def chr_(n):
    """chr"""
    return chr(n)


def complex_(x):
    """complex"""
    return complex(x, 2.0)


def divmod_(x, y):
    """divmod"""
    return divmod(x, y)


def enumerate_(a):
    """enumerate"""
    total = 0.0
    for i, x in enumerate(a, 1):
        total += i * x
    return total


def filter_(xs):
    """filter"""
    total = 0
    for x in filter(lambda v: v > 1, xs):
        total += x
    return total


def float_(n):
    """float"""
    return float(n)


def getattr_(a):
    """getattr"""
    return getattr(a, 'size')


def hasattr_(a):
    """hasattr"""
    return hasattr(a, 'size')


def hash_(n):
    """hash"""
    return hash(n)


def int_(x):
    """int"""
    return int(x)


def iter_and_next(a):
    """iter and next"""
    it = iter(a)
    return next(it) + next(it)


def isinstance_(x):
    """isinstance"""
    if isinstance(x, int):
        return 1
    return 2.0


def len_(a):
    """len"""
    return len(a)


def min_(x, y):
    """min"""
    return min(x, y), min((x, y))


def map_(xs):
    """map"""
    total = 0
    for x in map(lambda v: v * 2, xs):
        total += x
    return total


def max_(x, y):
    """max"""
    return max(x, y), max((x, y))


def ord_(s):
    """ord"""
    return ord(s)


def print_(x):
    """print"""
    print('x', x)


def range_(n):
    """range"""
    total = 0
    for i in range(n, 0, -2):
        total += i
    return total


def repr_(n):
    """repr"""
    return repr(n)


def round_(x):
    """round"""
    return round(x), round(x, 1)


def sorted_(a):
    """sorted"""
    return sorted(a)


def sorted_reverse(a):
    """sorted(reverse)"""
    return sorted(a, reverse=True)


def sum_(xs):
    """sum"""
    return sum(xs)


def str_(n):
    """str"""
    return str(n)


def type_(x):
    """type"""
    return type(x)(2)


def zip_(a, b):
    """zip"""
    total = 0.0
    for x, y in zip(a, b):
        total += x * y
    return total


def all_any_of_a_comprehension(n):
    """all, any of a comprehension"""
    return np.all(np.array([i < n for i in range(3)]))


def slice_(a):
    """slice"""
    s = slice(0, 2)
    return a[s]


def int_conjugate_int_real_int_imag(n):
    """int.conjugate, int.real, int.imag"""
    return n.conjugate(), n.real, n.imag


def float_conjugate_float_real_float_imag(x):
    """float.conjugate, float.real, float.imag"""
    return x.conjugate(), x.real, x.imag


def complex_conjugate_complex_real_complex_imag(z):
    """complex.conjugate, complex.real, complex.imag"""
    return z.conjugate(), z.real, z.imag


def integer_arithmetic(n):
    """integer arithmetic"""
    return n + 2, n - 2, n * 3, n / 2, n // 2, n % 2, n ** 2, -n, n & 6, n | 8, n ^ 1, ~n, n << 2, n >> 1


def float_arithmetic(x):
    """float arithmetic"""
    return x + 2, x - 2, x * 3, x / 2, x // 2, x % 2, x ** 2, -x


def complex_arithmetic(z):
    """complex arithmetic"""
    return z + 2, z - 2, z * 3, z / 2, z ** 2, -z, abs(z)


CASES = {
    "abs_": [(-2.5,)],
    "bool_": [(2.5,)],
    "chr_": [(97,)],
    "complex_": [(1.5,)],
    "divmod_": [(-7, 2,)],
    "enumerate_": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "filter_": [((1, 2, 3),)],
    "float_": [(3,)],
    "getattr_": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "hasattr_": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "hash_": [(12,)],
    "int_": [(2.75,)],
    "iter_and_next": [((1, 2, 3),)],
    "isinstance_": [(3,), (2.5,)],
    "len_": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "min_": [(3, 2.5,)],
    "map_": [((1, 2, 3),)],
    "max_": [(3, 2.5,)],
    "ord_": [('a',)],
    "print_": [(3,)],
    "range_": [(9,)],
    "repr_": [(12,)],
    "round_": [(2.75,)],
    "sorted_": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "sorted_reverse": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "sum_": [((1, 2, 3),)],
    "str_": [(12,)],
    "type_": [(2.5,)],
    "zip_": [(np.array([3.5, -1.25, 2.0, 0.5]), np.array([3, -1, 2, 5]),)],
    "all_any_of_a_comprehension": [(3,)],
    "slice_": [(np.array([3.5, -1.25, 2.0, 0.5]),)],
    "int_conjugate_int_real_int_imag": [(3,)],
    "float_conjugate_float_real_float_imag": [(2.5,)],
    "complex_conjugate_complex_real_complex_imag": [(1 + 2j,)],
    "integer_arithmetic": [(7,)],
    "float_arithmetic": [(7.5,)],
    "complex_arithmetic": [(1 + 2j,)],
}
