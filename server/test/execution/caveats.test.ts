import { expect, test } from 'vitest';
import { caveats } from '../../src/execution/measuring/caveats';
import { int64, vector } from './fakeFrontend';

const timing = (medianMs: number) => ({ medianMs, minMs: medianMs, maxMs: medianMs, rounds: 3 });
const list = { kind: 'list' as const, element: int64, reflected: true };

test("a reflected list's conversion is in Numba's time only", () => {
  const timings = new Map([
    ['wasm', timing(1)],
    ['numba', timing(4)],
  ]);
  expect(caveats(timings, { parameterTypes: [list] })).toEqual([
    expect.stringContaining('converting the list'),
  ]);
  expect(caveats(timings, { parameterTypes: [vector] })).toEqual([]);
  expect(caveats(new Map([['wasm', timing(1)]]), { parameterTypes: [list] })).toEqual([]);
});

test('a very short call says little about the body', () => {
  const timings = new Map([
    ['wasm', timing(1e-5)],
    ['cpython', timing(1e-4)],
  ]);
  expect(caveats(timings, { parameterTypes: [int64] })).toEqual([
    expect.stringContaining('A call this short'),
  ]);
  expect(caveats(new Map([['wasm', timing(1e-5)]]), { parameterTypes: [int64] })).toEqual([]);
});
