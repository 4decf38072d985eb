import {
  add,
  and,
  binary,
  constant,
  convert,
  eq,
  f64,
  ge,
  math,
  mul,
  neg,
  not,
  or,
  select,
  sub,
  unary,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { compareVersions } from '../version';
import { type Kernel, partTypeOf, scalar } from './kernel';
import { isBounded, isInf, isNan } from './real';

type Complex = readonly [Expression, Expression];

/** A kernel over the held real and imaginary parts of its arguments. */
export function complexKernel(build: (lowering: Lowering, ...args: Complex[]) => Complex): Kernel {
  return (lowering, args, result) => ({
    type: result,
    parts: build(lowering, ...args.map((arg) => holdParts(lowering, arg))),
  });
}

export function holdParts(lowering: Lowering, value: Value): Complex {
  return [lowering.ir.hold(value.parts[0]!), lowering.ir.hold(value.parts[1]!)];
}

export const complexAdd: Kernel = complexKernel((_l, [a, b], [c, d]) => [add(a, c), add(b, d)]);
export const complexSub: Kernel = complexKernel((_l, [a, b], [c, d]) => [sub(a, c), sub(b, d)]);
export const complexMul: Kernel = complexKernel((_l, x, y) => product(x, y));
export const complexNegate: Kernel = complexKernel((_l, [a, b]) => [neg(a), neg(b)]);
export const complexConjugate: Kernel = complexKernel((_l, [a, b]) => [a, neg(b)]);
export const complexIdentity: Kernel = (_lowering, [a], result) => ({ type: result, parts: a!.parts });
export const complexSquare: Kernel = complexKernel((_l, x) => product(x, x));
export const complexRint: Kernel = complexKernel((_l, [a, b]) => [unary('nearest', a), unary('nearest', b)]);

/** `abs(z)`: a float of the parts' precision. */
export const complexAbs: Kernel = (_lowering, [z], result) =>
  scalar(result, math('hypot', z!.parts[0]!, z!.parts[1]!));

function product([a, b]: Complex, [c, d]: Complex): Complex {
  return [sub(mul(a, c), mul(b, d)), add(mul(a, d), mul(b, c))];
}

/** Python's `/`: Smith's method; a zero divisor raises under either error model, as in Numba. */
export const complexDivide: Kernel = complexKernel((lowering, [ar, ai], [br, bi]) => {
  const { ir } = lowering;
  const zero = constant(br.type, 0);
  ir.if(and(eq(br, zero), eq(bi, zero)), () =>
    lowering.raise({ name: 'ZeroDivisionError', message: 'complex division by zero' }),
  );
  const nan = constant(br.type, Number.NaN);
  const quotient = smith(lowering, [ar, ai], [br, bi], (numerator, denominator) =>
    binary('div', numerator, denominator),
  );
  // A NaN in the divisor makes both parts NaN since Numba follows CPython here.
  const unordered = or(isNan(br), isNan(bi));
  return since063(lowering)
    ? [select(unordered, nan, quotient[0]), select(unordered, nan, quotient[1])]
    : quotient;
});

/** NumPy's loop: multiplies by the reciprocal of the scale; a zero divisor gives infinities and NaN. */
export const numpyComplexDivide: Kernel = complexKernel((lowering, a, b) => {
  const { ir } = lowering;
  const [br, bi] = b;
  const zero = constant(br.type, 0);
  const results = [ir.local(br.type), ir.local(br.type)] as const;
  ir.if(
    and(eq(br, zero), eq(bi, zero)),
    () => {
      ir.set(results[0], binary('div', a[0], unary('abs', br)));
      ir.set(results[1], binary('div', a[1], unary('abs', bi)));
    },
    () => {
      const one = constant(br.type, 1);
      const parts = smith(lowering, a, b, (numerator, denominator) =>
        mul(numerator, binary('div', one, denominator)),
      );
      ir.set(results[0], parts[0]);
      ir.set(results[1], parts[1]);
    },
  );
  return results;
});

function smith(
  lowering: Lowering,
  [ar, ai]: Complex,
  [br, bi]: Complex,
  quotient: (numerator: Expression, denominator: Expression) => Expression,
): Complex {
  const { ir } = lowering;
  const real = ir.local(br.type);
  const imaginary = ir.local(br.type);
  ir.if(
    ge(unary('abs', br), unary('abs', bi)),
    () => {
      const ratio = ir.hold(binary('div', bi, br));
      const denominator = ir.hold(add(br, mul(bi, ratio)));
      ir.set(real, quotient(add(ar, mul(ai, ratio)), denominator));
      ir.set(imaginary, quotient(sub(ai, mul(ar, ratio)), denominator));
    },
    () => {
      const ratio = ir.hold(binary('div', br, bi));
      const denominator = ir.hold(add(bi, mul(br, ratio)));
      ir.set(real, quotient(add(mul(ar, ratio), ai), denominator));
      ir.set(imaginary, quotient(sub(mul(ai, ratio), ar), denominator));
    },
  );
  return [real, imaginary];
}

function since063(lowering: Lowering): boolean {
  return compareVersions(lowering.numba, '0.63') >= 0;
}

export const complexReciprocal: Kernel = complexKernel((lowering, [a, b]) => {
  const { ir } = lowering;
  const real = ir.local(a.type);
  const imaginary = ir.local(a.type);
  const one = constant(a.type, 1);
  ir.if(
    ge(unary('abs', a), unary('abs', b)),
    () => {
      const ratio = ir.hold(binary('div', b, a));
      const inverse = ir.hold(binary('div', one, add(a, mul(b, ratio))));
      ir.set(real, inverse);
      ir.set(imaginary, mul(neg(ratio), inverse));
    },
    () => {
      const ratio = ir.hold(binary('div', a, b));
      const inverse = ir.hold(binary('div', one, add(mul(a, ratio), b)));
      ir.set(real, mul(ratio, inverse));
      ir.set(imaginary, neg(inverse));
    },
  );
  return [real, imaginary];
});

/** CPython's algorithm in polar form, in float64; the exponent 2 is a product. */
export const complexPower: Kernel = (lowering, [base, exponent], result) => {
  const { ir } = lowering;
  const type = partTypeOf(result);
  const a = holdParts(lowering, base!);
  const b = holdParts(lowering, exponent!);
  const parts = [ir.local(type), ir.local(type)] as const;
  const setBoth = (real: Expression, imaginary: Expression): void => {
    ir.set(parts[0], convert(real, type));
    ir.set(parts[1], convert(imaginary, type));
  };
  const isTwo = and(eq(b[0], constant(type, 2)), eq(b[1], constant(type, 0)));
  ir.if(
    isTwo,
    () => setBoth(...product(a, a)),
    () => polarPower(lowering, wide(a), wide(b), setBoth),
  );
  return { type: result, parts };
};

function wide([re, im]: Complex): Complex {
  return [convert(re, 'f64'), convert(im, 'f64')];
}

function polarPower(
  lowering: Lowering,
  [ar, ai]: Complex,
  [br, bi]: Complex,
  setBoth: (real: Expression, imaginary: Expression) => void,
): void {
  const { ir } = lowering;
  const zero = f64(0);
  ir.if(
    and(eq(br, zero), eq(bi, zero)),
    () => setBoth(f64(1), zero),
    () =>
      ir.if(
        and(eq(ar, zero), eq(ai, zero)),
        () => {
          // CPython raises here for a negative or complex exponent; Numba gives NaN.
          const isDomainError = or(not(eq(bi, zero)), binaryLess(br));
          const value = ir.hold(select(isDomainError, f64(Number.NaN), zero));
          setBoth(value, value);
        },
        () => {
          const radius = ir.hold(math('hypot', ar, ai));
          const length = ir.local('f64');
          const phase = ir.local('f64');
          const angle = ir.hold(math('atan2', ai, ar));
          ir.set(length, math('pow', radius, br));
          ir.set(phase, mul(angle, br));
          ir.if(not(eq(bi, zero)), () => {
            // CPython's way differs in the last bit from Numba's release to release; this is 3.11's.
            ir.set(length, binary('div', length, math('exp', mul(angle, bi))));
            ir.set(phase, add(phase, mul(bi, math('log', radius))));
          });
          setBoth(mul(length, math('cos', phase)), mul(length, math('sin', phase)));
        },
      ),
  );
}

function binaryLess(a: Expression): Expression {
  return { op: 'lt', type: 'bool', left: a, right: f64(0) };
}

const anyPart =
  (test: (a: Expression) => Expression): Kernel =>
  (lowering, [z], result) => {
    const [re, im] = holdParts(lowering, z!);
    return scalar(result, or(test(re), test(im)));
  };

export const complexIsNan: Kernel = anyPart(isNan);
export const complexIsInf: Kernel = anyPart(isInf);
export const complexIsBounded: Kernel = (lowering, [z], result) => {
  const [re, im] = holdParts(lowering, z!);
  return scalar(result, and(isBounded(re), isBounded(im)));
};

/** NumPy 1: 0, 1, -1 or NaN by the lexicographic order against zero, as the real part. */
export const complexSignByOrder: Kernel = complexKernel((_l, [a, b]) => {
  const zero = constant(a.type, 0);
  const constantOf = (value: number): Expression => constant(a.type, value);
  const byPart = (x: Expression, otherwise: Expression): Expression =>
    select(
      { op: 'gt', type: 'bool', left: x, right: zero },
      constantOf(1),
      select({ op: 'lt', type: 'bool', left: x, right: zero }, constantOf(-1), otherwise),
    );
  const sign = byPart(a, select(eq(a, zero), byPart(b, b), constantOf(Number.NaN)));
  return [select(or(isNan(a), isNan(b)), constantOf(Number.NaN), sign), zero];
});

/** NumPy 2: z / |z|. */
export const complexSignByLength: Kernel = complexKernel((lowering, [a, b]) => {
  const { ir } = lowering;
  const length = ir.hold(math('hypot', a, b));
  const zero = constant(a.type, 0);
  const divided = (x: Expression): Expression =>
    select(eq(length, zero), zero, binary('div', x, select(eq(length, zero), constant(a.type, 1), length)));
  return [divided(a), divided(b)];
});

/** The first operand where `wins(a, b)`, with NumPy's treatment of NaN in `prefer`. */
export function complexChoice(
  wins: (lowering: Lowering, a: Value, b: Value) => Expression,
  prefer: 'nan' | 'number',
): Kernel {
  return (lowering, args, result) => {
    const [a, b] = args.map((arg) => ({ type: arg.type, parts: holdParts(lowering, arg) }));
    const nanA = or(isNan(a!.parts[0]!), isNan(a!.parts[1]!));
    const nanB = or(isNan(b!.parts[0]!), isNan(b!.parts[1]!));
    const firstWithNan = lowering.ir.hold(prefer === 'nan' ? nanA : nanB);
    const anyNan = lowering.ir.hold(or(nanA, nanB));
    const first = lowering.ir.hold(select(anyNan, firstWithNan, wins(lowering, a!, b!)));
    return { type: result, parts: [0, 1].map((i) => select(first, a!.parts[i]!, b!.parts[i]!)) };
  };
}
