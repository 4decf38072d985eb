import { describe, expect, it } from 'vitest';
import type { Measurement } from '../../src/execution/measurement';
import { formatMs, lensText, measurementTable } from '../../src/lsp/measurementText';

const measurement: Measurement = {
  function: 'f',
  key: 'k',
  signature: '(int64,)',
  inputs: 'captured',
  size: { arr: [100000] },
  resultsAgree: true,
  comparedWith: ['cpython'],
  engines: {
    wasm: { medianMs: 1.8, minMs: 1.7, maxMs: 2.2, rounds: 9 },
    cpython: { medianMs: 22.3, minMs: 22, maxMs: 25, rounds: 5, version: '3.11.7' },
  },
  speedup: { wasmOverCpython: 12.39 },
  notes: ['one note'],
};

describe('a measurement in words', () => {
  it('fits on a lens', () => {
    expect(lensText(measurement)).toBe('12.4x faster than CPython · 1.8 ms · n=100000');
  });

  it('never shows a speedup of results that differ', () => {
    const text = lensText({
      ...measurement,
      resultsAgree: false,
      mismatch: 'element 3 is 1, not 2',
      speedup: undefined,
    });
    expect(text).toBe('results differ: element 3 is 1, not 2');
  });

  it('says slower when it is', () => {
    expect(lensText({ ...measurement, speedup: { wasmOverCpython: 0.5 } })).toContain(
      '2.0x slower than CPython',
    );
  });

  it('lists every engine with its spread', () => {
    const table = measurementTable(measurement);
    expect(table).toContain('| CPython 3.11.7 | 22.3 ms | 22 ms – 25 ms | 5 |');
    expect(table).toContain('- one note');
  });

  it('chooses the unit', () => {
    expect([1e-5, 0.0123, 5.5, 2500].map(formatMs)).toEqual(['10 ns', '12.3 µs', '5.5 ms', '2.5 s']);
  });
});
