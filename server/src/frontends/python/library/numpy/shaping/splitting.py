"""Where pieces of arrays begin and end."""

import numpy as np


def equal_stops(length, count):
    """The ends of all pieces but the last; the first ones are longer."""
    if count == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    size = length // count
    longer = length % count
    stops = np.empty(max(count - 1, 0), np.int64)
    stop = 0
    for i in range(stops.size):
        stop += size + 1 if i < longer else size
        stops[i] = stop
    return stops


def check_even(length, count):
    if count == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    if length % count != 0:
        raise ValueError("array split does not result in an equal division")


def clipped(position, length):
    if position < 0:
        position += length
    return min(max(position, 0), length)
