import { describe, expect, it } from 'vitest';
import { hasPython } from '../support/oracle';
import { differences, type FunctionCalls, type SameOptions } from '../support/samePython';

interface Program extends FunctionCalls {
  readonly name: string;
  readonly source: string;
  readonly options?: SameOptions;
}

const programs: readonly Program[] = [
  {
    name: 'insertion sort of an array',
    source: `
def insertion_sort(arr):
    for i in range(len(arr)):
        cursor = arr[i]
        pos = i
        while pos > 0 and arr[pos - 1] > cursor:
            arr[pos] = arr[pos - 1]
            pos = pos - 1
        arr[pos] = cursor
    return arr
`,
    function: 'insertion_sort',
    signature: '(array(int64, 1d, C),)',
    args: ['np.array([5, 2, 9, 1, 5, 6, -3])', 'np.array([1])', 'np.zeros(0, np.int64)'],
  },
  {
    name: 'insertion sort of a list',
    source: `
def insertion_sort(arr):
    for i in range(len(arr)):
        cursor = arr[i]
        pos = i
        while pos > 0 and arr[pos - 1] > cursor:
            arr[pos] = arr[pos - 1]
            pos = pos - 1
        arr[pos] = cursor
    return arr
`,
    function: 'insertion_sort',
    signature: '(reflected list(int64)<iv=None>,)',
    args: ['[5, 2, 9, 1, 5, 6, -3]', '[1]'],
  },
  {
    name: 'an array expression',
    source: `
import numpy as np
def expression(a, b, c):
    return np.square(a + b + c) - 2 * a
`,
    function: 'expression',
    signature: '(array(float64, 2d, C), array(float64, 2d, C), float64)',
    args: [
      'np.arange(6.0).reshape(2, 3), np.ones((2, 3)), 1.5',
      'np.arange(6.0).reshape(2, 3), np.ones((1, 3)), 1.5',
      'np.zeros((0, 3)), np.ones((1, 3)), 1.5',
    ],
  },
  {
    name: 'Mandelbrot',
    source: `
def mandelbrot(width, height, limit):
    total = 0
    for y in range(height):
        for x in range(width):
            c = complex(3.0 * x / width - 2.0, 2.0 * y / height - 1.0)
            z = 0j
            n = 0
            while n < limit and z.real * z.real + z.imag * z.imag < 4.0:
                z = z * z + c
                n += 1
            total += n
    return total
`,
    function: 'mandelbrot',
    signature: '(int64, int64, int64)',
    args: ['40, 30, 50', '0, 5, 10'],
  },
  {
    name: 'matrix product',
    source: `
import numpy as np
def matmul(a, b):
    n, m = a.shape
    k = b.shape[1]
    out = np.zeros((n, k))
    for i in range(n):
        for j in range(k):
            acc = 0.0
            for p in range(m):
                acc += a[i, p] * b[p, j]
            out[i, j] = acc
    return out
`,
    function: 'matmul',
    signature: '(array(float64, 2d, C), array(float64, 2d, F))',
    args: ['np.arange(12.0).reshape(3, 4), np.asfortranarray(np.arange(8.0).reshape(4, 2))'],
  },
  {
    name: 'the sieve of Eratosthenes',
    source: `
import numpy as np
def sieve(n):
    prime = np.ones(n + 1, dtype=np.bool_)
    prime[0] = prime[1] = False
    i = 2
    while i * i <= n:
        if prime[i]:
            for j in range(i * i, n + 1, i):
                prime[j] = False
        i += 1
    count = 0
    for flag in prime:
        if flag:
            count += 1
    return count
`,
    function: 'sieve',
    signature: '(int64,)',
    args: ['1', '10', '1000'],
  },
  {
    name: 'recursion',
    source: `
from numba import njit
@njit
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
`,
    function: 'fib',
    signature: '(int64,)',
    args: ['0', '1', '15'],
  },
  {
    name: 'Collatz',
    source: `
def longest(limit):
    best, best_length = 0, 0
    for start in range(1, limit):
        n, length = start, 1
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            length += 1
        if length > best_length:
            best, best_length = start, length
    return best, best_length
`,
    function: 'longest',
    signature: '(int64,)',
    args: ['1', '30', '1000'],
  },
  {
    name: 'n bodies',
    source: `
from numba import njit
@njit
def energy(mass, pos, vel):
    e = 0.0
    for i in range(len(mass)):
        e += 0.5 * mass[i] * (vel[i] ** 2).sum()
        for j in range(i + 1, len(mass)):
            d = pos[i] - pos[j]
            e -= mass[i] * mass[j] / (d * d).sum() ** 0.5
    return e
@njit
def simulate(mass, pos, vel, dt, steps):
    n = mass.shape[0]
    for _ in range(steps):
        for i in range(n):
            for j in range(i + 1, n):
                dx = pos[i, 0] - pos[j, 0]
                dy = pos[i, 1] - pos[j, 1]
                dz = pos[i, 2] - pos[j, 2]
                r2 = dx * dx + dy * dy + dz * dz
                mag = dt / (r2 * r2 ** 0.5)
                vel[i, 0] -= dx * mass[j] * mag
                vel[i, 1] -= dy * mass[j] * mag
                vel[i, 2] -= dz * mass[j] * mag
                vel[j, 0] += dx * mass[i] * mag
                vel[j, 1] += dy * mass[i] * mag
                vel[j, 2] += dz * mass[i] * mag
        for i in range(n):
            for k in range(3):
                pos[i, k] += dt * vel[i, k]
    return energy(mass, pos, vel)
`,
    function: 'simulate',
    signature: '(array(float64, 1d, C), array(float64, 2d, C), array(float64, 2d, C), float64, int64)',
    args: [
      'np.array([10.0, 1.0, 0.5]), np.array([[0.0, 0, 0], [1, 2, 3], [3, 1, 2]]), np.zeros((3, 3)), 0.01, 20',
    ],
    options: { ulp: 64 },
  },
  {
    name: 'a histogram',
    source: `
import numpy as np
def histogram(values, bins, low, high):
    counts = np.zeros(bins, dtype=np.int64)
    width = (high - low) / bins
    for v in values:
        if v < low or v >= high:
            continue
        counts[int((v - low) / width)] += 1
    return counts
`,
    function: 'histogram',
    signature: '(array(float64, 1d, C), int64, float64, float64)',
    args: ['np.array([0.1, 0.5, 0.9, 1.5, -2.0, 0.55]), 4, 0.0, 1.0'],
  },
  {
    name: 'strings',
    source: `
def spell(words, times):
    out = ""
    for word in words:
        for i in range(times):
            if i > 0:
                out += "-"
            out = out + word
        out += "; "
    return out, len(out)
`,
    function: 'spell',
    signature: '(UniTuple(unicode_type x 3), int64)',
    args: ['("ab", "é", "")  , 3'],
  },
  {
    name: 'closures',
    source: `
from numba import njit
@njit
def outer(a, b):
    scale = a * 2
    def inner(x, y=3):
        return x * scale + b + y
    square = lambda v: v * v
    total = 0
    for i in range(4):
        total += inner(i) + inner(i, i) + square(i + scale)
    return total
`,
    function: 'outer',
    signature: '(int64, int64)',
    args: ['1, 2', '-4, 7'],
  },
  {
    name: 'tuples',
    source: `
def swap_all(a, b, c):
    a, b = b, a
    (b, c), a = (c, b), a + 1
    pair = (a, b)
    x, y = pair
    return x, y, c, pair[0] + pair[-1]
`,
    function: 'swap_all',
    signature: '(int64, int64, int64)',
    args: ['1, 2, 3'],
  },
];

const suite = hasPython ? describe : describe.skip;

suite('programs give what CPython gives', () => {
  for (const program of programs) {
    it(program.name, async () => {
      const found = await differences(program.source, [program], program.options);
      expect(found).toEqual([]);
    });
  }
});
