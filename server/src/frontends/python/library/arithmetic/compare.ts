import { and, bool, compare, constant, eq, lt, ne, or, select } from '@jitsight/shared/ir/expressions';
import type { CompareOperator, Expression } from '@jitsight/shared/ir/nodes';
import { isFloatScalar, isUnsignedScalar } from '@jitsight/shared/ir/scalarType';
import type { Value } from '../../lower/lowering';
import { held, type Kernel, scalar, simple } from './kernel';

export function compareKernel(op: CompareOperator): Kernel {
  return simple((a, b) => compare(op, a, b));
}

/** Of an int64 and a uint64 in either order, by value: a negative number is below any unsigned one. */
export function mixedSignKernel(op: CompareOperator): Kernel {
  return held((a, b) => {
    const signed = isUnsignedScalar(a.type) ? b : a;
    const zero = constant('i64', 0);
    const asUnsigned = compare(op, toUnsigned(a), toUnsigned(b));
    const againstZero = signed === a ? compare(op, a, zero) : compare(op, zero, b);
    return select(lt(signed, zero), againstZero, asUnsigned);
  });
}

function toUnsigned(a: Expression): Expression {
  return a.type === 'u64' ? a : { op: 'convert', type: 'u64', value: a };
}

/** Equal when both parts are. */
export const complexEqual: Kernel = (_lowering, [a, b], result) => scalar(result, complexEq(a!, b!));
export const complexNotEqual: Kernel = (_lowering, [a, b], result) =>
  scalar(result, or(ne(a!.parts[0]!, b!.parts[0]!), ne(a!.parts[1]!, b!.parts[1]!)));

export function complexEq(a: Value, b: Value): Expression {
  return and(eq(a.parts[0]!, b.parts[0]!), eq(a.parts[1]!, b.parts[1]!));
}

/** NumPy's order of complex numbers: by real part, then imaginary; false with a NaN. */
export function complexOrder(op: 'lt' | 'le' | 'gt' | 'ge'): Kernel {
  const strict = op === 'lt' || op === 'le' ? 'lt' : 'gt';
  return (lowering, args, result) => {
    const [x, y] = args.map((arg) => arg.parts.map((p) => lowering.ir.hold(p)));
    const [xr, xi] = x as [Expression, Expression];
    const [yr, yi] = y as [Expression, Expression];
    const ordered = and(eq(xi, xi), eq(yi, yi));
    const byReal = and(compare(strict, xr, yr), ordered);
    return scalar(result, or(byReal, and(eq(xr, yr), compare(op, xi, yi))));
  };
}

/** `!= 0`, of a complex number either part. */
export function isTrue(value: Value): Expression {
  const tests = value.parts.map(isNonZero);
  return tests.length === 2 ? or(tests[0]!, tests[1]!) : tests[0]!;
}

function isNonZero(a: Expression): Expression {
  if (a.type === 'bool') return a;
  return ne(a, constant(a.type, isFloatScalar(a.type) ? 0 : 0n));
}

export function logicalKernel(op: 'and' | 'or' | 'xor'): Kernel {
  return (_lowering, [a, b], result) => {
    const left = isTrue(a!);
    const right = isTrue(b!);
    const value = op === 'and' ? and(left, right) : op === 'or' ? or(left, right) : ne(left, right);
    return scalar(result, value);
  };
}

export const logicalNot: Kernel = (_lowering, [a], result) => {
  const test = isTrue(a!);
  return scalar(result, { op: 'not', type: 'bool', value: test });
};

export function constantBool(value: boolean): Kernel {
  return (_lowering, _args, result) => scalar(result, bool(value));
}
