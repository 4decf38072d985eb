def attributes(a, b, c):
    r = range(a, b, c)
    return r.start, r.stop, r.step


def looped(n):
    r = range(n)
    total = r.step
    for i in r:
        total += i
    return total + r.stop


CASES = {"attributes": [(1, 9, 2), (9, 1, -3)], "looped": [(5,)]}
