import { describe, expect, it } from 'vitest';
import { hasNumba } from '../../support/oracle';
import { differences, type FunctionCalls } from '../../support/samePython';

const wholeArray = [
  'sum',
  'prod',
  'mean',
  'var',
  'std',
  'min',
  'max',
  'argmin',
  'argmax',
  'cumsum',
  'cumprod',
  'any',
  'all',
  'ptp',
  'nansum',
  'nanprod',
  'nanmean',
  'nanvar',
  'nanstd',
  'nanmin',
  'nanmax',
  'nancumsum',
  'nancumprod',
  'count_nonzero',
];

const functionText = (name: string) => `@njit\ndef ${name}(a):\n    return np.${name}(a)\n`;

const source = `
import numpy as np
from numba import njit

${wholeArray.map(functionText).join('\n')}
@njit
def axis0(a):
    return a.sum(0), np.argmax(a, 1), a.sum(axis=-1)

@njit
def several(a, b):
    return np.average(a, weights=b), a.mean() - b.max(), np.sum(a * b)

@njit
def positions(a):
    s = 0.0
    for (i, j), v in np.ndenumerate(a):
        s += i * 10 + j * v
    for i, j in np.ndindex(2, 3):
        s += i * j
    for v in np.nditer(a):
        s += v.item()
    for v in a.flat:
        s -= 2 * v
    return s, a.flat[3]
`;

const calls = (name: string, signature: string, ...args: string[]): FunctionCalls => ({
  function: name,
  signature,
  args,
});

describe.runIf(hasNumba)('reductions give what Numba 0.56 gives', () => {
  it.each(wholeArray)('%s', async (name) => {
    const found = await differences(
      source,
      [
        calls(
          name,
          '(array(float64, 1d, C),)',
          'np.array([0.1, 2.5, -3.0, 7.25])',
          'np.array([np.nan, 2.0, 1.0, 5.0])',
          'np.linspace(-1, 1, 37) ** 3',
        ),
        calls(name, '(array(int32, 1d, C),)', 'np.array([3, -1, 4, 1, -5], np.int32)'),
        calls(
          name,
          '(array(float32, 2d, F),)',
          'np.asfortranarray(np.linspace(0, 1, 6).reshape(2, 3).astype(np.float32))',
        ),
        calls(name, '(array(float64, 2d, A),)', 'np.linspace(0, 1, 12).reshape(4, 3)[::2, ::2]'),
        calls(name, '(array(uint8, 1d, C),)', 'np.array([200, 100, 50], np.uint8)'),
      ],
      { oracle: 'numba', numba: '0.56' },
    );
    expect(found).toEqual([]);
  });

  it('over an axis, over several arrays, over positions', async () => {
    const found = await differences(
      source,
      [
        calls('axis0', '(array(float64, 2d, C),)', 'np.linspace(0, 1, 6).reshape(2, 3)'),
        calls('several', '(array(float64, 1d, C), array(float64, 1d, C))', 'np.arange(4.0), np.ones(4)'),
        calls('positions', '(array(float64, 2d, C),)', 'np.linspace(0, 1, 6).reshape(2, 3)'),
        calls(
          'positions',
          '(array(float64, 2d, F),)',
          'np.asfortranarray(np.linspace(0, 1, 6).reshape(2, 3))',
        ),
      ],
      { oracle: 'numba', numba: '0.56' },
    );
    expect(found).toEqual([]);
  });
});
