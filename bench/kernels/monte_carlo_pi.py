"""Monte Carlo with a xorshift generator in uint64: a chain of shifts."""
import numpy as np
from numba import njit

SIZE = 2_000_000
SMALL_SIZE = 10_000


@njit
def monte_carlo_pi(samples, seed):
    state = np.uint64(seed)
    scale = 1.0 / 9007199254740992.0
    inside = 0
    for _ in range(samples):
        state ^= state << np.uint64(13)
        state ^= state >> np.uint64(7)
        state ^= state << np.uint64(17)
        x = np.float64(state >> np.uint64(11)) * scale
        state ^= state << np.uint64(13)
        state ^= state >> np.uint64(7)
        state ^= state << np.uint64(17)
        y = np.float64(state >> np.uint64(11)) * scale
        if x * x + y * y <= 1.0:
            inside += 1
    return 4.0 * inside / samples


def make_arguments(size):
    return size, 88172645463325252
