"""One elementwise expression over three arrays."""
import numpy as np


def add_squared(a, b, c):
    return np.square(a + b + c)


a = np.arange(1000 * 1000, dtype=np.int64).reshape(1000, 1000)
b = np.ones((1000, 1000), dtype=np.int64)
c = np.full((1000, 1000), 3, dtype=np.int64)

print(add_squared(a, b, c).sum())
