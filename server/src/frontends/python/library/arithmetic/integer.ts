import {
  add,
  binary,
  compare,
  constant,
  convert,
  eq,
  lt,
  mul,
  ne,
  neg,
  not,
  select,
  sub,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { isUnsignedScalar, scalarSize, type ScalarType } from '@jitsight/shared/ir/scalarType';
import type { Lowering } from '../../lower/lowering';
import {
  type ErrorModel,
  held,
  inResultType,
  type Kernel,
  part,
  scalar,
  scalarTypeOf,
  simple,
} from './kernel';

export const intAdd: Kernel = inResultType(simple(add));
export const intSub: Kernel = inResultType(simple(sub));
export const intMul: Kernel = inResultType(simple(mul));
export const intAnd: Kernel = inResultType(simple((a, b) => binary('and', a, b)));
export const intOr: Kernel = inResultType(simple((a, b) => binary('or', a, b)));
export const intXor: Kernel = inResultType(simple((a, b) => binary('xor', a, b)));
export const shiftLeft: Kernel = inResultType(simple((a, b) => binary('shl', a, b)));
export const shiftRight: Kernel = inResultType(simple((a, b) => binary('shr', a, b)));

/** Negates at the operand's width, then widens: `-uint8(3)` is 253. */
export const intNegate: Kernel = (lowering, [a], result) =>
  lowering.cast(scalar(a!.type, neg(part(a!))), result);
export const intInvert: Kernel = (lowering, [a], result) =>
  lowering.cast(scalar(a!.type, not(part(a!))), result);
export const intPositive: Kernel = (lowering, [a], result) => lowering.cast(a!, result);

export const intAbs: Kernel = held((a) =>
  isUnsignedScalar(a.type) ? a : select(lt(a, constant(a.type, 0)), neg(a), a),
);
export const intSquare: Kernel = held((a) => mul(a, a));
/** Numba takes the upper half of the unsigned integers for negative. */
export const intSign: Kernel = held((a) => {
  const signed = a.type.replace('u', 'i') as ScalarType;
  const zero = constant(a.type, 0);
  const positive = select(eq(a, zero), zero, constant(a.type, 1));
  const isNegative = lt(convert(a, signed), constant(signed, 0));
  return select(isNegative, convert(constant(signed, -1), a.type), positive);
});

/** Python's `//`: a zero divisor raises or gives 0 by the error model, the lowest integer by -1 gives 0 as in Numba. */
export const intFloorDivide: Kernel = inResultType((lowering, [a, b], result, model) =>
  scalar(result, guarded('floordiv', lowering, part(a!), part(b!), model, 'integer division by zero')),
);
export const intModulo: Kernel = inResultType((lowering, [a, b], result, model) =>
  scalar(result, guarded('floormod', lowering, part(a!), part(b!), model, 'integer modulo by zero')),
);
/** Numba divides without signs here, so that a negative operand counts as a large number. */
export const intFmod: Kernel = inResultType((lowering, args, result) => {
  const type = scalarTypeOf(result);
  const unsigned = type.replace('i', 'u') as ScalarType;
  const [a, b] = args.map((arg) => convert(part(arg), unsigned));
  return scalar(result, convert(guarded('rem', lowering, a!, b!, 'numpy', ''), type));
});

/** `divmod`: quotient and remainder after one check. */
export function intDivmod(
  lowering: Lowering,
  a: Expression,
  b: Expression,
  model: ErrorModel,
): [Expression, Expression] {
  const left = lowering.ir.hold(a);
  const right = lowering.ir.hold(b);
  const quotient = guarded('floordiv', lowering, left, right, model, 'integer divmod by zero');
  return [lowering.ir.hold(quotient), guarded('floormod', lowering, left, right, 'numpy', '')];
}

type Division = 'floordiv' | 'floormod' | 'rem';

function guarded(
  op: Division,
  lowering: Lowering,
  a: Expression,
  b: Expression,
  model: ErrorModel,
  message: string,
): Expression {
  if (isSafeDivisor(b)) return binary(op, a, b);
  const { ir } = lowering;
  const left = ir.hold(a);
  const right = ir.hold(b);
  const zero = constant(b.type, 0);
  if (model === 'python') {
    ir.if(eq(right, zero), () => lowering.raise({ name: 'ZeroDivisionError', message }));
    return isUnsignedScalar(b.type) || op !== 'floordiv'
      ? binary(op, left, right)
      : withoutOverflow(lowering, left, right);
  }
  const result = ir.local(b.type);
  ir.set(result, zero);
  ir.if(ne(right, zero), () => {
    const value =
      op === 'floordiv' && !isUnsignedScalar(b.type)
        ? withoutOverflow(lowering, left, right)
        : binary(op, left, right);
    ir.set(result, value);
  });
  return result;
}

// A constant divisor other than 0 and -1 can neither be zero nor overflow.
function isSafeDivisor(b: Expression): boolean {
  return b.op === 'const' && Number(b.value) !== 0 && Number(b.value) !== -1;
}

function withoutOverflow(_lowering: Lowering, a: Expression, b: Expression): Expression {
  const overflow = binary('and', eq(a, minimumOf(a.type)), eq(b, constant(b.type, -1)));
  return select(overflow, constant(a.type, 0), binary('floordiv', a, b));
}

/** The lowest value of a signed type. */
export function minimumOf(type: ScalarType): Expression {
  return constant(type, -(1n << BigInt(8 * scalarSize(type) - 1)));
}

export const intMaximum: Kernel = held((a, b) => select(compare('ge', a, b), a, b));
export const intMinimum: Kernel = held((a, b) => select(compare('le', a, b), a, b));

/** Euclid's algorithm on absolute values, at the operands' width. */
export const intGcd: Kernel = (lowering, [a, b], result) => scalar(result, gcd(lowering, part(a!), part(b!)));

export const intLcm: Kernel = (lowering, [a, b], result) => {
  const { ir } = lowering;
  const type = scalarTypeOf(result);
  const left = ir.hold(part(a!));
  const right = ir.hold(part(b!));
  const value = ir.local(type);
  ir.set(value, constant(type, 0));
  ir.if(ne(left, constant(type, 0)), () => {
    const divisor = gcd(lowering, right, left);
    const product = ir.hold(mul(left, binary('floordiv', right, divisor)));
    ir.set(value, absolute(product));
  });
  return scalar(result, value);
};

function absolute(value: Expression): Expression {
  if (isUnsignedScalar(value.type)) return value;
  return select(lt(value, constant(value.type, 0)), neg(value), value);
}

function gcd(lowering: Lowering, a: Expression, b: Expression): Expression {
  const { ir } = lowering;
  const x = ir.local(a.type, 'gcd');
  const y = ir.local(a.type, 'gcd');
  ir.set(x, absolute(ir.hold(a)));
  ir.set(y, absolute(ir.hold(b)));
  ir.block((done) => {
    ir.loop((again) => {
      ir.if(eq(y, constant(a.type, 0)), () => ir.break(done));
      const rest = ir.hold(binary('rem', x, y));
      ir.set(x, y);
      ir.set(y, rest);
      ir.continue(again);
    });
  });
  return x;
}
