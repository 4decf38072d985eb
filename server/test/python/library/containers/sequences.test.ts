import { describe, expect, it } from 'vitest';
import { hasPython } from '../../support/oracle';
import { differences, type FunctionCalls } from '../../support/samePython';

const source = `
import numpy as np

def build(n):
    xs = [i * 2 for i in range(n)]
    xs.append(7)
    xs[0] = 5
    total = 0
    for x in xs:
        total += x
    return total + xs[-1] + len(xs)

def methods(n):
    xs = [3, 1, 2]
    xs.insert(1, n)
    xs.extend([9, 8])
    xs.remove(2)
    xs.reverse()
    a = xs.index(n)
    b = xs.count(n)
    c = xs.pop(1)
    d = xs.pop()
    xs.sort()
    return a, b, c, d, xs, xs[1:], xs[::-1], xs + [1], xs * 2, n in xs, xs == [1], xs < [4]

def ordered(n):
    xs = [0.5]
    for i in range(n):
        xs.append(i / 3)
    return sorted(xs, reverse=True), min(xs), max(xs), sum(xs)

def nested(n):
    xs = [[1], [2, 3]]
    xs.append([n])
    xs[0].append(4)
    t = 0
    for x in xs:
        for y in x:
            t += y
    return t

def tuples(n):
    t = (1, 2, n)
    return t[n], t + (2.5,), t == (1, 2, n), n in t, t < (1, 3, 0), max(t), sum(t), min(1, 2.5, n)

def together(n):
    s = 0
    for i, x in enumerate([5, 6, 7], n):
        s += i * x
    for a, b in zip(range(n), [1.5, 2.5, 3.5]):
        s += a * b
    return s

def growing():
    xs = [1]
    for x in xs:
        if x < 5:
            xs.append(x + 1)
    return xs

def slices(a, b, c):
    xs = [0, 1, 2, 3, 4, 5, 6]
    ys = xs[a:b:c]
    xs[a:b] = [9, 9]
    return xs, ys

def empty():
    xs = [1]
    xs.pop()
    return xs.pop()

def steps(start, stop, step):
    xs = [0]
    for i in range(start, stop, step):
        xs.append(i)
    return xs, len(range(start, stop, step))
`;

const functions: readonly FunctionCalls[] = [
  { function: 'build', signature: '(int64,)', args: ['0', '5', '40'] },
  { function: 'methods', signature: '(int64,)', args: ['4', '1'] },
  { function: 'ordered', signature: '(int64,)', args: ['0', '5'] },
  { function: 'nested', signature: '(int64,)', args: ['5'] },
  { function: 'tuples', signature: '(int64,)', args: ['0', '2'] },
  { function: 'together', signature: '(int64,)', args: ['0', '2'] },
  { function: 'growing', signature: '()', args: [''] },
  {
    function: 'slices',
    signature: '(int64, int64, int64)',
    args: ['1, 3, 1', '-3, 9, 2', '5, 1, -2', '3, 3, 1', '0, 7, 3'],
  },
  { function: 'empty', signature: '()', args: [''] },
  {
    function: 'steps',
    signature: '(int64, int64, int64)',
    args: ['0, 5, 2', '5, 0, -2', '3, 3, 1', '0, 4, 0', '-2, 7, 3'],
  },
];

describe.runIf(hasPython)('lists, tuples and iterators give what CPython gives', () => {
  it.each(functions)('$function', async (each) => {
    expect(await differences(source, [each])).toEqual([]);
  });
});
