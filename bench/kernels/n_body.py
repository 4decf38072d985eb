"""Gravity between all pairs of a few bodies, many steps: square roots, divisions, strided rows."""
import numpy as np
from numba import njit

SIZE = 4000
SMALL_SIZE = 60


@njit
def n_body(positions, velocities, masses, steps):
    count = len(masses)
    for _ in range(steps):
        for i in range(count):
            for k in range(i + 1, count):
                dx = positions[i, 0] - positions[k, 0]
                dy = positions[i, 1] - positions[k, 1]
                dz = positions[i, 2] - positions[k, 2]
                distance2 = dx * dx + dy * dy + dz * dz + 0.01
                pull = 0.001 / (distance2 * np.sqrt(distance2))
                velocities[i, 0] -= dx * masses[k] * pull
                velocities[i, 1] -= dy * masses[k] * pull
                velocities[i, 2] -= dz * masses[k] * pull
                velocities[k, 0] += dx * masses[i] * pull
                velocities[k, 1] += dy * masses[i] * pull
                velocities[k, 2] += dz * masses[i] * pull
        for i in range(count):
            for axis in range(3):
                positions[i, axis] += 0.001 * velocities[i, axis]


def make_arguments(size):
    rng = np.random.default_rng(1)
    return rng.random((8, 3)), np.zeros((8, 3)), rng.random(8), size
