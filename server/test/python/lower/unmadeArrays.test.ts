import { describe, expect, it } from 'vitest';
import { compilePython } from '../support/compilePython';
import { hasPython } from '../support/oracle';
import { differences } from '../support/samePython';

const source = `
import numpy as np

def chain(a, b, c):
    t = a * b
    u = t + c
    return u.sum()

def squares(a, b):
    d = a - b
    return np.sum(d ** 2)

def rows(a, b):
    d = a[:, 1:] - b
    e = d ** 2
    return e.sum()

def returned(a, b):
    t = a + b
    return t

def looped(a, n):
    total = 0.0
    for i in range(n):
        t = a * i
        total += (t + 1.0).sum()
        if total > 100.0:
            return total
    return total

def narrow(a, b):
    t = a + b
    return t * 3

def twice(a, b):
    t = a * b
    return t + t

def written(a, b):
    t = a * b
    a[0] = 5.0
    return t + a

def replaced(a, b):
    t = a * b
    a = b + 1.0
    return t + a

def chosen(a, b, c):
    t = a * b
    if c:
        t = a
    return t + 1.0

def shifted(a):
    t = a[:-1] * 2.0
    a[1:] += t
    return a

def overlaid(a):
    t = a[:-1] * 2.0
    a[1:] = t + 1.0
    return a

def element(a, b):
    t = a * b
    return [t[i] for i in range(2)]

def masked(a):
    m = a > 1.0
    return m & (a < 4.0)

def handled(a, b):
    n = 0
    try:
        t = a * b
        n = 1
        u = t + 1.0
        n = 2
    except Exception:
        return n
    return u[0]
`;

const vector = 'array(float64, 1d, C)';
const values = 'np.arange(6.0)';
const pair = {
  signature: `(${vector}, ${vector})`,
  args: [`${values}, np.ones(6)`, `${values}, np.ones(1)`],
};

const suite = hasPython ? describe : describe.skip;

async function textOf(name: string, signature: string): Promise<string> {
  const compiled = await compilePython(source, name, signature, { optimizeLevel: 0 });
  return compiled.text;
}

describe('arrays that are never made', () => {
  it.each([
    ['chain', `(${vector}, ${vector}, float64)`, 0],
    ['squares', `(${vector}, ${vector})`, 0],
    ['rows', `(array(float64, 2d, C), ${vector})`, 0],
    ['looped', `(${vector}, int64)`, 0],
    ['narrow', '(array(int8, 1d, C), array(int8, 1d, C))', 1],
    ['masked', `(${vector},)`, 1],
  ])('%s makes no array for a name', async (name, signature, arrays) => {
    const text = await textOf(name, signature);
    expect(text.match(/call ptr array\.allocate/g)?.length ?? 0).toBe(arrays);
    expect(text).not.toContain('rt.release(t.0)');
  });

  it('have elements of their own dtype', async () => {
    const narrow = await compilePython(source, 'narrow', '(array(int8, 1d, C), array(int8, 1d, C))');
    expect(narrow.text).toContain('i8(');
  });

  it.each(['twice', 'written', 'replaced'])('%s keeps the array', async (name) => {
    const text = await textOf(name, pair.signature);
    expect(text.match(/call ptr array\.allocate/g)?.length).toBeGreaterThanOrEqual(2);
  });
});

suite('programs whose arrays are not made', () => {
  it('give what NumPy gives', async () => {
    const found = await differences(source, [
      {
        function: 'chain',
        signature: `(${vector}, ${vector}, float64)`,
        args: [`${values}, np.ones(6), 2.0`, `${values}, np.ones(1), 2.0`, 'np.zeros(0), np.ones(1), 2.0'],
      },
      {
        function: 'rows',
        signature: `(array(float64, 2d, C), ${vector})`,
        args: ['np.arange(12.0).reshape(3, 4), np.arange(3.0)'],
      },
      { function: 'looped', signature: `(${vector}, int64)`, args: [`${values}, 2`, `${values}, 9`] },
      ...['squares', 'returned', 'twice', 'written', 'replaced', 'element', 'handled'].map((name) => ({
        function: name,
        ...pair,
        args: name === 'handled' ? pair.args.slice(0, 1) : pair.args,
      })),
      {
        function: 'chosen',
        signature: `(${vector}, ${vector}, boolean)`,
        args: [`${values}, np.ones(6), True`, `${values}, np.ones(6), False`],
      },
      ...['shifted', 'overlaid', 'masked'].map((name) => ({
        function: name,
        signature: `(${vector},)`,
        args: [values],
      })),
    ]);
    expect(found).toEqual([]);
  });
});
