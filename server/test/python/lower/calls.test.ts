import { describe, expect, it } from 'vitest';
import { compilePython, lowerPython } from '../support/compilePython';
import { hasPython } from '../support/oracle';
import { differences } from '../support/samePython';

const source = `
from numba import njit
import numpy as np

TABLE = np.array([1.5, 2.5, 4.0])
DOUBLED = TABLE * 2
PAIR = (3, 4.5)
NAME = "global"
SCALE = 7

@njit
def scaled(x, by=3):
    return x * by

@njit
def summed(x, *rest):
    total = x
    for r in rest:
        total += r
    return total * len(rest)

@njit
def optional_default(x, label="none", flag=None, weight=0.5):
    if flag is None:
        return x * weight + len(label)
    return x + 1.0

@njit
def keywords(n):
    a = scaled(n)
    b = scaled(by=2, x=n)
    c = summed(n, 1, 10, 20)
    t = (1, 2, 3)
    d = summed(*t) + scaled(*t[1:])
    return a, b, c, d, optional_default(1.0), optional_default(1.0, flag=3, label="xy")

@njit
def even(n):
    if n == 0:
        return True
    return odd(n - 1)

@njit
def odd(n):
    if n == 0:
        return False
    return even(n - 1)

@njit
def mutual(n):
    return even(n), odd(n)

@njit
def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)

@njit
def apply(f, x):
    return f(f(x))

@njit
def increment(x):
    return x + 1

@njit
def higher(n):
    return apply(increment, n) + apply(lambda v: v * 3, 2)

@njit
def globals_used(n):
    return PAIR[0] * n + PAIR[1], len(NAME), SCALE ** 2

@njit
def order(n):
    xs = [0]
    def push(v):
        xs.append(v)
        return v
    a = push(1) + push(2) * push(n)
    b = (push(5), push(6) if n > 2 else push(7))
    xs[len(xs) - 1] = push(9) - push(8)
    return xs, a, b
`;

const suite = hasPython ? describe : describe.skip;

suite('calls', () => {
  it('give what CPython gives', async () => {
    const found = await differences(source, [
      { function: 'scaled', signature: '(int64,)', args: ['4'] },
      { function: 'summed', signature: '(int64, int64, int64, int64)', args: ['4, 5, 6, 7'] },
      { function: 'optional_default', signature: '(float64,)', args: ['2.0'] },
      { function: 'keywords', signature: '(int64,)', args: ['4'] },
      { function: 'mutual', signature: '(int64,)', args: ['0', '7'] },
      { function: 'factorial', signature: '(int64,)', args: ['1', '10'] },
      { function: 'higher', signature: '(int64,)', args: ['4'] },
      { function: 'globals_used', signature: '(int64,)', args: ['4'] },
      { function: 'order', signature: '(int64,)', args: ['1', '4'] },
    ]);
    expect(found).toEqual([]);
  });

  it('run out of stack as RecursionError', async () => {
    const compiled = await compilePython(
      'from numba import njit\n@njit\ndef f(n):\n    return 0 if n < 0 else 1 + f(n + 1)\n',
      'f',
      '(int64,)',
    );
    expect(compiled.call({ kind: 'int', name: 'int64', value: 0n }).raised?.name).toBe('RecursionError');
  });

  it('lower each specialisation once', async () => {
    const { ir } = await lowerPython(source, 'keywords', '(int64,)');
    const names = ir.functions.map((fn) => fn.name).filter((name) => name.startsWith('scaled'));
    expect(names.length).toBe(new Set(names).size);
  });
});
