"""What functions of public repositories and of Numba's own tests do that was typed otherwise than by Numba."""

import numpy as np
from numba import jit, njit

grid = np.arange(12).reshape((3, 4)).T
window = np.arange(12)[::2]
raw = np.frombuffer(b"XXXX_array_contents_XXXX", dtype=np.float32)


def returned_closure():
    def inner(x):
        return x

    return inner


def returned_closure_with_constant():
    step = 3

    def inner(x, y=2):
        return x + y + step

    return inner


def returned_lambda():
    return lambda x: x + 1


def unused_closure():
    def inner(x: int) -> int:
        return x

    return 1


def unused_closure_captures(k):
    def inner(x):
        return x + k

    return 1


def decorated_closure_captures(k):
    @jit(nopython=True)
    def inner(x):
        return x + k

    return inner


def length_of_range(n):
    return len(range(n))


def length_of_stepped_range(n):
    return len(range(0, n, 2))


def texts_added():
    first = "x"
    second = "y"
    return first + second


def text_of_array_twice(a):
    b = c = str(a)
    return b + c


def array_in_array(a, b):
    return a in b


@njit
def stars(a=5, *b):
    return a, b


def stars_called(x, y, z):
    return stars(x, y, z)


def no_stars_called(x):
    return stars(x)


def stars_read(x, y):
    return stars(x, y, y)[1]


def stars_added(x, y):
    return stars(x, y)[1] + (1,)


def choice_by_folded_test(x):
    which = 1 if True else 0
    chosen = x if which else 0
    return chosen


def reversed_grid(i):
    return grid[i]


def strided_global(i):
    return window[i]


def buffer_global(i):
    return raw[i]


def popped(a):
    left = set(a)
    order = []
    while len(left) > 0:
        order.append(left.pop())
    return order


def popped_while_growing(n):
    s = {0}
    order = []
    for i in range(1, n):
        s.add(i * 7 % 31)
        s.add(i * 5 % 67)
        if i % 2 == 0:
            order.append(s.pop())
    order.extend([s.pop() for _ in range(len(s))])
    return order


def set_operations(a, b):
    x = set(a)
    y = set(b)
    order = list(x | y) + list(x & y) + list(x - y) + list(x ^ y) + list(y | x) + list(y ^ x)
    z = x.copy()
    z.update(b)
    order.extend(z)
    z &= y
    order.extend(z)
    z ^= x
    order.extend(z)
    while len(z) > 0:
        order.append(z.pop())
    z.update([5, 77, 1234, -3])
    z.update(range(50, 90, 3))
    order.extend(z)
    z -= x
    order.extend(z)
    z.difference_update(y)
    z.update((1, 2, 3))
    order.extend(z)
    return order


def shrinking_set(n):
    s = set(range(n))
    order = [0]
    for i in range(n - 5):
        s.discard(i * 7 % n)
        if i % 20 == 0:
            order.extend(s)
    return order


CASES = {
    "set_operations": [
        (np.arange(10) * 3, np.arange(12) * 2),
        (np.arange(100) * 37 % 101, np.arange(30) * 17),
        (np.array([7, -1, -2, 2**61, 64, 80]), np.array([-2, 64, 0, 16, 32, 7, 1000])),
    ],
    "shrinking_set": [(100,), (20,)],
    "returned_closure": [()],
    "returned_closure_with_constant": [()],
    "returned_lambda": [()],
    "unused_closure": [()],
    "unused_closure_captures": [(1,)],
    "decorated_closure_captures": [(1,)],
    "length_of_range": [(True,), (np.int8(3),), (np.int32(5),), (np.uint8(3),), (np.uint64(3),), (3,)],
    "length_of_stepped_range": [(np.int32(5),), (np.uint64(3),), (3,)],
    "texts_added": [()],
    "text_of_array_twice": [(np.ones(2),)],
    "array_in_array": [
        (np.ones(2), np.arange(2)),
        (np.ones(1), np.arange(3.0)),
        (np.ones((1, 1)), np.arange(3.0)),
        (np.ones((2, 2)), np.arange(3)),
        ("a", np.arange(3)),
        (1j, np.arange(3)),
        (1, np.arange(3)),
        ((1, 2), np.arange(3)),
        (np.arange(3.0), (1.0, 2.0)),
    ],
    "stars_called": [(1.5, 2.5, 3.5), (1, 2.5, 3j)],
    "no_stars_called": [(1.5,)],
    "stars_read": [(1, 2.5)],
    "stars_added": [(1, 2.5)],
    "choice_by_folded_test": [(np.arange(3.0),), (2.5,)],
    "reversed_grid": [(2,)],
    "strided_global": [(2,)],
    "buffer_global": [(3,)],
    "popped": [(np.array([3.0, 1.0, 2.5, -4.0, 0.5]),), (np.array([4, 1, 3, 2, 0]),), (np.arange(40) * 3,)],
    "popped_while_growing": [(40,)],
}
