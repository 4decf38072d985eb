import numpy as np


def sorted_view(a):
    return np.sort(a[::-1])


def sorted_copy(a):
    b = np.sort(a)
    b[0] = -1
    return b


CASES = {
    "sorted_view": [(np.array([3.0, 1.0, 2.0]),), (np.array([3, 1, 2]),)],
    "sorted_copy": [(np.array([3.0, 1.0, 2.0]),), (np.array([3.0, 1.0, 2.0, 5.0])[::2],)],
}
