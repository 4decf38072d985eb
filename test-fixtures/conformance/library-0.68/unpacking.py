import numpy as np


def pairs(a, b):
    left, right = [], []
    for i in range(len(a)):
        if a[i] > b[i]:
            left.append(i)
            right.append(a[i])
    return left, right


def swapped(n):
    a, b = [], [1.5]
    a, b = b, a
    a.append(n * 0.5)
    b.append(2.5)
    return a, b


def keyword_of_inner(a):
    def inner(x, y=2):
        return x - y

    return inner(1, y=a)


def keyword_without_default(a):
    def inner(x, y):
        return x - y

    return inner(1, y=a)


CASES = {
    "pairs": [(np.array([1.0, 5.0]), np.array([2.0, 3.0])), (np.array([1, 5]), np.array([2, 3]))],
    "swapped": [(3,)],
    "keyword_of_inner": [(5,)],
    "keyword_without_default": [(5,)],
}
