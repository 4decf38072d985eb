"""Histogram of float64: conversion to integer and scattered additions."""
import numpy as np
from numba import njit

SIZE = 1_000_000
SMALL_SIZE = 20_000


@njit
def histogram(values, bins):
    counts = np.zeros(bins, np.int64)
    for value in values:
        counts[int(value * bins)] += 1
    return counts


def make_arguments(size):
    return np.random.default_rng(1).random(size), 256
