import { describe, expect, it } from 'vitest';
import { hasPython } from '../support/oracle';
import { differences } from '../support/samePython';

// The first call would need far more than the limit if what it drops were not freed; what is freed too early is
// overwritten at once.
const source = `
from numba import njit
@njit
def twice(x):
    return x + x
@njit
def pair(x, y):
    return x * 2, y
@njit
def pick(x, y, first):
    if first:
        return x
    return y - 1

def loop(a, n):
    x = a
    for i in range(n):
        x = x + a
        y = x * 2
        x = y - x
    return x

def calls(a, n):
    out = a * 0
    for i in range(n):
        b = twice(a) + twice(a)
        c, d = pair(b, a)
        e = pick(c, d, i % 2 == 0)
        out = out + e + pick(a, b, i % 3 == 0)
    return out, a

def branches(a, n):
    kept = a
    for i in range(n):
        if i % 3 == 0:
            kept = a + i
        elif i % 3 == 1:
            kept = kept * 0.5 if i % 2 else twice(kept)
        else:
            other = kept
            kept = a
            kept = other - kept
        if i == n - 1:
            return kept
    return a

def caught(a, n):
    x = a
    for i in range(n):
        try:
            x = a + x
            if i % 2 == 0:
                raise ValueError("even")
            x = x * 0.5
        except Exception:
            x = x - a
    return x

def views(a, n):
    x = y = a
    z = (a, a)
    for i in range(n):
        y = x
        z = (y, x + 1)
        y, x = z
        x = y
    return x, y, z

def in_place(a, n):
    x = a * 1
    y = x
    for i in range(n):
        x += a * 0.25
    return x, y

def swapped(a, n):
    old = a.copy()
    new = a.copy()
    for i in range(n):
        new[0] = old[0] + i
        old, new = new, old
    return old

def lists(a, n):
    kept = [a, a, a]
    for i in range(n):
        kept = [a + i, a]
        kept.append(kept[0] * 2)
        first = kept[0]
        kept[1] = first
    return kept[1], kept[2]

def tables(a, n):
    kept = {0: a}
    seen = {0}
    for i in range(n):
        kept = {i: a + i, -1: a}
        kept[0] = kept[i] * 2
        inner = {1: kept}
        seen = {i, 2, 3} | {5}
        kept = inner[1]
    return kept[0], len(seen)

def closure(a, n):
    def add(x):
        return x + a
    total = a
    for i in range(n):
        total = add(total) - add(a)
    return total

def walrus(a, n):
    total = b = a
    for i in range(n):
        c = total + 1
        total = (b := c) - a
    return total, b
`;

const functions = [...source.matchAll(/^def (\w+)\(a, n\)/gm)].map((match) => match[1]!);
const suite = hasPython ? describe : describe.skip;

suite('reference counts', () => {
  it('free what is dropped and nothing else', async () => {
    const found = await differences(
      source,
      functions.map((name) => ({
        function: name,
        signature: '(array(float64, 1d, C), int64)',
        args: ['np.arange(10000.0), 300', 'np.arange(3.0), 0', 'np.arange(3.0), 7'],
      })),
      { memoryLimitBytes: 2 ** 22 },
    );
    expect(found).toEqual([]);
  });
});
