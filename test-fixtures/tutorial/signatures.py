"""Functions compiled for the types they name, and calls that pass other types."""
from numba import int32, jit


@jit(int32(int32, int32))
def add(a, b):
    return a + b


@jit("int32(int32, int32)")
def multiply(a, b):
    return a * b


@jit(int32(int32, int32))
def subtract(a, b):
    difference = a - b
    return diference


print(add(2, 3))
print(multiply(4, 5))
print(add(2.75, 3.5))
print(multiply("4", 5))
