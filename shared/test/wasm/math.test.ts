import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { binary, math } from '../../src/ir/expressions';
import { type MathFunction, mathArity } from '../../src/ir/mathFunctions';
import type { Expression } from '../../src/ir/nodes';
import { compile, expressionModule, returned } from './compiled';

type Recorded = Readonly<Record<string, readonly (readonly (number | string)[])[]>>;

/** What CPython gives, made by math/record.py. */
const recorded = JSON.parse(
  readFileSync(join(import.meta.dirname, 'math/recorded.json'), 'utf8'),
) as Recorded;

/** Largest distance allowed in units of the last place. */
const tolerance: Readonly<Record<string, number>> = {
  fmod: 0,
  floordiv: 0,
  floormod: 0,
  hypot: 1,
  exp: 1,
  log: 1,
  pow: 1,
  sin: 1,
  cos: 1,
  exp2: 1,
  log2: 1,
  log10: 1,
  atan: 1,
  erf: 1,
};

function build(name: string, args: readonly Expression[]): Expression {
  if (name === 'floordiv' || name === 'floormod') return binary(name, args[0]!, args[1]!);
  return math(name as MathFunction, ...args);
}

const toNumber = (value: number | string) =>
  typeof value === 'number' ? value : Number(value.replace('inf', 'Infinity'));

/** Doubles as integers in their order, so that neighbours differ by one. */
function ordinal(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function distance(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (
    Number.isNaN(a) ||
    Number.isNaN(b) ||
    !Number.isFinite(a) ||
    !Number.isFinite(b) ||
    a === 0 ||
    b === 0
  ) {
    return Number.POSITIVE_INFINITY;
  }
  return Number(ordinal(a) - ordinal(b) < 0n ? ordinal(b) - ordinal(a) : ordinal(a) - ordinal(b));
}

test('every function of the math library is recorded', () => {
  expect(Object.keys(mathArity).filter((name) => !(name in recorded))).toEqual([]);
});

describe.each([0, 2] as const)('level %i agrees with CPython within 2 ulp', (optimizeLevel) => {
  test.each(Object.keys(recorded))('%s', async (name) => {
    const rows = recorded[name]!;
    const arity = rows[0]!.length - 1;
    const params = Array<'f64'>(arity).fill('f64');
    const fn = await compile(
      expressionModule(params, (...args) => build(name, args)),
      { optimizeLevel },
    );
    const wrong = rows.flatMap((row) => {
      const numbers = row.map(toNumber);
      const result = returned(fn.call(numbers.slice(0, arity))) as number;
      const far = distance(result, numbers[arity]!);
      return far <= (tolerance[name] ?? 2)
        ? []
        : [{ args: numbers.slice(0, arity), result, expected: numbers[arity], far }];
    });
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(90);
  });
});

test('single precision rounds the double result', async () => {
  const fn = await compile(expressionModule(['f32'], (x) => math('exp', x!)));
  expect(returned(fn.call([1]))).toBe(Math.fround(Math.E));
  const power = await compile(expressionModule(['f32', 'f32'], (x, y) => math('pow', x!, y!)));
  expect(returned(power.call([Math.fround(1.1), 10]))).toBe(Math.fround(Math.fround(1.1) ** 10));
});
