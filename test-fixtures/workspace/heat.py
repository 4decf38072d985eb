"""Heat in a rod: the compiled function calls a helper that is not compiled."""
import numpy as np
from numba import njit


def flow(left, middle, right):
    return left - 2.0 * middle + right


@njit
def step(temperature, rate):
    result = temperature.copy()
    for i in range(1, len(temperature) - 1):
        result[i] += rate * flow(temperature[i - 1], temperature[i], temperature[i + 1])
    return result


rod = np.zeros(1000)
rod[500] = 100.0
for _ in range(100):
    rod = step(rod, 0.2)
print(rod[490:510])
