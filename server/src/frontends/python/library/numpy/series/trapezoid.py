"""Integrals by the trapezoidal rule, along the last axis."""

import numpy as np


def averages(y):
    return (y[..., 1:] + y[..., :-1]) / 2.0


def evenly(y, dx):
    return np.sum(dx * averages(y), -1)


def at_points(y, x):
    return np.sum(np.diff(np.ascontiguousarray(x)) * averages(y), -1)
