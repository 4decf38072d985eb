import { describe, expect, it } from 'vitest';
import { hasNumba } from '../../support/oracle';
import { differences, type FunctionCalls } from '../../support/samePython';

const source = `
import numpy as np
from numba import njit, types
from numba.typed import Dict, List

@njit
def counts(xs):
    d = {}
    for x in xs:
        if x in d:
            d[x] += 1
        else:
            d[x] = 1
    total = 0
    for k in d:
        total = total * 7 + k
    for k, v in d.items():
        total += k * v
    return total, len(d)

@njit
def churn(n):
    d = Dict.empty(types.int64, types.float64)
    for i in range(n):
        d[i * 7] = i / 2
    for i in range(0, n, 3):
        del d[i * 7]
    s = 0.0
    for v in d.values():
        s = s * 0.5 + v
    k, last = d.popitem()
    return s, k, last, len(d), d.get(7, -1.0), d.pop(14), 21 in d

@njit
def words(n):
    d = {'one': 1}
    for i in range(n):
        d['k' + str(i)] = i
    return d['one'] + d['k' + str(n - 1)]

@njit
def pairs(n):
    d = {(0, 0): 1.5}
    for i in range(n):
        d[(i, i * i)] = i * 0.5
    return d[(2, 4)], len(d)

@njit
def missing():
    d = {1: 2.0}
    return d[3]

@njit
def order(xs):
    s = set()
    for x in xs:
        s.add(x)
    t = 0
    for x in s:
        t = (t * 31 + x) % 1000003
    return t, len(s), 5 in s

@njit
def algebra(xs, ys):
    a = set(xs)
    b = set(ys)
    return len(a | b), len(a & b), len(a - b), len(a ^ b), a < b, a == b, sorted(a | b), a.isdisjoint(b), list(a)

@njit
def shrink(n):
    s = set(range(n))
    for i in range(n - 2):
        s.discard(i)
    first = s.pop()
    return first, len(s)

@njit
def hashes(i, f):
    return hash(i), hash(f), hash((i, f)), hash(i > 3)

@njit
def typed(n):
    xs = List()
    for i in range(n):
        xs.append(i * 1.5)
    xs[0] = 9.0
    return xs.pop(), len(xs), xs[0], xs.index(3.0)
`;

const functions: readonly FunctionCalls[] = [
  {
    function: 'counts',
    signature: '(array(int64, 1d, C),)',
    args: ['np.array([3, 1, 3, 2, 1, 3, -7])', 'np.arange(100) * 37 % 23'],
  },
  { function: 'churn', signature: '(int64,)', args: ['20', '200'] },
  { function: 'words', signature: '(int64,)', args: ['30'] },
  { function: 'pairs', signature: '(int64,)', args: ['12'] },
  { function: 'missing', signature: '()', args: [''] },
  {
    function: 'order',
    signature: '(array(int64, 1d, C),)',
    args: [
      'np.array([5, 21, 37, 53, 69, 85, 1])',
      'np.arange(200) * 7919 % 4096',
      'np.array([-1, -2, 16, 32])',
    ],
  },
  {
    function: 'algebra',
    signature: '(array(int64, 1d, C), array(int64, 1d, C))',
    args: ['np.arange(20), np.arange(10, 40)', 'np.arange(3), np.arange(3)'],
  },
  { function: 'shrink', signature: '(int64,)', args: ['100', '5'] },
  {
    function: 'hashes',
    signature: '(int64, float64)',
    args: ['5, 0.5', '-1, -1.0', '2**62, 1e300', '-2**63, 1e-300', '7, np.inf'],
  },
  { function: 'typed', signature: '(int64,)', args: ['5'] },
];

describe.runIf(hasNumba)('dictionaries, sets and typed lists give what Numba 0.56 gives', () => {
  it.each(functions)('$function', async (each) => {
    expect(await differences(source, [each], { oracle: 'numba', numba: '0.56' })).toEqual([]);
  });
});
