import {
  add,
  and,
  binary,
  bool,
  convert,
  eq,
  f64,
  i64,
  lt,
  mul,
  neg,
  or,
  select,
  sub,
} from '@jitsight/shared/ir/expressions';
import type { CompareOperator, Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { boolean, type DateUnit, float64, int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { part, scalar } from '../arithmetic/kernel';
import { isNan } from '../arithmetic/real';
import { firstOf, type ResolvedScalar, type ScalarResolver } from '../operators/scalarOperator';
import { compareVersions } from '../version';
import { convertDatetime, isNat, isTime, notATime, scale } from './calendar';
import { areComparableUnits, canCastUnits, combinedUnit, finerUnit } from './units';

type Time = Extract<NumbaType, { readonly unit: DateUnit }>;

function isTimeType(type: NumbaType | undefined): type is Time {
  return type?.kind === 'datetime' || type?.kind === 'timedelta';
}

type Compute = (lowering: Lowering, parts: readonly Expression[]) => Expression;

/** A resolver for operands of these kinds; `type` gives the result and how it is computed from held operands. */
function binaryTime(
  left: Time['kind'],
  right: Time['kind'],
  type: (a: DateUnit, b: DateUnit, numba: string) => { result: NumbaType; compute: Compute } | undefined,
): ScalarResolver {
  return ([a, b], numba) => {
    if (!isTimeType(a) || !isTimeType(b) || a.kind !== left || b.kind !== right) return undefined;
    const found = type(a.unit, b.unit, numba);
    return found && resolvedTime([a, b], found.result, found.compute);
  };
}

function resolvedTime(args: readonly NumbaType[], result: NumbaType, compute: Compute): ResolvedScalar {
  return {
    args,
    result,
    compute: (lowering, values: readonly Value[]) => {
      const parts = values.map((value) => lowering.ir.hold(part(value)));
      return scalar(result, compute(lowering, parts));
    },
  };
}

const bothTimes = (a: Expression, b: Expression): Expression => and(isTime(a), isTime(b));
const orNat = (value: Expression, a: Expression, b: Expression): Expression =>
  select(bothTimes(a, b), value, notATime);

/** The common unit of two timedeltas: the one the other casts to. */
function commonUnit(a: DateUnit, b: DateUnit): DateUnit | undefined {
  if (canCastUnits(a, b)) return b;
  return canCastUnits(b, a) ? a : undefined;
}

function addTimedeltas(combine: typeof add): ScalarResolver {
  return binaryTime('timedelta', 'timedelta', (a, b) => {
    const unit = commonUnit(a, b);
    if (unit === undefined) return undefined;
    return {
      result: { kind: 'timedelta', unit },
      compute: (lowering, [x, y]) =>
        orNat(combine(scale(lowering, x!, a, unit), scale(lowering, y!, b, unit)), x!, y!),
    };
  });
}

function moveDatetime(combine: typeof add, swapped: boolean): ScalarResolver {
  const [left, right] = swapped ? (['timedelta', 'datetime'] as const) : (['datetime', 'timedelta'] as const);
  return binaryTime(left, right, (a, b) => {
    const [date, delta] = swapped ? [b, a] : [a, b];
    const unit = combinedUnit(date, delta);
    if (unit === undefined) return undefined;
    return {
      result: { kind: 'datetime', unit },
      compute: (lowering, parts) => {
        const [x, y] = swapped ? [parts[1]!, parts[0]!] : [parts[0]!, parts[1]!];
        const moved = combine(convertDatetime(lowering, x, date, unit), scale(lowering, y, delta, unit));
        return orNat(moved, x, y);
      },
    };
  });
}

const subDatetimes = binaryTime('datetime', 'datetime', (a, b) => {
  const unit = finerUnit(a, b);
  return {
    result: { kind: 'timedelta', unit },
    compute: (lowering, [x, y]) =>
      orNat(sub(convertDatetime(lowering, x!, a, unit), convertDatetime(lowering, y!, b, unit)), x!, y!),
  };
});

export const addTimes = firstOf(addTimedeltas(add), moveDatetime(add, false), moveDatetime(add, true));
export const subTimes = firstOf(addTimedeltas(sub), moveDatetime(sub, false), subDatetimes);

export const negateTimedelta: ScalarResolver = unaryTimedelta((x) => neg(x));
export const positiveTimedelta: ScalarResolver = unaryTimedelta((x) => x);
export const absTimedelta: ScalarResolver = unaryTimedelta((x) => select(lt(x, i64(0)), neg(x), x));

function unaryTimedelta(compute: (x: Expression) => Expression): ScalarResolver {
  return ([a, ...rest]) =>
    a?.kind === 'timedelta' && rest.length === 0
      ? resolvedTime([a], a, (_lowering, [x]) => compute(x!))
      : undefined;
}

/** timedelta by number, in either order for a product. */
export const mulTimes: ScalarResolver = ([a, b]) => {
  if (b?.kind === 'timedelta') return byNumber(b, a, [1, 0], timesNumber);
  return a?.kind === 'timedelta' ? byNumber(a, b, [0, 1], timesNumber) : undefined;
};

function byNumber(
  delta: Time,
  given: NumbaType | undefined,
  [deltaAt, numberAt]: readonly [number, number],
  compute: (delta: Expression, number: Expression) => Expression,
): ResolvedScalar | undefined {
  const type = given && unliteral(given);
  if (type?.kind !== 'int' && type?.kind !== 'float') return undefined;
  const number = type.kind === 'int' ? int64 : type;
  const args = deltaAt === 0 ? [delta, number] : [number, delta];
  return resolvedTime(args, delta, (_lowering, parts) => compute(parts[deltaAt]!, parts[numberAt]!));
}

function timesNumber(delta: Expression, number: Expression): Expression {
  const product =
    number.type === 'i64' ? mul(delta, number) : toTimedelta(mul(convert(delta, number.type), number));
  return select(isTime(delta), product, notATime);
}

function overNumber(delta: Expression, number: Expression): Expression {
  if (number.type === 'i64') {
    const isZero = eq(number, i64(0));
    const quotient = binary('div', delta, select(isZero, i64(1), number));
    return select(or(isNat(delta), isZero), notATime, quotient);
  }
  const quotient = toTimedelta(binary('div', convert(delta, number.type), number));
  const isBad = or(or(isNat(delta), eq(number, zeroLike(number))), isNan(number));
  return select(isBad, notATime, quotient);
}

function zeroLike(number: Expression): Expression {
  return { op: 'const', type: number.type, value: 0 };
}

// A NaN or a value out of range is NaT, which the conversion gives.
function toTimedelta(value: Expression): Expression {
  return convert(value, 'i64');
}

function normalized(
  lowering: Lowering,
  [x, y]: readonly Expression[],
  a: DateUnit,
  b: DateUnit,
): [Expression, Expression] | undefined {
  const unit = commonUnit(a, b);
  return unit === undefined ? undefined : [scale(lowering, x!, a, unit), scale(lowering, y!, b, unit)];
}

function divideTimedeltas(
  result: NumbaType,
  compute: (lowering: Lowering, x: Expression, y: Expression) => Expression,
  whenNat: Expression,
): ScalarResolver {
  return binaryTime('timedelta', 'timedelta', (a, b) => {
    if (!areComparableUnits(a, b)) return undefined;
    return {
      result,
      compute: (lowering, parts) => {
        const [x, y] = normalized(lowering, parts, a, b)!;
        return select(bothTimes(parts[0]!, parts[1]!), compute(lowering, x, y), whenNat);
      },
    };
  });
}

const overNumbers: ScalarResolver = ([a, b]) =>
  a?.kind === 'timedelta' ? byNumber(a, b, [0, 1], overNumber) : undefined;

const ratio = (_lowering: Lowering, x: Expression, y: Expression): Expression =>
  binary('div', convert(x, 'f64'), convert(y, 'f64'));

export const trueDivideTimes = firstOf(divideTimedeltas(float64, ratio, f64(Number.NaN)), overNumbers);
// Numba types `//` of two timedeltas and then fails to compile it.
export const floorDivideTimes = overNumbers;

/** Comparisons: NaT differs from everything, itself too. */
export function compareTimes(op: CompareOperator): ScalarResolver {
  return firstOf(
    binaryTime('timedelta', 'timedelta', (a, b, numba) => {
      const isEquality = op === 'eq' || op === 'ne';
      const mustCompare = !isEquality || compareVersions(numba, '0.58') >= 0;
      if (mustCompare && !areComparableUnits(a, b)) return undefined;
      return {
        result: boolean,
        compute: (lowering, parts) => {
          const pair = normalized(lowering, parts, a, b);
          return whereTimes(op, parts, pair ?? undefined);
        },
      };
    }),
    binaryTime('datetime', 'datetime', (a, b) => {
      const unit = finerUnit(a, b);
      return {
        result: boolean,
        compute: (lowering, parts) => {
          const [x, y] = parts as [Expression, Expression];
          const pair = [
            convertDatetime(lowering, x, a, unit),
            convertDatetime(lowering, y, b, unit),
          ] as const;
          return whereTimes(op, parts, pair);
        },
      };
    }),
  );
}

function whereTimes(
  op: CompareOperator,
  [x, y]: readonly Expression[],
  pair: readonly [Expression, Expression] | undefined,
): Expression {
  const otherwise = bool(op === 'ne');
  const compared: Expression = pair ? { op, type: 'bool', left: pair[0], right: pair[1] } : otherwise;
  return select(bothTimes(x!, y!), compared, otherwise);
}
