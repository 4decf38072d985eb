import { describe, expect, test } from 'vitest';
import { convert, reinterpret, unary } from '../../src/ir/expressions';
import type { ScalarType } from '../../src/ir/scalarType';
import { scalarTypes } from '../../src/ir/text';
import { compile, expressionModule, returned } from './compiled';

const integers = scalarTypes.filter((type) => /^[iu]\d/.test(type));
const floats = [
  0,
  -0,
  0.5,
  -0.5,
  1.9,
  -1.9,
  255,
  256,
  300.7,
  -1,
  -2,
  65535.5,
  2 ** 31,
  -(2 ** 31),
  -(2 ** 31) - 1,
];
const large = [3e9, 2 ** 32, 2 ** 32 + 5, 2 ** 53, 2 ** 63, -(2 ** 63), 1e19, 1.8e19, 2 ** 64, 2e20, -1e30];
const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

const minimum32 = -(2n ** 31n);
const minimum64 = -(2n ** 63n);

function truncateOr(x: number, bits: number, otherwise: bigint): bigint {
  const whole = Math.trunc(x);
  if (!Number.isFinite(whole)) return otherwise;
  const value = BigInt(whole);
  return BigInt.asIntN(bits, value) === value ? value : otherwise;
}

/** x86-64's cvttsd2si into the register that compilers use for the target, then wrapped. */
function floatToInteger(x: number, to: ScalarType): bigint {
  const bits = Number(to.slice(1));
  const signed = to[0] === 'i';
  let value: bigint;
  if (to === 'u64') {
    value = x >= 2 ** 63 ? truncateOr(x - 2 ** 63, 64, minimum64) ^ minimum64 : truncateOr(x, 64, minimum64);
  } else if (to === 'i64' || to === 'u32') value = truncateOr(x, 64, minimum64);
  else value = truncateOr(x, 32, minimum32);
  return signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

describe.each([0, 2] as const)('at level %i', (optimizeLevel) => {
  test.each(integers)('floats to %s', async (to) => {
    for (const from of ['f64', 'f32'] as const) {
      const fn = await compile(
        expressionModule([from], (x) => convert(x!, to)),
        { optimizeLevel },
      );
      for (const x of [...floats, ...large, ...special]) {
        const exact = from === 'f32' ? Math.fround(x) : x;
        const actual = BigInt(returned(fn.call([exact])) as number);
        expect([from, exact, actual]).toEqual([from, exact, floatToInteger(exact, to)]);
      }
    }
  });

  test.each(integers)('integers and bool from %s', async (from) => {
    const bits = Number(from.slice(1));
    const values = [0n, 1n, -1n, 127n, 128n, 255n, 32768n, 65535n, 2n ** 31n, 2n ** 32n + 7n, 2n ** 63n].map(
      (value) => (from[0] === 'i' ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value)),
    );
    for (const to of [...integers, 'f64', 'f32', 'bool'] as const) {
      const fn = await compile(
        expressionModule([from], (x) => ({ op: 'convert', type: to, value: x! })),
        { optimizeLevel },
      );
      for (const value of values) {
        const result = returned(fn.call([value]));
        const expected =
          to === 'bool'
            ? value !== 0n
            : to === 'f64'
              ? Number(value)
              : to === 'f32'
                ? nearestSingle(value)
                : to[0] === 'i'
                  ? BigInt.asIntN(Number(to.slice(1)), value)
                  : BigInt.asUintN(Number(to.slice(1)), value);
        const actual = typeof expected === 'bigint' ? BigInt(result as number) : result;
        expect([from, to, value, actual]).toEqual([from, to, value, expected]);
      }
    }
  });
});

/** `Math.fround(Number(value))` rounds twice. */
function nearestSingle(value: bigint): number {
  const near = Math.fround(Number(value));
  const ulp = BigInt(2 ** Math.max(0, Math.floor(Math.log2(Math.abs(near) || 1)) - 23));
  const candidates = [near, Math.fround(near - Number(ulp)), Math.fround(near + Number(ulp))];
  const distance = (x: number) => {
    const d = BigInt(x) - value;
    return d < 0n ? -d : d;
  };
  return candidates.reduce((best, x) => (distance(x) < distance(best) ? x : best));
}

test('bool to numbers and floats to bool', async () => {
  for (const to of [...integers, 'f64', 'f32'] as const) {
    const fn = await compile(expressionModule(['bool'], (x) => convert(x!, to)));
    expect([false, true].map((x) => Number(returned(fn.call([x]))))).toEqual([0, 1]);
  }
  const truth = await compile(expressionModule(['f64'], (x) => convert(x!, 'bool')));
  expect([0, -0, 1e-320, Number.NaN].map((x) => returned(truth.call([x])))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

test('reinterpret keeps the bits', async () => {
  const bits = await compile(expressionModule(['f64'], (x) => reinterpret(x!, 'u64')));
  expect(returned(bits.call([-0]))).toBe(2n ** 63n);
  const float = await compile(expressionModule(['i32'], (x) => reinterpret(x!, 'f32')));
  expect(returned(float.call([0x3fc00000]))).toBe(1.5);
  const sign = await compile(expressionModule(['u32'], (x) => reinterpret(x!, 'i32')));
  expect(returned(sign.call([0xffffffff]))).toBe(-1);
});

test('rounding of floats', async () => {
  const inputs = [-2.5, -1.5, -0.5, -0.2, 0.2, 0.5, 1.5, 2.5, 1e300];
  const expected = {
    floor: [-3, -2, -1, -1, 0, 0, 1, 2, 1e300],
    ceil: [-2, -1, -0, -0, 1, 1, 2, 3, 1e300],
    trunc: [-2, -1, -0, -0, 0, 0, 1, 2, 1e300],
    nearest: [-2, -2, -0, -0, 0, 0, 2, 2, 1e300],
  };
  for (const [op, values] of Object.entries(expected)) {
    const fn = await compile(expressionModule(['f64'], (x) => unary(op as 'floor', x!)));
    expect(inputs.map((x) => returned(fn.call([x])))).toEqual(values);
  }
});

test('float minimum and maximum are Wasm’s, comparisons IEEE’s', async () => {
  const extreme = async (op: 'min' | 'max') => {
    const fn = await compile(
      expressionModule(['f64', 'f64'], (x, y) => ({ op, type: 'f64', left: x!, right: y! })),
    );
    return [
      [1, Number.NaN],
      [0, -0],
      [3, 2],
    ].map((pair) => returned(fn.call(pair)));
  };
  expect(await extreme('min')).toEqual([Number.NaN, -0, 2]);
  expect(await extreme('max')).toEqual([Number.NaN, 0, 3]);
  for (const op of ['eq', 'lt', 'le', 'gt', 'ge'] as const) {
    const fn = await compile(
      expressionModule(['f32', 'f32'], (x, y) => ({ op, type: 'bool', left: x!, right: y! })),
    );
    expect(returned(fn.call([Number.NaN, Number.NaN]))).toBe(false);
    expect(returned(fn.call([0, -0]))).toBe(/e$|^eq/.test(op));
  }
});
