import { describe, expect, it } from 'vitest';
import { constant, convert } from '../../src/ir/expressions';

describe('a conversion of a constant', () => {
  it.each([
    [0, 0n],
    [-0, 0n],
    [3, 3n],
    [-(2 ** 62), -(1n << 62n)],
  ])('is the integer that %d is', (value, integer) => {
    expect(convert(constant('f64', value), 'i64')).toEqual(constant('i64', integer));
  });

  it.each([0.5, 1e20, -1e20, 2 ** 63, Number.POSITIVE_INFINITY, Number.NaN])(
    'is left to the run where %d has no integer of its own',
    (value) => {
      for (const type of ['f64', 'f32'] as const)
        expect(convert(constant(type, value), 'i64').op).toBe('convert');
    },
  );
});
