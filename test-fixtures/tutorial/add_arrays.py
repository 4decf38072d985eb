"""One elementwise function for three targets."""
import numpy as np
from numba import int64, vectorize


@vectorize([int64(int64, int64, int64)], target="cpu")
def add_squared(a, b, c):
    return np.square(a + b + c)


@vectorize([int64(int64, int64, int64)], target="parallel")
def add_squared_parallel(a, b, c):
    return np.square(a + b + c)


a = np.arange(1000 * 1000, dtype=np.int64).reshape(1000, 1000)
b = np.ones((1000, 1000), dtype=np.int64)
c = np.full((1000, 1000), 3, dtype=np.int64)

print(add_squared(a, b, c).sum())
print(add_squared_parallel(a, b, c).sum())


# Needs an NVIDIA GPU already when it is decorated, so it stands last.
@vectorize([int64(int64, int64, int64)], target="cuda")
def add_squared_cuda(a, b, c):
    return np.square(a + b + c)
