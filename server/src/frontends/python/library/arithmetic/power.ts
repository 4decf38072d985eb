import {
  and,
  binary,
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
  select,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { isUnsignedScalar, type ScalarType, scalarSize } from '@jitsight/shared/ir/scalarType';
import type { Lowering } from '../../lower/lowering';
import { compareVersions } from '../version';
import { minimumOf } from './integer';
import { type ErrorModel, type Kernel, part, scalar, scalarTypeOf } from './kernel';

const zeroToNegative = { name: 'ZeroDivisionError', message: '0 cannot be raised to a negative power' };

/** From here on Numba leaves repeated multiplication for the generic `pow`. */
export const largestUnrolledExponent = 0x10000n;

/** `x ** y` of two floats. */
export const realPower: Kernel = (_lowering, [a, b], result) =>
  scalar(result, math('pow', part(a!), part(b!)));

/** An integer or float to an integer power by repeated squaring, in the result's type. */
export const integerPower: Kernel = (lowering, [a, b], result, model) => {
  const { ir } = lowering;
  const type = scalarTypeOf(result);
  const isInteger = a!.type.kind === 'int';
  const value = ir.local(type, 'power');
  const base = ir.local(type, 'base');
  ir.set(base, part(lowering.cast(a!, result)));
  const exponent = ir.hold(part(b!));
  ir.block((done) => {
    const count = ir.local(exponent.type, 'exponent');
    ir.set(count, exponent);
    if (!isUnsignedScalar(exponent.type)) {
      ir.if(lt(exponent, constant(exponent.type, 0)), () => {
        ir.set(count, neg(exponent));
        ir.if(lt(count, constant(exponent.type, 0)), () =>
          lowering.raise({ name: 'OverflowError', message: '' }),
        );
        if (isInteger) leaveForNegative(lowering, { base, value, model, done });
      });
    }
    if (scalarSize(exponent.type) >= 4) {
      ir.if(gt(count, constant(exponent.type, largestUnrolledExponent)), () => {
        const power = math('pow', convert(base, 'f64'), convert(exponent, 'f64'));
        ir.set(value, convert(power, type));
        ir.break(done);
      });
    }
    squareRepeatedly(lowering, base, count, value);
    if (!isInteger && !isUnsignedScalar(exponent.type)) {
      ir.if(lt(exponent, constant(exponent.type, 0)), () => ir.set(value, inverse(lowering, value, model)));
    }
  });
  return scalar(result, isInteger ? throughFloat(lowering, value) : value);
};

// 0 raises or is the lowest integer; 1 and -1 go on with the positive exponent; the rest is 0.
function leaveForNegative(
  lowering: Lowering,
  at: { base: Expression; value: LocalOf; model: ErrorModel; done: string },
): void {
  const { ir } = lowering;
  const type = at.base.type;
  ir.if(eq(at.base, constant(type, 0)), () => {
    if (at.model === 'python') lowering.raise(zeroToNegative);
    ir.set(at.value, isUnsignedScalar(type) ? constant(type, 1n << 63n) : minimumOf(type));
    ir.break(at.done);
  });
  ir.if(and(ne(at.base, constant(type, 1)), ne(at.base, constant(type, -1))), () => {
    ir.set(at.value, constant(type, 0));
    ir.break(at.done);
  });
}

type LocalOf = ReturnType<Lowering['ir']['local']>;

function squareRepeatedly(lowering: Lowering, base: LocalOf, count: LocalOf, value: LocalOf): void {
  const { ir } = lowering;
  const zero = constant(count.type, 0);
  const one = constant(count.type, 1);
  ir.set(value, constant(value.type, 1));
  ir.block((done) => {
    ir.loop((again) => {
      ir.if(eq(count, zero), () => ir.break(done));
      ir.if(ne(binary('and', count, one), zero), () => ir.set(value, mul(value, base)));
      ir.set(count, binary('shr', count, one));
      ir.set(base, mul(base, base));
      ir.continue(again);
    });
  });
}

/** `1.0 / x` in float64, as Numba writes it for a negative exponent. */
function inverse(lowering: Lowering, value: Expression, model: ErrorModel): Expression {
  if (model === 'python') {
    lowering.ir.if(eq(value, constant(value.type, 0)), () =>
      lowering.raise({ name: 'ZeroDivisionError', message: 'division by zero' }),
    );
  }
  return convert(binary('div', constant('f64', 1), convert(value, 'f64')), value.type);
}

// Until 0.60 one variable of Numba's implementation held the float and the integer result, so large results lost digits.
function throughFloat(lowering: Lowering, value: Expression): Expression {
  if (compareVersions(lowering.numba, '0.60') >= 0) return value;
  return convert(convert(value, 'f64'), value.type);
}

/** `x ** n` for a literal n, as the products that Numba unrolls. */
export function literalPower(exponent: bigint): Kernel {
  return (lowering, [a], result, model) => {
    const { ir } = lowering;
    const type = scalarTypeOf(result);
    let square = ir.hold(part(lowering.cast(a!, result)));
    let value: Expression = constant(type, 1);
    let isOne = true;
    for (let n = exponent < 0n ? -exponent : exponent; n !== 0n; n >>= 1n) {
      if (n & 1n) {
        value = isOne ? square : ir.hold(mul(value, square));
        isOne = false;
      }
      if (n > 1n) square = ir.hold(mul(square, square));
    }
    if (exponent >= 0n) return scalar(result, a!.type.kind === 'int' ? throughFloat(lowering, value) : value);
    const held = ir.hold(value);
    if (a!.type.kind === 'int') return scalar(result, integerInverse(lowering, held, model, type));
    return scalar(result, inverse(lowering, held, model));
  };
}

function integerInverse(
  lowering: Lowering,
  value: Expression,
  model: ErrorModel,
  type: ScalarType,
): Expression {
  const isUnit = not(and(ne(value, constant(type, 1)), ne(value, constant(type, -1))));
  const zero = constant(type, 0);
  if (model === 'python') {
    lowering.ir.if(eq(value, zero), () => lowering.raise(zeroToNegative));
    return select(isUnit, value, zero);
  }
  const lowest = isUnsignedScalar(type) ? constant(type, 1n << 63n) : minimumOf(type);
  return select(eq(value, zero), lowest, select(isUnit, value, zero));
}
