"""Many short parallel regions in one call: how long the threads take to start and to meet."""
import numpy as np
from numba import njit, prange

SIZE = 300
SMALL_SIZE = 60


@njit(parallel=True)
def parallel_heat(grid, scratch, steps):
    rows, columns = grid.shape
    for step in range(steps):
        for i in prange(1, rows - 1):
            for j in range(1, columns - 1):
                scratch[i, j] = 0.25 * (grid[i - 1, j] + grid[i + 1, j] + grid[i, j - 1] + grid[i, j + 1])
        grid, scratch = scratch, grid
    return grid[rows // 2, columns // 2]


def make_arguments(size):
    rng = np.random.default_rng(1)
    grid = rng.random((size, size))
    return grid, grid.copy(), 100
