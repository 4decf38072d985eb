import { describe, expect, it } from 'vitest';
import { hasPython } from '../support/oracle';
import { differences } from '../support/samePython';

const source = `
from numba import njit
@njit
def count(n):
    i = 0
    while True:
        if i >= n:
            return
        yield i
        i += 1

@njit
def two(a, b):
    yield a
    if b > 2:
        yield b
        for x in count(b):
            yield x * 10

@njit
def grow(x, n):
    for i in range(n):
        x = x + 1
        yield x

def total(n):
    out = 0
    for k in count(n):
        if k % 3 == 1:
            continue
        if k > 20:
            break
        out = out * 2 + k
    else:
        out += 1000
    return out

def nested(n):
    out = 0
    for a in two(n, n + 1):
        for b in count(a % 4):
            if b == 2:
                break
            out += a * b + 1
        out = out * 3
    return out

def first(n):
    for k in count(n):
        for j in two(k, 3):
            if j > 4:
                return j
    return -1

def arrays(a, n):
    last = a
    for x in grow(a, n):
        last = x - last
        a = last
    return last, a
`;

const suite = hasPython ? describe : describe.skip;

suite('generators', () => {
  it('give what CPython gives', async () => {
    const found = await differences(source, [
      { function: 'total', signature: '(int64,)', args: ['0', '5', '50'] },
      { function: 'nested', signature: '(int64,)', args: ['0', '1', '5'] },
      { function: 'first', signature: '(int64,)', args: ['0', '3', '12'] },
    ]);
    expect(found).toEqual([]);
  });

  it('free what they hold', async () => {
    const signature = '(array(float64, 1d, C), int64)';
    const found = await differences(
      source,
      [{ function: 'arrays', signature, args: ['np.arange(10000.0), 300', 'np.arange(3.0), 0'] }],
      { memoryLimitBytes: 2 ** 22 },
    );
    expect(found).toEqual([]);
  });
});
