"""What is told to run in object mode."""

import numpy as np
from numba import jit


@jit(forceobj=True)
def object_mode(x):
    return 2 * x


CASES = {"object_mode": [(1.5,), (np.arange(3),)]}
