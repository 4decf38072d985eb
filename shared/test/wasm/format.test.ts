import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ValueType } from '../../src/ir/valueType';
import { formatArray } from '../../src/wasm/format/array';
import { formatComplex, formatFloat, formatString } from '../../src/wasm/format/number';
import { formatValue } from '../../src/wasm/format/value';
import type { HostArray, HostValue } from '../../src/wasm/hostValue';
import { compile, hostArray, hostList, hostTuple, listOf, scalar } from './compiled';
import { corpusModule } from './corpus';

type Float = number | string;

interface RecordedArray {
  readonly kind: 'f64' | 'f32' | 'i64' | 'u8' | 'bool' | 'complex';
  readonly shape: readonly number[];
  readonly values: readonly (Float | boolean | readonly [Float, Float])[];
  readonly text: string;
}

/** How Python and NumPy print, made by format/record.py. */
const recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'format/recorded.json'), 'utf8')) as {
  readonly floats: readonly [Float, string][];
  readonly complexes: readonly [Float, Float, string][];
  readonly strings: readonly [string, string][];
  readonly arrays: readonly RecordedArray[];
};

const number = (value: Float) =>
  typeof value === 'number' ? value : Number(value.replace('inf', 'Infinity'));

test('floats, complex numbers and strings as Python’s repr', () => {
  for (const [value, text] of recorded.floats) expect(formatFloat(number(value))).toBe(text);
  for (const [re, im, text] of recorded.complexes) expect(formatComplex(number(re), number(im))).toBe(text);
  for (const [value, text] of recorded.strings) expect(formatString(value)).toBe(text);
});

const elementTypes: Readonly<Record<RecordedArray['kind'], ValueType>> = {
  f64: scalar('f64'),
  f32: scalar('f32'),
  i64: scalar('i64'),
  u8: scalar('u8'),
  bool: scalar('bool'),
  complex: { kind: 'complex', part: 'f64' },
};

function arrayOf({ kind, shape, values }: RecordedArray): HostArray {
  switch (kind) {
    case 'i64':
      return hostArray(BigInt64Array.from(values as number[], BigInt), shape);
    case 'u8':
    case 'bool':
      return hostArray(Uint8Array.from(values as number[], Number), shape);
    case 'f32':
      return hostArray(Float32Array.from(values as Float[], number), shape);
    case 'f64':
      return hostArray(Float64Array.from(values as Float[], number), shape);
    case 'complex': {
      const parts = hostArray(Float64Array.from((values as [Float, Float][]).flat(), number));
      return { ...parts, shape, strides: [16] };
    }
  }
}

test.each(recorded.arrays.map((one, i) => [i, one.kind, one] as const))(
  'array %i of %s as NumPy’s str',
  (_, kind, one) => {
    expect(formatArray(arrayOf(one), elementTypes[kind])).toBe(one.text);
  },
);

describe('other values', () => {
  const i64 = scalar('i64');
  const f64 = scalar('f64');
  const array: ValueType = { kind: 'array', element: f64, ndim: 1 };
  const values: readonly (readonly [text: string, value: HostValue, type: ValueType])[] = [
    ['5', 5n, i64],
    ['True', true, scalar('bool')],
    ['None', null, { kind: 'optional', value: i64 }],
    ['2.0', 2, { kind: 'optional', value: f64 }],
    ['text', 'text', { kind: 'string' }],
    ['(1,)', hostTuple(1n), { kind: 'tuple', elements: [i64] }],
    ["(1, 'a')", hostTuple(1n, 'a'), { kind: 'tuple', elements: [i64, { kind: 'string' }] }],
    ['()', hostTuple(), { kind: 'tuple', elements: [] }],
    ['[1.0, 2.5]', hostList(1, 2.5), listOf(f64)],
    ['[[True]]', hostList(hostList(true)), listOf(listOf(scalar('bool')))],
    ['[array([1., 2.])]', hostList(hostArray(new Float64Array([1, 2]))), listOf(array)],
  ];
  test.each(values)('%s', (text, value, type) => {
    expect(formatValue(value, type)).toBe(text);
  });
});

test('print collects lines', async () => {
  const fn = await compile(corpusModule('print'));
  const outcome = fn.call([42n, hostArray(new Float64Array([1, 2.5])), 'héllo']);
  expect(outcome.printed).toBe('x is 42 (42, 0.1)\n\n[1.  2.5] héllo\n');
  const prepared = fn.prepare([1n, hostArray(new Float64Array([])), '']);
  prepared.run();
  prepared.run();
  expect(prepared.outcome().printed).toBe('x is 1 (1, 0.1)\n\n[] \n');
});
