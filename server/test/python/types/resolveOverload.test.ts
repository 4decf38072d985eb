import { expect, test } from 'vitest';
import {
  boolean,
  float64,
  int32,
  int64,
  type NumbaType,
  unicode,
} from '../../../src/frontends/python/types/numbaType';
import { resolveOverload } from '../../../src/frontends/python/types/resolveOverload';

const choose = (candidates: NumbaType[][], args: NumbaType[], allowUnsafe = true) =>
  resolveOverload(candidates, args, { allowUnsafe });

test('int64 goes to float64 rather than int32', () => {
  expect(choose([[int32], [float64]], [int64])).toEqual({ index: 1, tied: [1], unsafe: false });
});

test('bool fits int32 and float64 equally well', () => {
  expect(choose([[int32], [float64]], [boolean])).toEqual({ index: 0, tied: [0, 1], unsafe: false });
});

test('a lossy conversion is the last resort, and can be forbidden', () => {
  expect(choose([[int32]], [float64])).toEqual({ index: 0, tied: [0], unsafe: true });
  expect(choose([[int32]], [float64], false)).toBeUndefined();
  expect(choose([[int32, int32]], [int32])).toBeUndefined();
  expect(choose([[int32]], [unicode])).toBeUndefined();
});
