import { describe, expect, test } from 'vitest';
import type { HostTuple } from '../../src/wasm/hostValue';
import { compile, hostArray, raised, returned, textModule } from './compiled';
import { corpusModule } from './corpus';

/** Python's range as an array. */
function range(start: bigint, stop: bigint, step: bigint): bigint[] {
  const values: bigint[] = [];
  for (let i = start; (step > 0n ? i < stop : i > stop) && values.length < 1000; i += step) values.push(i);
  return values;
}

const low = -(2n ** 63n);
const high = 2n ** 63n - 1n;

describe.each([0, 1, 2, 3] as const)('at level %i', (optimizeLevel) => {
  const options = { optimizeLevel };

  test('loops break and continue', async () => {
    const fn = await compile(corpusModule('countdown'), options);
    expect([0n, 1n, 5n, 6n].map((n) => returned(fn.call([n])))).toEqual([0n, 1n, 25n, 36n]);
  });

  test('counted loops visit what Python’s range has', async () => {
    const fn = await compile(corpusModule('range'), options);
    const bounds = [0n, 1n, -1n, 5n, 7n, -7n, 10n, low, low + 3n, high, high - 3n, high - 100n];
    for (const start of bounds) {
      for (const stop of bounds) {
        for (const step of [1n, 2n, 3n, 7n, -1n, -2n, -5n, high, low, 2n ** 62n]) {
          const values = range(start, stop, step);
          if (values.length === 1000 && step !== 1n && step !== -1n) continue;
          const sum = BigInt.asIntN(
            64,
            values.reduce((a, b) => a + b, 0n),
          );
          const { items } = returned(fn.call([start, stop, step])) as HostTuple;
          const expected = [BigInt(values.length), sum, values.at(-1) ?? 0n];
          expect([start, stop, step, ...items]).toEqual([start, stop, step, ...expected]);
        }
      }
    }
  });

  test.each([1, 2, 3, -1, -2, -3])('counted loops with constant step %i', async (step) => {
    for (const type of ['i64', 'i32', 'u64'] as const) {
      if (type === 'u64' && step < 0) continue;
      const suffix = type === 'i64' ? '' : type;
      const fn = await compile(
        textModule(`
func f(start: ${type}, stop: ${type}) -> tuple(i64, ${type}) {
  local i, last: ${type}
  local count: i64
  for l i = start to stop step ${step}${suffix} {
    count = count + 1
    last = i
  }
  return count, last
}`),
        options,
      );
      const bits = type === 'i32' ? 31n : type === 'i64' ? 63n : 64n;
      const top = (1n << bits) - 1n;
      const bottom = type === 'u64' ? 0n : -top - 1n;
      const bounds = [bottom, bottom + 1n, bottom + 5n, top, top - 1n, top - 5n, 0n, 1n, 4n];
      for (const start of bounds) {
        for (const stop of bounds) {
          const distance = step > 0 ? stop - start : start - stop;
          if (distance > 1000n) continue;
          const values = range(start, stop, BigInt(step));
          const { items } = returned(fn.call([start, stop])) as HostTuple;
          const actual = items.map((item) => BigInt(item as number));
          const expected = [BigInt(values.length), values.at(-1) ?? 0n];
          expect([type, start, stop, ...actual]).toEqual([type, start, stop, ...expected]);
        }
      }
    }
  });

  test('nested loops break and continue outer ones', async () => {
    const fn = await compile(corpusModule('nested'), options);
    const model = (n: number) => {
      let total = 0;
      rows: for (let i = 0; i < n; i++) {
        for (let j = n; j > 0; j -= 2) {
          if (j === i) continue rows;
          if (i > 5) break rows;
          if ((j & 3) === 0) continue;
          total += i * j;
        }
        total += 1000;
      }
      return BigInt(total);
    };
    for (const n of [0, 1, 2, 5, 8, 11]) expect([n, returned(fn.call([BigInt(n)]))]).toEqual([n, model(n)]);
  });

  test('blocks are left from inside', async () => {
    const fn = await compile(corpusModule('block'), options);
    expect([-1n, 0n, 1n].map((x) => returned(fn.call([x])))).toEqual([1n, 2n, 3n]);
  });

  test('functions call themselves', async () => {
    const fn = await compile(corpusModule('fibonacci'), options);
    expect(returned(fn.call([20n]))).toBe(6765n);
  });

  test('functions give several results', async () => {
    const fn = await compile(corpusModule('divmod'), options);
    expect(returned(fn.call([17n, 5n]))).toBe(3002n);
    expect(raised(fn.call([17n, 0n]))).toBe('ZeroDivisionError: integer division of 17 by zero');
  });

  test('try catches what is raised in calls and lets the handler raise', async () => {
    const fn = await compile(corpusModule('try'), options);
    expect(returned(fn.call([17n, 5n]))).toBe(3n);
    expect(returned(fn.call([35n, 5n]))).toBe(77n);
    expect(returned(fn.call([17n, 0n]))).toBe(-1n);
    expect(raised(fn.call([13n, 0n]))).toBe('ValueError: unlucky');
  });

  test('index checks raise, or are left out when optional', async () => {
    const array = hostArray(new Float64Array([1, 2, 3]));
    const checked = await compile(corpusModule('checked'), options);
    const results = [0n, 2n, -1n, -3n].map((i) => returned(checked.call([array, i])));
    expect(results).toEqual([1, 3, 3, 1]);
    for (const i of [3n, -4n, high, low]) {
      expect(raised(checked.call([array, i]))).toBe('IndexError: index is out of bounds');
    }
    const unchecked = await compile(corpusModule('checked'), { ...options, boundsChecks: false });
    expect(returned(unchecked.call([array, -1n]))).toBe(3);
    expect(unchecked.call([array, 3n]).kind).toBe('returned');
  });

  test('select, precedence and signs', async () => {
    const fn = await compile(corpusModule('select'), options);
    const model = (x: number, y: number) => {
      if (x < y && x !== 0) return -x * (y - 1.5e-3);
      if (x <= y) return Math.min(x, y);
      return x + 3 < 0 || Object.is(x + 3, -0) ? -2 : 2;
    };
    for (const x of [-5, 0, -0, 1, 2.5]) {
      for (const y of [-7, 0, 2, 3]) expect([x, y, returned(fn.call([x, y]))]).toEqual([x, y, model(x, y)]);
    }
  });
});

describe('what ends a call', () => {
  test('a trap is not caught by try', async () => {
    const fn = await compile(
      textModule(`
func f(n: i64) -> i64 {
  try {
    return 1 / n
  } catch {
    return 5
  }
}`),
    );
    expect(raised(fn.call([0n]))).toBe('Trap: divide by zero');
    expect(returned(fn.call([1n]))).toBe(1n);
  });

  test('memory out of bounds is a trap', async () => {
    const fn = await compile(textModule('func f(p: u32) -> f64 { return f64[ptr(p) + 8] }'));
    expect(raised(fn.call([0x7fffffff]))).toBe('Trap: memory access out of bounds');
  });

  test('endless recursion is a RecursionError, also inside try', async () => {
    const fn = await compile(
      textModule(`
func f(n: i64) -> i64 {
  local r: i64
  try {
    r = call i64 f(n + 1) + 1
  } catch {
    r = 0
  }
  return r
}`),
    );
    expect(raised(fn.call([0n]))).toBe('RecursionError: maximum recursion depth exceeded');
    expect(raised(fn.call([0n]))).toBe('RecursionError: maximum recursion depth exceeded');
  });

  test('messages show their values as Python does', async () => {
    const fn = await compile(
      textModule(`
func f(a: f64, b: u64, c: bool, d: f32) -> none {
  raise Weird("{0} {1} {2} {3} {4} {}", a, b, c, d)
}`),
    ).catch((error: unknown) => String(error));
    expect(fn).toBe('Error: f: raise: no argument for {4}');
    const other = await compile(
      textModule('func f(a: f64, b: u64, c: bool) -> none { raise Weird("{0} {1} {2} {}", a, b, c) }'),
    );
    expect(raised(other.call([1e16, 2n ** 64n - 1n, true]))).toBe(
      'Weird: 1e+16 18446744073709551615 True {}',
    );
  });
});
