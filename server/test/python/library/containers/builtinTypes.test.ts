import { expect, test } from 'vitest';
import { disagreements } from './support/typeTable';

test('lengths, ranges and iterators have the types that Numba gives', () => {
  const names = /^(builtins\.(len|range|enumerate|zip)|numba\.prange)$/;
  expect(disagreements('builtins', (name) => names.test(name))).toEqual([]);
});

test('reductions over arrays have the types that Numba gives', () => {
  expect(disagreements('reductions', (name) => !name.endsWith('median'))).toEqual([]);
});
