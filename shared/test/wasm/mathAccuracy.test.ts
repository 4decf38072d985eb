import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { math } from '../../src/ir/expressions';
import type { MathFunction } from '../../src/ir/mathFunctions';
import { compile, expressionModule, returned } from './compiled';

/** Arguments and correctly rounded results, as hexadecimal bits, made by math/recordExact.py. */
const exact = JSON.parse(readFileSync(join(import.meta.dirname, 'math/exact.json'), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

/** Largest distance from the correctly rounded value, in units of the last place. */
const tolerance: Readonly<Record<string, number>> = { tan: 2 };

const view = new DataView(new ArrayBuffer(8));

function fromBits(bits: string): number {
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

/** Doubles as integers in their order, so that neighbours differ by one. */
function ordinal(value: number): bigint {
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

test.each(Object.keys(exact))('%s is right to the last place', async (name) => {
  const rows = exact[name]!.map((row) => row.split(' ').map(fromBits));
  const arity = rows[0]!.length - 1;
  const fn = await compile(
    expressionModule(Array<'f64'>(arity).fill('f64'), (...args) => math(name as MathFunction, ...args)),
    { optimizeLevel: 2 },
  );
  const wrong = rows.flatMap((row) => {
    const result = returned(fn.call(row.slice(0, arity))) as number;
    const distance = Math.abs(Number(ordinal(result) - ordinal(row[arity]!)));
    return distance <= (tolerance[name] ?? 1) ? [] : [`${name}(${row.slice(0, arity)}) = ${result}`];
  });
  expect(wrong).toEqual([]);
});

test('sin and cos of any number take as many bits of pi as they need', async () => {
  const [sin, cos] = await Promise.all(
    (['sin', 'cos'] as const).map((name) => compile(expressionModule(['f64'], (x) => math(name, x)))),
  );
  // The double that comes nearest to a multiple of pi/2.
  const nearest = 6381956970095103 * 2 ** 797;
  expect(returned(cos!.call([nearest]))).toBe(-4.687165924254628e-19);
  expect(returned(sin!.call([nearest]))).toBe(1);
  expect(returned(sin!.call([-nearest]))).toBe(-1);
  for (const x of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN])
    expect([returned(sin!.call([x])), returned(cos!.call([x]))]).toEqual([Number.NaN, Number.NaN]);
});
