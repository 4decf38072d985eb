import {
  add,
  and,
  binary,
  constant,
  convert,
  eq,
  f64,
  gt,
  i32,
  i64,
  lt,
  mul,
  ne,
  or,
  reinterpret,
  select,
  sub,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type Kernel, part, scalar, scalarTypeOf } from './kernel';
import { isInf, isNan } from './real';

/** `x * 2**n` with one rounding: in up to three steps, since 2**n alone may not be a float. */
export const realLdexp: Kernel = (lowering, [x, n], result) => {
  const { ir } = lowering;
  const value = ir.local('f64', 'scaled');
  const exponent = ir.local('i64', 'exponent');
  ir.set(value, convert(part(x!), 'f64'));
  // Numba hands the exponent on as a C int.
  ir.set(exponent, convert(convert(part(n!), 'i32'), 'i64'));
  const step = (beyond: 'gt' | 'lt', limit: number, factor: number, rest: number): void => {
    ir.if({ op: beyond, type: 'bool', left: exponent, right: i64(limit) }, () => {
      ir.set(value, mul(value, f64(factor)));
      ir.set(exponent, sub(exponent, i64(rest)));
    });
  };
  for (let i = 0; i < 2; i++) {
    step('gt', 1023, 2 ** 1023, 1023);
    // 53 bits are kept in reserve so that a subnormal result is rounded once.
    step('lt', -1022, 2 ** -969, -969);
  }
  const raised = ir.hold(select(lt(exponent, i64(-1022)), i64(-1022), exponent));
  ir.set(exponent, select(gt(raised, i64(1023)), i64(1023), raised));
  const power = reinterpret(binary('shl', add(exponent, i64(1023)), i64(52)), 'f64');
  return scalar(result, convert(mul(value, power), scalarTypeOf(result)));
};

/** `frexp`: the mantissa in [0.5, 1) and the exponent, an int32. */
export function realFrexp(lowering: Lowering, x: Value): [Expression, Expression] {
  const { ir } = lowering;
  const type = scalarTypeOf(x.type);
  const given = ir.hold(convert(part(x), 'f64'));
  const mantissa = ir.local('f64', 'mantissa');
  const exponent = ir.local('i32', 'exponent');
  ir.set(mantissa, given);
  ir.set(exponent, i32(0));
  const isPlain = and(ne(given, f64(0)), ne(or(isNan(given), isInf(given)), constant('bool', 1)));
  ir.if(isPlain, () => {
    const shift = ir.local('i32', 'shift');
    ir.set(shift, i32(1022));
    const exponentBits = (): Expression =>
      binary('and', binary('shr', reinterpret(mantissa, 'i64'), i64(52)), i64(0x7ff));
    ir.if(eq(exponentBits(), i64(0)), () => {
      ir.set(mantissa, mul(mantissa, f64(2 ** 64)));
      ir.set(shift, i32(1022 + 64));
    });
    ir.set(exponent, sub(convert(exponentBits(), 'i32'), shift));
    const bits = reinterpret(mantissa, 'i64');
    const cleared = binary('and', bits, i64(~(0x7ffn << 52n)));
    ir.set(mantissa, reinterpret(binary('or', cleared, i64(1022n << 52n)), 'f64'));
  });
  return [convert(mantissa, type), exponent];
}
