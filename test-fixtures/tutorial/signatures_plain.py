"""Scalar functions called once for every pair of elements."""


def add(a, b):
    return a + b


def multiply(a, b):
    return a * b


total = 0
for i in range(1000):
    for j in range(1000):
        total = add(total, multiply(i, j))
print(total)
