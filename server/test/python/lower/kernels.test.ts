import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/frontends/python/lower/lower';
import type { NumbaType } from '../../../src/frontends/python/types/numbaType';
import { compilePython } from '../support/compilePython';
import { hasNumba } from '../support/oracle';
import { differences } from '../support/samePython';

const suite = hasNumba ? describe : describe.skip;

const vectorized = `
import numpy as np
from numba import vectorize, int64, float64
@vectorize([int64(int64, int64, int64), float64(float64, float64, float64)])
def square_sum(a, b, c):
    return np.square(a + b + c)
@vectorize([float64(float64, float64)])
def clipped(a, b):
    if a > b:
        return b
    return a
`;

const broadcast = (args: readonly NumbaType[]): Entry => ({ kind: 'broadcast', args });

suite('elementwise kernels', () => {
  it('broadcast as real Numba ufuncs do', async () => {
    const found = await differences(
      vectorized,
      [
        {
          function: 'square_sum',
          signature: '(array(int64, 2d, C), array(int64, 1d, C), int64)',
          args: [
            'np.arange(12).reshape(3, 4), np.arange(4), 5',
            'np.arange(12).reshape(3, 4), np.arange(1), 5',
            'np.arange(0).reshape(0, 4), np.arange(4), 5',
          ],
        },
        {
          function: 'square_sum',
          signature: '(array(int64, 2d, F), array(int64, 2d, F), array(int64, 2d, F))',
          args: ['*[np.asfortranarray(np.arange(6).reshape(2, 3))] * 3'],
        },
        { function: 'square_sum', signature: '(int64, int64, int64)', args: ['1, 2, 3'] },
        {
          function: 'clipped',
          signature: '(array(float64, 1d, A), float64)',
          args: ['np.arange(10.0)[::-2], 4.5'],
        },
      ],
      { oracle: 'numba', entry: broadcast },
    );
    expect(found).toEqual([]);
  });

  it('raise where shapes do not broadcast', async () => {
    const signature = '(array(float64, 1d, C), array(float64, 1d, C))';
    const compiled = await compilePython(vectorized, 'clipped', signature, { entry: broadcast });
    const outcome = compiled.call(vector(3), vector(4));
    expect(outcome.raised?.name).toBe('ValueError');
  });
});

const generalised = `
import numpy as np
from numba import guvectorize
@guvectorize(['void(float64[:], float64, float64[:])'], '(n),()->(n)')
def shift(x, by, out):
    for i in range(x.shape[0]):
        out[i] = x[i] + by
@guvectorize(['void(float64[:], float64[:], float64[:])'], '(n),(n)->()')
def dot(x, y, out):
    total = 0.0
    for i in range(x.shape[0]):
        total += x[i] * y[i]
    out[0] = total
`;

const gufunc =
  (layout: string) =>
  (args: readonly NumbaType[]): Entry => ({ kind: 'gufunc', layout, args });

suite('generalised kernels', () => {
  it('loop over the outer dimensions', async () => {
    const shifts = await differences(
      generalised,
      [
        {
          function: 'shift',
          signature: '(array(float64, 2d, C), array(float64, 1d, C))',
          args: ['np.arange(6.0).reshape(2, 3), np.array([10.0, 20.0])', 'np.ones((1, 3)), np.arange(4.0)'],
        },
        { function: 'shift', signature: '(array(float64, 1d, C), float64)', args: ['np.arange(3.0), 2.0'] },
      ],
      {
        oracle: 'numba',
        entry: gufunc('(n),()->(n)'),
        kernel: '(array(float64, 1d, A), float64, array(float64, 1d, A))',
      },
    );
    const dots = await differences(
      generalised,
      [
        {
          function: 'dot',
          signature: '(array(float64, 2d, C), array(float64, 1d, C))',
          args: ['np.arange(6.0).reshape(2, 3), np.array([1.0, 2.0, 3.0])'],
        },
        {
          function: 'dot',
          signature: '(array(float64, 1d, C), array(float64, 1d, C))',
          args: ['np.arange(3.0), np.arange(3.0)'],
        },
      ],
      {
        oracle: 'numba',
        entry: gufunc('(n),(n)->()'),
        kernel: '(array(float64, 1d, A), array(float64, 1d, A), array(float64, 1d, A))',
      },
    );
    expect([...shifts, ...dots]).toEqual([]);
  });
});

function vector(length: number) {
  return {
    kind: 'array',
    dtype: 'float64',
    shape: [length],
    order: 'C',
    readonly: false,
    data: new Uint8Array(8 * length),
  } as const;
}
