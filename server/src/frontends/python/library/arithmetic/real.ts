import {
  add,
  and,
  binary,
  compare,
  constant,
  convert,
  eq,
  gt,
  lt,
  math,
  mul,
  ne,
  neg,
  not,
  or,
  reinterpret,
  select,
  sub,
  unary,
} from '@jitsight/shared/ir/expressions';
import type { MathFunction } from '@jitsight/shared/ir/mathFunctions';
import type { Expression, UnaryOperator } from '@jitsight/shared/ir/nodes';
import type { Lowering } from '../../lower/lowering';
import { type ErrorModel, held, type Kernel, part, scalar, scalarTypeOf, simple } from './kernel';

export const realAdd: Kernel = simple(add);
export const realSub: Kernel = simple(sub);
export const realMul: Kernel = simple(mul);
export const realNegate: Kernel = simple(neg);
export const realAbs: Kernel = simple((a) => unary('abs', a));
export const realSquare: Kernel = held((a) => mul(a, a));
export const identity: Kernel = (_lowering, [a], result) => scalar(result, part(a!));

export function realUnary(op: UnaryOperator): Kernel {
  return simple((a) => unary(op, a));
}

/** A function of C's math library, in the operand's precision. */
export function mathKernel(name: MathFunction): Kernel {
  return simple((...args) => math(name, ...args));
}

const divide = (a: Expression, b: Expression): Expression => binary('div', a, b);

/** C's division, as NumPy's loops do it. */
export const realDivideUnchecked: Kernel = simple(divide);

export const realDivide: Kernel = zeroChecked('division by zero', divide, divide);
export const realFloorDivide: Kernel = zeroChecked(
  'division by zero',
  (a, b) => binary('floordiv', a, b),
  divide,
);
export const realModulo: Kernel = zeroChecked(
  'modulo by zero',
  (a, b) => binary('floormod', a, b),
  (a, b) => math('fmod', a, b),
);

/** `divmod` of floats. */
export function realDivmod(
  lowering: Lowering,
  a: Expression,
  b: Expression,
  model: ErrorModel,
): [Expression, Expression] {
  const type = { kind: 'float', bits: a.type === 'f32' ? 32 : 64 } as const;
  const args = [a, b].map((x) => scalar(type, lowering.ir.hold(x)));
  const checked = zeroChecked('modulo by zero', (x, y) => binary('floordiv', x, y), divide);
  const quotient = lowering.ir.hold(part(checked(lowering, args, type, model)));
  return [quotient, part(realModulo(lowering, args, type, 'numpy'))];
}

/** Integers divide as float64, with the error model's zero check. */
export const intTrueDivide: Kernel = (lowering, [a, b], result, model) => {
  const left = lowering.cast(a!, result);
  const right = lowering.cast(b!, result);
  return realDivide(lowering, [left, right], result, model);
};

function zeroChecked(
  message: string,
  compute: (a: Expression, b: Expression) => Expression,
  whenZero: (a: Expression, b: Expression) => Expression,
): Kernel {
  return (lowering, [a, b], result, model) => {
    const { ir } = lowering;
    const divisor = part(b!);
    if (divisor.op === 'const' && Number(divisor.value) !== 0) {
      return scalar(result, compute(part(a!), divisor));
    }
    const left = ir.hold(part(a!));
    const right = ir.hold(divisor);
    const isZero = eq(right, constant(right.type, 0));
    if (model === 'python') {
      ir.if(isZero, () => lowering.raise({ name: 'ZeroDivisionError', message }));
      return scalar(result, compute(left, right));
    }
    if (compute === whenZero) return scalar(result, compute(left, right));
    const value = ir.local(scalarTypeOf(result));
    ir.if(
      isZero,
      () => ir.set(value, whenZero(left, right)),
      () => ir.set(value, compute(left, right)),
    );
    return scalar(result, value);
  };
}

/** NumPy's floor_divide loop: the floor of the quotient, without Python's correction. */
export const numpyRealFloorDivide: Kernel = simple((a, b) => unary('floor', divide(a, b)));

/** NumPy's remainder loop: fmod brought to the divisor's sign. */
export const numpyRealRemainder: Kernel = (lowering, [a, b], result) => {
  const { ir } = lowering;
  const divisor = ir.hold(part(b!));
  const rest = ir.hold(math('fmod', part(a!), divisor));
  const zero = constant(rest.type, 0);
  const signsDiffer = compare('ne', lt(divisor, zero), lt(rest, zero));
  const isOrderedNonZero = or(lt(rest, zero), gt(rest, zero));
  return scalar(result, add(rest, select(and(isOrderedNonZero, signsDiffer), divisor, zero)));
};

export const realFmod: Kernel = mathKernel('fmod');

export const realSign: Kernel = held((a) => {
  const zero = constant(a.type, 0);
  const negative = select(lt(a, zero), constant(a.type, -1), a);
  return select(gt(a, zero), constant(a.type, 1), negative);
});

export const isNan = (a: Expression): Expression => ne(a, a);
export const isInf = (a: Expression): Expression =>
  eq(unary('abs', a), constant(a.type, Number.POSITIVE_INFINITY));
export const isBounded = (a: Expression): Expression =>
  lt(unary('abs', a), constant(a.type, Number.POSITIVE_INFINITY));

export const realIsNan: Kernel = held(isNan);
export const realIsInf: Kernel = simple(isInf);
export const realIsBounded: Kernel = simple(isBounded);

/** NaN wins, the first of two; equal values give the first. */
export const realMaximum: Kernel = nanWins('ge');
export const realMinimum: Kernel = nanWins('le');

/** A number wins over NaN. */
export const realFmax: Kernel = numberWins('ge', (a, b) => select(isNan(b), a, b));
export const realFmin: Kernel = numberWins('le', (a, b) => select(isNan(a), b, a));

function nanWins(op: 'ge' | 'le'): Kernel {
  return held((a, b) => {
    const number = select(compare(op, a, b), a, b);
    return select(or(isNan(a), isNan(b)), select(isNan(a), a, b), number);
  });
}

function numberWins(op: 'ge' | 'le', withNan: (a: Expression, b: Expression) => Expression): Kernel {
  return held((a, b) => {
    const number = select(compare(op, a, b), a, b);
    return select(or(isNan(a), isNan(b)), withNan(a, b), number);
  });
}

/** The sign bit, of NaN and zeros too. */
export const realSignbit: Kernel = simple((a) => {
  const bits = reinterpret(a, a.type === 'f32' ? 'i32' : 'i64');
  return lt(bits, constant(bits.type, 0));
});

export const realCopysign: Kernel = simple((a, b) => binary('copysign', a, b));

/** The nearest integer, ties to even. */
export const realRint: Kernel = realUnary('nearest');

export const realReciprocal: Kernel = simple((a) => divide(constant(a.type, 1), a));

/** NumPy computes the reciprocal of an integer in float64. */
export const intReciprocal: Kernel = simple((a) =>
  convert(divide(constant('f64', 1), convert(a, 'f64')), a.type),
);

/** Multiplies by a constant in the operand's precision. */
export function scaled(factor: number): Kernel {
  return simple((a) => mul(a, constant(a.type, a.type === 'f32' ? Math.fround(factor) : factor)));
}

/** The next float towards another, by stepping the bit pattern. */
export const realNextafter: Kernel = (lowering, [a, b], result) =>
  scalar(result, nextafter(lowering, part(a!), part(b!)));

/** Distance to the next float away from zero. */
export const realSpacing: Kernel = (lowering, [a], result) => {
  const value = lowering.ir.hold(part(a!));
  const infinity = constant(value.type, Number.POSITIVE_INFINITY);
  return scalar(result, sub(nextafter(lowering, value, binary('copysign', infinity, value)), value));
};

function nextafter(lowering: Lowering, from: Expression, to: Expression): Expression {
  const { ir } = lowering;
  const x = ir.hold(from);
  const y = ir.hold(to);
  const bitsType = x.type === 'f32' ? 'i32' : 'i64';
  const result = ir.local(x.type);
  const one = constant(bitsType, 1);
  const zero = constant(x.type, 0);
  ir.if(
    or(isNan(x), isNan(y)),
    () => ir.set(result, add(x, y)),
    () => {
      ir.set(result, y);
      ir.if(ne(x, y), () => {
        const bits = reinterpret(x, bitsType);
        const away = compare('eq', gt(y, x), gt(x, zero));
        const stepped = reinterpret(select(away, add(bits, one), sub(bits, one)), x.type);
        const fromZero = binary('copysign', reinterpret(one, x.type), y);
        ir.set(result, select(eq(x, zero), fromZero, stepped));
      });
    },
  );
  return result;
}

export const notKernel: Kernel = simple(not);
