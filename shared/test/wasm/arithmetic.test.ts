import { describe, expect, test } from 'vitest';
import { FunctionBuilder } from '../../src/ir/builder';
import { binary, compare, unary } from '../../src/ir/expressions';
import type { BinaryOperator, CompareOperator, UnaryOperator } from '../../src/ir/nodes';
import { type IntegerType, scalarSize } from '../../src/ir/scalarType';
import { compile, expressionModule, moduleOf, returned, scalar, seededRandom } from './compiled';
import type { HostTuple, HostValue } from '../../src/wasm/hostValue';

const integerTypes: readonly IntegerType[] = ['i8', 'i16', 'i32', 'i64', 'u8', 'u16', 'u32', 'u64'];

function wrap(value: bigint, type: IntegerType): bigint {
  const bits = scalarSize(type) * 8;
  return type[0] === 'i' ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
}

function samples(type: IntegerType): bigint[] {
  const bits = BigInt(scalarSize(type) * 8);
  const low = type[0] === 'i' ? -(1n << (bits - 1n)) : 0n;
  const high = low + (1n << bits) - 1n;
  const random = seededRandom(scalarSize(type));
  const some = Array.from({ length: 4 }, () =>
    wrap(BigInt(Math.floor(random() * 2 ** 32)) * BigInt(Math.floor(random() * 2 ** 32)), type),
  );
  return [
    ...new Set([low, low + 1n, -7n, -2n, -1n, 0n, 1n, 2n, 3n, 8n, 100n, high - 1n, high, ...some]),
  ].filter((value) => value >= low && value <= high);
}

const floorDiv = (a: bigint, b: bigint) => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);
const bitsOf = (type: IntegerType) => BigInt(scalarSize(type) * 8);

const binaryOperators: Readonly<
  Record<Exclude<BinaryOperator, 'copysign'>, (a: bigint, b: bigint, type: IntegerType) => bigint>
> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  rem: (a, b) => a % b,
  floordiv: floorDiv,
  floormod: (a, b) => a - floorDiv(a, b) * b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  shl: (a, b, type) => a << (((b % bitsOf(type)) + bitsOf(type)) % bitsOf(type)),
  shr: (a, b, type) => a >> (((b % bitsOf(type)) + bitsOf(type)) % bitsOf(type)),
  // biome-ignore lint/complexity/useMathMinMax: Math.min takes no bigint
  min: (a, b) => (a < b ? a : b),
  // biome-ignore lint/complexity/useMathMinMax: Math.max takes no bigint
  max: (a, b) => (a > b ? a : b),
};

const compareOperators: Readonly<Record<CompareOperator, (a: bigint, b: bigint) => boolean>> = {
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
};

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

const unaryOperators: Readonly<Partial<Record<UnaryOperator, (a: bigint, type: IntegerType) => bigint>>> = {
  neg: (a) => -a,
  not: (a) => ~a,
  abs: (a) => (a < 0n ? -a : a),
  clz: (a, type) => bitsOf(type) - BigInt(bitLength(BigInt.asUintN(Number(bitsOf(type)), a))),
  ctz: (a, type) => {
    for (let i = 0n; i < bitsOf(type); i++) if ((a >> i) & 1n) return i;
    return bitsOf(type);
  },
  popcnt: (a, type) =>
    BigInt([...BigInt.asUintN(Number(bitsOf(type)), a).toString(2)].filter((digit) => digit === '1').length),
};

describe.each([0, 2] as const)('integers at level %i', (optimizeLevel) => {
  test.each(integerTypes)('%s operators wrap like two’s complement', async (type) => {
    const values = samples(type);
    const names = Object.keys(binaryOperators) as (keyof typeof binaryOperators)[];
    const comparisons = Object.keys(compareOperators) as CompareOperator[];
    const b = new FunctionBuilder('f', {
      kind: 'tuple',
      elements: [...names.map(() => scalar(type)), ...comparisons.map(() => scalar('bool'))],
    });
    const [x] = b.parameter('x', scalar(type));
    const [y] = b.parameter('y', scalar(type));
    b.return([...names.map((op) => binary(op, x!, y!)), ...comparisons.map((op) => compare(op, x!, y!))]);
    const divides = await compile(moduleOf(b.finish()), { optimizeLevel });
    for (const left of values) {
      for (const right of values) {
        if (right === 0n) continue;
        const { items } = returned(divides.call([left, right])) as HostTuple;
        const expected: HostValue[] = names.map((op) => wrap(binaryOperators[op](left, right, type), type));
        expected.push(...comparisons.map((op) => compareOperators[op](left, right)));
        const actual = items.map((item) => (typeof item === 'number' ? BigInt(item) : item));
        expect([left, right, ...actual]).toEqual([left, right, ...expected]);
      }
    }
  });

  test.each(integerTypes)('%s unary operators', async (type) => {
    for (const [op, expected] of Object.entries(unaryOperators)) {
      const fn = await compile(
        expressionModule([type], (x) => unary(op as UnaryOperator, x!)),
        { optimizeLevel },
      );
      for (const value of samples(type)) {
        const actual = BigInt(returned(fn.call([value])) as number);
        expect([op, value, actual]).toEqual([op, value, wrap(expected(value, type), type)]);
      }
    }
  });

  test.each(integerTypes)('%s division by constants', async (type) => {
    for (const divisor of [1n, 2n, 3n, 8n, 64n, -1n, -3n].filter((value) => value > 0n || type[0] === 'i')) {
      for (const op of ['div', 'rem', 'floordiv', 'floormod'] as const) {
        const fn = await compile(
          expressionModule([type], (x) =>
            binary(op, x!, { op: 'const', type, value: type.endsWith('64') ? divisor : Number(divisor) }),
          ),
          { optimizeLevel },
        );
        for (const value of samples(type)) {
          const actual = BigInt(returned(fn.call([value])) as number);
          const expected = wrap(binaryOperators[op](value, divisor, type), type);
          expect([op, value, divisor, actual]).toEqual([op, value, divisor, expected]);
        }
      }
    }
  });
});
