"""Game of life on bytes with a wrapped border."""
import numpy as np
from numba import njit

SIZE = 400
SMALL_SIZE = 40


@njit
def game_of_life(world, steps):
    rows, columns = world.shape
    old = world.copy()
    new = np.empty_like(world)
    for _ in range(steps):
        for i in range(rows):
            up = (i - 1) % rows
            down = (i + 1) % rows
            for k in range(columns):
                left = (k - 1) % columns
                right = (k + 1) % columns
                around = (
                    old[up, left] + old[up, k] + old[up, right] + old[i, left]
                    + old[i, right] + old[down, left] + old[down, k] + old[down, right]
                )
                if around == 3 or (around == 2 and old[i, k] == 1):
                    new[i, k] = 1
                else:
                    new[i, k] = 0
        old, new = new, old
    return old


def work(size):
    return size * size


def make_arguments(size):
    return np.random.default_rng(1).integers(0, 2, (size, size)).astype(np.uint8), 10
