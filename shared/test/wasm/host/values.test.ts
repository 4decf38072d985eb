import { describe, expect, test } from 'vitest';
import { FunctionBuilder } from '../../../src/ir/builder';
import { add, call, f64, i32, i64, load, mul } from '../../../src/ir/expressions';
import type { Expression, Statement } from '../../../src/ir/nodes';
import type { ValueType } from '../../../src/ir/valueType';
import { formatValue } from '../../../src/wasm/format/value';
import type { HostArray, HostValue } from '../../../src/wasm/hostValue';
import {
  arrayOf,
  compile,
  float64s,
  hostArray,
  hostList,
  hostTuple,
  listOf,
  moduleOf,
  none,
  raised,
  returned,
  scalar,
} from '../compiled';

/** A function that gives its only argument back. */
function identity(type: ValueType) {
  const b = new FunctionBuilder('identity', type);
  b.return(b.parameter('x', type));
  return moduleOf(b.finish());
}

const complex: ValueType = { kind: 'complex', part: 'f64' };
const text: ValueType = { kind: 'string' };
const pair: ValueType = { kind: 'tuple', elements: [scalar('i64'), complex] };
const maybe: ValueType = { kind: 'optional', value: scalar('i64') };
const record: ValueType = {
  kind: 'record',
  size: 16,
  fields: [
    { name: 'a', offset: 0, type: scalar('u8') },
    { name: 'b', offset: 8, type: scalar('f64') },
  ],
};

const samplePair = hostTuple(7n, { kind: 'complex', re: 1, im: 2 });

/** A record's bytes. */
function bytesOf(a: number, b: number): HostArray {
  const buffer = new Uint8Array(16);
  buffer[0] = a;
  new DataView(buffer.buffer).setFloat64(8, b, true);
  return { kind: 'array', shape: [], strides: [], offset: 0, buffer };
}

const cases: readonly [name: string, type: ValueType, value: HostValue][] = [
  ['none', none, null],
  ['bool', scalar('bool'), true],
  ['i8', scalar('i8'), -128],
  ['u16', scalar('u16'), 65535],
  ['u32', scalar('u32'), 4294967295],
  ['i64', scalar('i64'), -(2n ** 63n)],
  ['u64', scalar('u64'), 2n ** 64n - 1n],
  ['f32', scalar('f32'), Math.fround(0.1)],
  ['f64', scalar('f64'), -0],
  ['complex', complex, { kind: 'complex', re: 1.5, im: -0 }],
  ['string', text, 'naïve 🐍'],
  ['empty string', text, ''],
  ['tuple', pair, hostTuple(7n, { kind: 'complex', re: 1, im: 2 })],
  ['optional', maybe, 5n],
  ['no optional', maybe, null],
  ['optional array', { kind: 'optional', value: arrayOf('f64') }, null],
  ['record', record, bytesOf(200, 2.5)],
  ['set', { kind: 'set', element: scalar('i64') }, { kind: 'set', items: [3n, 1n] }],
  ['dict', { kind: 'dict', key: text, value: pair }, { kind: 'dict', entries: [['k', samplePair]] }],
  [
    'dict of arrays',
    { kind: 'dict', key: scalar('i64'), value: arrayOf('f64') },
    { kind: 'dict', entries: [[5n, hostArray(new Float64Array([1, 2]))]] },
  ],
  ['list', listOf(scalar('i64')), hostList(1n, 2n, 3n)],
  ['empty list', listOf(scalar('f64')), hostList()],
  ['list of lists', listOf(listOf(scalar('i32'))), hostList(hostList(1, 2), hostList(), hostList(3))],
  ['list of tuples', listOf(pair), hostList(hostTuple(1n, { kind: 'complex', re: 0, im: 1 }))],
  ['list of strings', listOf(text), hostList('a', 'ß', '')],
  ['list of optionals', listOf(maybe), hostList(1n, null)],
  ['list of records', listOf(record), hostList(bytesOf(1, 0.5), bytesOf(2, -0.5))],
  ['array', arrayOf('f64'), hostArray(new Float64Array([1, 2, 3]))],
  ['matrix', arrayOf('i32', 2), hostArray(new Int32Array([1, 2, 3, 4, 5, 6]), [2, 3])],
  ['empty array', arrayOf('f64', 2), hostArray(new Float64Array([]), [0, 3])],
  ['list of arrays', listOf(arrayOf('i64')), hostList(hostArray(new BigInt64Array([1n, -1n])))],
];

test.each(cases)('%s goes in, comes out and stays', async (_, type, value) => {
  const outcome = (await compile(identity(type))).call([value]);
  expect(returned(outcome)).toEqual(value);
  expect(outcome.argsAfter).toEqual([value]);
});

const doubled = (() => {
  const b = new FunctionBuilder('double', none);
  const [, data, length, stride] = b.parameter('a', arrayOf('f64'));
  b.for({ start: i64(0), stop: length! }, (i) => {
    const at = b.hold(mul(i, stride!));
    const address = { base: data!, index: at, scale: 1 };
    b.store(address, mul(load('f64', address), f64(2)));
  });
  b.return([]);
  return moduleOf(b.finish());
})();

describe('arrays', () => {
  test('are copied back with their strides and offsets', async () => {
    const fn = await compile(doubled);
    const data = new Float64Array([1, 2, 3, 4, 5, 6]);
    const every = hostArray(data);
    const backwards: HostArray = { ...every, shape: [3], strides: [-16], offset: 40 };
    const outcome = fn.call([backwards]);
    const [after] = outcome.argsAfter as [HostArray];
    const view = new DataView(after.buffer.buffer, after.buffer.byteOffset);
    const values = [0, 1, 2].map((i) => view.getFloat64(after.offset + i * after.strides[0]!, true));
    expect(values).toEqual([12, 8, 4]);
    expect(Array.from(data)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('passed twice or overlapping are one memory', async () => {
    const b = new FunctionBuilder('f', scalar('f64'));
    const [, first] = b.parameter('a', arrayOf('f64'));
    const [, second] = b.parameter('b', arrayOf('f64'));
    b.store({ base: first!, offset: 8 }, f64(42));
    b.return([add(load('f64', { base: second! }), load('f64', { base: second!, offset: 8 }))]);
    const fn = await compile(moduleOf(b.finish()));
    const all = hostArray(new Float64Array([1, 2, 3]));
    expect(returned(fn.call([all, all]))).toBe(43);
    const tail: HostArray = { ...all, shape: [2], offset: 8 };
    const outcome = fn.call([all, tail]);
    expect(returned(outcome)).toBe(45);
    const [one, other] = outcome.argsAfter as [HostArray, HostArray];
    expect(other.buffer).toBe(one.buffer);
    expect(float64s(other)).toEqual([42, 3]);
    const apart = hostArray(new Float64Array([5, 6]));
    expect(returned(fn.call([all, apart]))).toBe(11);
  });

  test('start at cache lines', async () => {
    const b = new FunctionBuilder('f', scalar('u32'));
    b.parameter('a', arrayOf('i8'));
    const [, data] = b.parameter('b', arrayOf('f64'));
    b.return([{ op: 'convert', type: 'u32', value: data! }]);
    const fn = await compile(moduleOf(b.finish()));
    const args = [hostArray(new Int8Array(3)), hostArray(new Float64Array(5))];
    expect((returned(fn.call(args)) as number) % 64).toBe(0);
  });
});

test('a list passed or contained twice is one list with that many owners', async () => {
  const b = new FunctionBuilder('f', scalar('i32'));
  const [list] = b.parameter('a', listOf(listOf(scalar('i64'))));
  const [same] = b.parameter('b', listOf(scalar('i64')));
  const data = load('ptr', { base: list!, offset: 12 });
  b.store({ base: load('ptr', { base: data }), offset: 4 }, i32(1));
  b.return([load('i32', { base: same! })]);
  const fn = await compile(moduleOf(b.finish()));
  const inner = hostList(1n, 2n);
  const outcome = fn.call([hostList(inner, hostList(3n), inner), inner]);
  expect(returned(outcome)).toBe(3);
  expect(outcome.argsAfter).toEqual([hostList(hostList(1n), hostList(3n), hostList(1n)), hostList(1n)]);
});

test('dicts and sets come out without their empty places', async () => {
  const dict: ValueType = { kind: 'dict', key: scalar('i64'), value: scalar('f64') };
  const set: ValueType = { kind: 'set', element: scalar('i64') };
  const b = new FunctionBuilder('f', { kind: 'tuple', elements: [dict, set] });
  const [keys] = b.parameter('keys', listOf(scalar('i64')));
  const [values] = b.parameter('values', listOf(scalar('f64')));
  const [hashes] = b.parameter('hashes', listOf(scalar('i64')));
  const header = b.hold(call('rt.allocate', 'ptr', i32(32)));
  for (const [i, list] of [keys, values, hashes].entries())
    b.store({ base: header, offset: 4 + 4 * i }, list!);
  b.return([header, header]);
  const fn = await compile(moduleOf(b.finish()));
  const outcome = fn.call([
    hostList(1n, 2n, 3n, 4n),
    hostList(0.5, 1.5, 2.5, 3.5),
    hostList(7n, -1n, 0n, -2n),
  ]);
  expect(returned(outcome)).toEqual(
    hostTuple(
      {
        kind: 'dict',
        entries: [
          [1n, 0.5],
          [3n, 2.5],
        ],
      },
      { kind: 'set', items: [1n, 3n] },
    ),
  );
  const whole: ValueType = { kind: 'tuple', elements: [dict, set] };
  expect(formatValue(returned(outcome), whole)).toBe('({1: 0.5, 3: 2.5}, {1, 3})');
});

test('wrong arguments are refused with what was expected', async () => {
  const fn = await compile(doubled);
  expect(() => fn.call([5])).toThrow('expected a value for array, got number');
  expect(() => fn.call([])).toThrow('expected 1 arguments, got 0');
  expect(() => fn.call([hostArray(new Float64Array(4), [2, 2])])).toThrow('array of 1 dimensions, got 2');
  const outside: HostArray = { ...hostArray(new Float64Array(4)), shape: [5] };
  expect(() => fn.call([outside])).toThrow('beyond its buffer');
  const integer = await compile(identity(scalar('i64')));
  expect(() => integer.call([1.5])).toThrow('expected an integer for i64');
  expect(returned(integer.call([3]))).toBe(3n);
});

test('arguments beyond the memory limit are a MemoryError', async () => {
  const fn = await compile(doubled, { memoryLimitBytes: 2 ** 20 });
  const outcome = fn.call([hostArray(new Float64Array(2 ** 18))]);
  expect(raised(outcome)).toBe('MemoryError: the arguments need more than 1 MiB of memory');
  expect(returned(fn.call([hostArray(new Float64Array(4))]))).toBe(null);
});

describe('prepared calls', () => {
  test('run on the same memory until reset', async () => {
    const prepared = (await compile(doubled)).prepare([hostArray(new Float64Array([1, 2]))]);
    const values = () => float64s(prepared.outcome().argsAfter[0]!);
    prepared.run();
    prepared.run();
    expect(values()).toEqual([4, 8]);
    prepared.reset();
    prepared.run();
    expect(values()).toEqual([2, 4]);
  });

  test('keep a raised error for the outcome', async () => {
    const b = new FunctionBuilder('f', none);
    const [n] = b.parameter('n', scalar('i64'));
    const failing: Statement = {
      op: 'raise',
      error: { name: 'ValueError', message: 'n is {0}, not {1}' },
      args: [n as Expression, f64(1)],
    };
    const module = moduleOf({ ...b.finish(), body: [failing] });
    const prepared = (await compile(module)).prepare([3n]);
    prepared.run();
    expect(raised(prepared.outcome())).toBe('ValueError: n is 3, not 1.0');
  });
});
