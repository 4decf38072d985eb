import {
  and,
  binary,
  eq,
  ge,
  gt,
  i64,
  le,
  lt,
  ne,
  or,
  select,
  sub,
  add,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import type { DateUnit } from '../../types/numbaType';
import { type Kernel, part, scalar } from '../arithmetic/kernel';
import type { ScalarResolver } from '../operators/scalarOperator';
import { isNat, isTime, notATime, scale } from './calendar';
import { canCastUnits } from './units';

/** The kernel of an operator that NumPy's loop shares; the result changes to the loop's unit. */
export function timeKernel(resolve: ScalarResolver): Kernel {
  return (lowering, args, result, model) => {
    const found = resolve(
      args.map((arg) => arg.type),
      lowering.numba,
    );
    if (!found) return lowering.notLowered('these time units cannot be combined');
    const converted = args.map((arg, i) => lowering.cast(arg, found.args[i]!));
    return lowering.cast(found.compute(lowering, converted, model), result);
  };
}

/** Both operands held, in their common unit. */
function normalized(lowering: Lowering, [a, b]: readonly Value[]): [Expression, Expression] {
  const unitA = unitOf(a!);
  const unitB = unitOf(b!);
  const unit = canCastUnits(unitA, unitB) ? unitB : unitA;
  const [x, y] = [a!, b!].map((value) => lowering.ir.hold(part(value))) as [Expression, Expression];
  const scaled = (value: Expression, from: DateUnit): Expression =>
    lowering.ir.hold(select(isNat(value), notATime, scale(lowering, value, from, unit)));
  return [scaled(x, unitA), scaled(y, unitB)];
}

function unitOf(value: Value): DateUnit {
  return value.type.kind === 'datetime' || value.type.kind === 'timedelta' ? value.type.unit : '';
}

/** `mm->l` of floor_divide: 0 where it has no meaning. */
export const timedeltaFloorDivide: Kernel = (lowering, args, result) => {
  const [x, y] = normalized(lowering, args);
  const usable = and(and(isTime(x), isTime(y)), ne(y, i64(0)));
  const divisor = select(eq(y, i64(0)), i64(1), y);
  const nudged = select(lt(x, i64(0)), sub(x, i64(1)), select(lt(y, i64(0)), add(x, i64(1)), x));
  return scalar(result, select(usable, binary('div', nudged, divisor), i64(0)));
};

/** `mm->m` of remainder: NaT where it has no meaning. */
export const timedeltaRemainder: Kernel = (lowering, args, result) => {
  const [x, y] = normalized(lowering, args);
  const usable = and(and(isTime(x), isTime(y)), ne(y, i64(0)));
  const divisor = select(eq(y, i64(0)), i64(1), y);
  const rest = lowering.ir.hold(binary('rem', x, divisor));
  const keeps = or(and(gt(x, i64(0)), gt(y, i64(0))), eq(rest, i64(0)));
  return scalar(result, select(usable, select(keeps, rest, add(rest, divisor)), notATime));
};

export const timedeltaSign: Kernel = (lowering, [a], result) => {
  const x = lowering.ir.hold(part(a!));
  const negative = select(lt(x, i64(0)), i64(-1), i64(0));
  return scalar(result, select(gt(x, i64(0)), i64(1), negative));
};

export const timeIsNat: Kernel = (_lowering, [a], result) => scalar(result, isNat(part(a!)));
export const timeIsFinite: Kernel = (_lowering, [a], result) => scalar(result, isTime(part(a!)));

/** `maximum` and `minimum` give NaT if either is; `fmax` and `fmin` the other operand. */
export function timeChoice(op: 'max' | 'min', natWins: boolean): Kernel {
  return (lowering, args, result) => {
    const [x, y] = args.map((arg) => lowering.ir.hold(part(arg))) as [Expression, Expression];
    const chosen = select(op === 'max' ? ge(x, y) : le(x, y), x, y);
    const [whenXNat, whenYNat] = natWins ? [x, y] : [y, x];
    return scalar(result, select(isNat(y), whenYNat, select(isNat(x), whenXNat, chosen)));
  };
}
