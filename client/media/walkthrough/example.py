"""Estimates pi."""
import random


def inside(xs, ys):
    count = 0
    for i in range(len(xs)):
        if xs[i] * xs[i] + ys[i] * ys[i] <= 1.0:
            count += 1
    return count


xs = [random.random() for _ in range(200000)]
ys = [random.random() for _ in range(200000)]
print(4 * inside(xs, ys) / len(xs))
