"""Nearest point: a variable that is a number at first and an array later, and a name that is misspelt."""
import numpy as np
from numba import njit


@njit
def nearest(points, target):
    best = 0
    shortest = np.inf
    for i in range(len(points)):
        difference = points[i] - target
        distance = (difference * difference).sum()
        if distance < shortest:
            shortest = distance
            best = points[i]
    return best


@njit
def mean_distance(points, target):
    total = 0.0
    for i in range(len(points)):
        total += np.sqrt(((points[i] - target) ** 2).sum())
    return totl / len(points)


points = np.random.rand(1000, 3)
target = np.array([0.5, 0.5, 0.5])
print(nearest(points, target))
print(mean_distance(points, target))
