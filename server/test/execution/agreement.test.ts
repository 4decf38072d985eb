import { expect, test } from 'vitest';
import type { PythonValue } from '../../src/execution/encoding/pythonValue';
import { agree } from '../../src/execution/measuring/agreement';
import type { EngineCall, EngineName } from '../../src/execution/measuring/engine';

const exact = { tolerance: { ulp: 0 } };
const int = (value: bigint): PythonValue => ({
  kind: 'int',
  name: value < 2n ** 63n ? 'int64' : 'int',
  value,
});
const returned = (name: EngineName, result: PythonValue) => {
  const call: EngineCall = { kind: 'returned', ms: 1, result, argsAfter: [], changesArguments: false };
  return { name, call };
};

test('Numba is the authority where CPython differs', () => {
  const result = agree(
    returned('wasm', int(1n)),
    [returned('cpython', int(2n)), returned('numba', int(1n))],
    exact,
  );
  expect(result).toMatchObject({ agrees: true, with: ['numba'], without: [] });
  expect(result.notes).toEqual([
    'Numba and compiled code agree; CPython gives something else: result: 1 and 2 (compiled code and CPython).',
  ]);
});

test('a time of Numba that computed something else is left out', () => {
  const result = agree(
    returned('wasm', int(1n)),
    [returned('cpython', int(1n)), returned('numba', int(2n))],
    exact,
  );
  expect(result).toMatchObject({ agrees: true, with: ['cpython'], without: ['numba'] });
});

test('a result that nobody shares is a mismatch', () => {
  const result = agree(
    returned('wasm', int(1n)),
    [returned('cpython', int(2n)), returned('numba', int(2n))],
    exact,
  );
  expect(result).toMatchObject({ agrees: false, mismatch: 'result: 1 and 2 (compiled code and CPython)' });
});

test('only an integer too long for its type may wrap', () => {
  const wrapped = agree(returned('wasm', int(0n)), [returned('cpython', int(2n ** 64n))], exact);
  expect(wrapped.agrees).toBe(true);
  expect(wrapped.notes[0]).toContain('by design');
  expect(agree(returned('wasm', int(0n)), [returned('cpython', int(2n ** 64n + 1n))], exact).agrees).toBe(
    false,
  );
});

test('a wrapped integer is explained as such beside Numba too', () => {
  const others = [returned('cpython', int(2n ** 64n)), returned('numba', int(0n))];
  const result = agree(returned('wasm', int(0n)), others, exact);
  expect(result).toMatchObject({ agrees: true, with: ['numba'] });
  expect(result.notes).toEqual([expect.stringContaining('CPython differs by design')]);
});
