import { describe, expect, test } from 'vitest';
import { compareValues, exact } from '../../../src/execution/encoding/compare';
import { decodeValue } from '../../../src/execution/encoding/decode';
import { fromHost } from '../../../src/execution/encoding/fromHost';
import type { PythonValue } from '../../../src/execution/encoding/pythonValue';
import { ConversionError, toHost } from '../../../src/execution/encoding/toHost';
import { ulpDistance } from '../../../src/execution/encoding/ulp';
import type { WireType } from '../../../src/frontends/frontend';

const int64: WireType = { kind: 'int', name: 'int64', bits: 64, signed: true };
const int8: WireType = { kind: 'int', name: 'int8', bits: 8, signed: true };
const float64: WireType = { kind: 'float', name: 'float64', bits: 64 };
const int = (value: bigint): PythonValue => ({ kind: 'int', name: 'int64', value });
const float = (value: number): PythonValue => ({ kind: 'float', name: 'float64', value });
const list = (...items: PythonValue[]): PythonValue => ({ kind: 'sequence', type: 'list', items });

describe('numbers are converted as under an explicit signature', () => {
  test.each([
    [int(5n), float64, 5],
    [float(-5.9), int64, -5n],
    [float(Number.NaN), int64, -(2n ** 63n)],
    [int(300n), int8, 44],
    [{ kind: 'bool', value: true } as PythonValue, int64, 1n],
    [float(0.5), { kind: 'bool' } as WireType, true],
    [{ kind: 'none' } as PythonValue, { kind: 'optional', value: int64 } as WireType, null],
  ])('%o', (value, type, expected) => expect(toHost(value, type, 'x')).toBe(expected));
});

test('a mixed list is refused as Numba refuses it', () => {
  const convert = () =>
    toHost(list(int(1n), float(2)), { kind: 'list', element: int64, reflected: true }, 'arr');
  expect(convert).toThrow(ConversionError);
  expect(convert).toThrow("can't unbox heterogeneous list: int != float");
});

describe('array layouts', () => {
  const wire = (layout: 'C' | 'F' | 'A', ndim: number): WireType => ({
    kind: 'array',
    element: int64,
    ndim,
    layout,
    readonly: false,
  });
  const data = Buffer.from(new BigInt64Array([1n, 2n, 3n, 4n, 5n, 6n]).buffer).toString('base64');
  test.each([
    ['C', [2, 3], undefined],
    ['F', [2, 3], undefined],
    ['A', [2, 3], [-48, 16]],
    ['A', [6], [-8]],
  ] as const)('order %s, shape %o, strides %o comes back unchanged', (order, shape, strides) => {
    const json = { t: 'array', dtype: 'int64', shape: [...shape], order, data, strides };
    const value = decodeValue(json, '$');
    const type = wire(order, shape.length);
    expect(fromHost(toHost(value, type, 'a'), type)).toEqual(value);
  });

  test('another element type is an error that names both', () => {
    const value = decodeValue({ t: 'array', dtype: 'int64', shape: [6], order: 'C', data }, '$');
    const type: WireType = { kind: 'array', element: float64, ndim: 1, layout: 'C', readonly: false };
    expect(() => toHost(value, type, 'a')).toThrow(
      'a is array(int64, 1d, C), which cannot be passed as array(float64, 1d, C)',
    );
  });
});

describe('comparison', () => {
  test('by value: NaN, an int against a float, bits of zero', () => {
    expect(compareValues(float(Number.NaN), float(Number.NaN), exact).difference).toBeUndefined();
    expect(compareValues(int(3n), float(3), exact).difference).toBeUndefined();
    expect(compareValues(float(0), float(-0), exact).difference).toBeDefined();
    expect(compareValues(int(2n ** 53n + 1n), float(2 ** 53), exact).difference).toBeDefined();
  });

  test('names the place and both values', () => {
    const difference = compareValues(
      list(int(1n), list(float(2))),
      list(int(1n), list(float(2.5))),
      exact,
    ).difference;
    expect(difference).toBe('result[1][0]: 2 and 2.5');
  });

  test('arrays within ulps, by element', () => {
    const array = (...values: number[]): PythonValue => ({
      kind: 'array',
      dtype: 'float64',
      shape: [1, values.length],
      order: 'C',
      readonly: false,
      data: new Uint8Array(new Float64Array(values).buffer),
    });
    const near = compareValues(array(1, 2), array(1, 2 + 2 ** -51), { ulp: 4 });
    expect(near).toEqual({ ulps: 1 });
    expect(compareValues(array(1, 2), array(1, 3), { ulp: 4 }).difference).toBe('result[0, 1]: 2 and 3');
  });

  test('ulps cross zero and powers of two', () => {
    expect(ulpDistance(Number.MIN_VALUE, -Number.MIN_VALUE)).toBe(3);
    expect(ulpDistance(1, 1 - 2 ** -53)).toBe(1);
    expect(ulpDistance(1, 1 + 2 ** -23, true)).toBe(1);
    expect(ulpDistance(1, Number.NaN)).toBe(Number.POSITIVE_INFINITY);
  });
});
