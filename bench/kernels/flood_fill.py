"""Labels connected cells with a stack: short circuits and a loop over tuples."""
import numpy as np
from numba import njit

SIZE = 400
SMALL_SIZE = 40


@njit
def flood_fill(mask):
    height, width = mask.shape
    labels = np.zeros((height, width), np.int32)
    stack = np.empty((height * width * 4, 2), np.int64)
    current = 0
    for i in range(height):
        for j in range(width):
            if mask[i, j] and labels[i, j] == 0:
                current += 1
                stack[0, 0] = i
                stack[0, 1] = j
                top = 1
                while top > 0:
                    top -= 1
                    y = stack[top, 0]
                    x = stack[top, 1]
                    if y < 0 or x < 0 or y >= height or x >= width or not mask[y, x] or labels[y, x] != 0:
                        continue
                    labels[y, x] = current
                    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                        stack[top, 0] = y + dy
                        stack[top, 1] = x + dx
                        top += 1
    return labels


def work(size):
    return size * size


def make_arguments(size):
    return (np.random.default_rng(1).random((size, size)) < 0.55,)
