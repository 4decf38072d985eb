import { constant } from '../ir/expressions';
import type { ConstExpression, Expression } from '../ir/nodes';
import {
  isFloatScalar,
  isIntegerScalar,
  isUnsignedScalar,
  type ScalarType,
  scalarSize,
} from '../ir/scalarType';

/**
 * The value of an operation on constants, where it is the same at run time in every bit; undefined where it is not known
 * here: NaN results, whose bits are the processor's, and divisions by zero.
 */
export function foldBinary(
  op: string,
  type: ScalarType,
  left: ConstExpression,
  right: ConstExpression,
): Expression | undefined {
  if (isFloatScalar(type)) return foldFloat(op, type, Number(left.value), Number(right.value));
  if (!isIntegerScalar(type)) return undefined;
  const value = integerValue(op, BigInt(left.value), BigInt(right.value), BigInt(scalarSize(type) * 8));
  return value === undefined ? undefined : integer(type, value);
}

/** A conversion of a constant between integers, and from integers that floats hold exactly. */
export function foldConvert(type: ScalarType, value: ConstExpression): Expression | undefined {
  if (isFloatScalar(value.type)) {
    return type === 'f64' && !Number.isNaN(value.value) ? constant('f64', value.value) : undefined;
  }
  if (type === 'bool') return constant('bool', Number(value.value) !== 0);
  if (isIntegerScalar(type)) return integer(type, BigInt(value.value));
  if (type === 'ptr') return constant('ptr', Number(BigInt.asUintN(32, BigInt(value.value))));
  const exact = Math.abs(Number(value.value)) <= (type === 'f32' ? 2 ** 24 : 2 ** 53);
  return exact ? constant(type, Number(value.value)) : undefined;
}

function foldFloat(op: string, type: 'f32' | 'f64', a: number, b: number): Expression | undefined {
  const exact = floatFolds[op]?.(a, b);
  // One operation in double precision, rounded once more, is the operation in single precision.
  const value = exact === undefined || type === 'f64' ? exact : Math.fround(exact);
  return value === undefined || Number.isNaN(value) ? undefined : { op: 'const', type, value };
}

const floatFolds: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
};

function integerValue(op: string, a: bigint, b: bigint, width: bigint): bigint | undefined {
  switch (op) {
    case 'add':
      return a + b;
    case 'sub':
      return a - b;
    case 'mul':
      return a * b;
    case 'and':
      return a & b;
    case 'or':
      return a | b;
    case 'xor':
      return a ^ b;
    case 'shl':
      return a << (b & (width - 1n));
    case 'shr':
      return a >> (b & (width - 1n));
    case 'min':
      return a < b ? a : b;
    case 'max':
      return a > b ? a : b;
    case 'div':
      return b === 0n ? undefined : a / b;
    case 'rem':
      return b === 0n ? undefined : a % b;
    case 'floordiv':
      return b === 0n ? undefined : (a - floorModulo(a, b)) / b;
    case 'floormod':
      return b === 0n ? undefined : floorModulo(a, b);
    default:
      return undefined;
  }
}

function floorModulo(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

function integer(type: ScalarType, value: bigint): Expression {
  const bits = scalarSize(type) * 8;
  return constant(type, isUnsignedScalar(type) ? BigInt.asUintN(bits, value) : BigInt.asIntN(bits, value));
}
