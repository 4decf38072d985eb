import {
  binary,
  constant,
  convert,
  eq,
  f64,
  ge,
  gt,
  i64,
  mul,
  neg,
  or,
  sub,
  unary,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering } from '../../lower/lowering';
import { float32, float64, int64 } from '../../types/numbaType';
import { type Kernel, part, scalar, scalarTypeOf } from '../arithmetic/kernel';
import { integerPower } from '../arithmetic/power';
import { isInf, isNan } from '../arithmetic/real';
import { byRows, row } from './scalarOperator';

/** `round(x)`: the nearest integer, ties to even. */
const toInteger: Kernel = (_lowering, [x], result) =>
  scalar(result, convert(unary('nearest', part(x!)), 'i64'));

/** `round(x, digits)`: scales by powers of ten, as Numba does it in float64. */
export const roundToDigits: Kernel = (lowering, [x, digits], result) => {
  const { ir } = lowering;
  const type = scalarTypeOf(result);
  const given = ir.hold(part(x!));
  const places = ir.hold(part(digits!));
  const value = ir.local(type, 'rounded');
  ir.set(value, given);
  ir.if(
    notFinite(given),
    () => {},
    () => {
      const wide = ir.hold(convert(given, 'f64'));
      const nearest = (y: Expression): Expression => convert(unary('nearest', convert(y, type)), 'f64');
      const store = (y: Expression): void => ir.set(value, convert(y, type));
      ir.if(
        ge(places, i64(0)),
        () => {
          const isLarge = ir.hold(gt(places, i64(22)));
          const exponent = ir.local('i64');
          const second = ir.local('f64');
          ir.set(exponent, places);
          ir.set(second, f64(1));
          ir.if(isLarge, () => {
            ir.set(exponent, sub(places, i64(22)));
            ir.set(second, f64(1e22));
          });
          const first = ir.hold(powerOfTen(lowering, exponent));
          const scaled = ir.hold(mul(mul(wide, first), second));
          ir.if(
            eq(unary('abs', scaled), f64(Number.POSITIVE_INFINITY)),
            () => {},
            () => store(binary('div', binary('div', nearest(scaled), second), first)),
          );
        },
        () => {
          const scale = ir.hold(powerOfTen(lowering, neg(places)));
          store(mul(nearest(binary('div', wide, scale)), scale));
        },
      );
    },
  );
  return scalar(result, value);
};

function notFinite(value: Expression): Expression {
  return or(isInf(value), isNan(value));
}

function powerOfTen(lowering: Lowering, exponent: Expression): Expression {
  const base = scalar(float64, constant('f64', 10));
  return part(integerPower(lowering, [base, scalar(int64, exponent)], float64, 'numpy'));
}

export const roundNumber = byRows([
  row([float32], int64, toInteger),
  row([float64], int64, toInteger),
  row([float32, int64], float32, roundToDigits),
  row([float64, int64], float64, roundToDigits),
]);
