"""Functions that call a function for each item."""


def reduce(f, items):
    size = len(items)
    if size == 0:
        raise StopIteration
    total = items[0]
    for i in range(1, size):
        total = f(total, items[i])
    return total


def reduce_from(f, items, start):
    total = start
    for item in items:
        total = f(total, item)
    return total


def map_one(f, a):
    for x in a:
        yield f(x)


def map_two(f, a, b):
    for x, y in zip(a, b):
        yield f(x, y)


def map_three(f, a, b, c):
    for x, y, z in zip(a, b, c):
        yield f(x, y, z)


def filter_by(f, a):
    for x in a:
        if f(x):
            yield x


def filter_true(f, a):
    for x in a:
        if x:
            yield x
