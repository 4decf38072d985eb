"""What asks or tells Numba's threads: typed, and of this machine by value."""

import numba
from numba import get_num_threads, get_thread_id, prange, set_num_threads


def asks():
    return numba.get_num_threads(), get_thread_id(), numba.get_parallel_chunksize()


def tells(n):
    set_num_threads(n)
    return numba.set_parallel_chunksize(n)


def tells_one():
    set_num_threads(1)
    return get_num_threads()


def per_thread(n):
    total = 0
    for i in prange(n):
        total += get_thread_id()
    return total


NO_VALUES = True
CASES = {
    "asks": [()],
    "tells": [(1,), (1.5,), (True,)],
    "tells_one": [()],
    "per_thread": [(4,)],
}
