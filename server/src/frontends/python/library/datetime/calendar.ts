import { add, and, binary, eq, ge, i64, lt, mul, ne, or, select, sub } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering } from '../../lower/lowering';
import type { DateUnit } from '../../types/numbaType';
import { isCalendarUnit, unitFactor } from './units';

export const notATime: Expression = i64(-(2n ** 63n));

export const isNat = (value: Expression): Expression => eq(value, notATime);
export const isTime = (value: Expression): Expression => ne(value, notATime);

/** A datetime that is not NaT in a finer unit, counting the days of years and months. */
export function convertDatetime(
  lowering: Lowering,
  value: Expression,
  from: DateUnit,
  to: DateUnit,
): Expression {
  if (!isCalendarUnit(from) || isCalendarUnit(to) || to === '') return scale(lowering, value, from, to);
  const held = lowering.ir.hold(value);
  const days = lowering.ir.hold(from === 'Y' ? yearsToDays(held) : monthsToDays(lowering, held));
  return to === 'W' ? binary('floordiv', days, i64(7)) : scale(lowering, days, 'D', to);
}

/** A count of one unit in another. */
export function scale(lowering: Lowering, value: Expression, from: DateUnit, to: DateUnit): Expression {
  const factor = unitFactor(from, to);
  if (factor === undefined) return lowering.notLowered(`no conversion of time unit ${from} to ${to}`);
  return factor === 1n ? value : mul(value, i64(factor));
}

const divide = (a: Expression, b: number): Expression => binary('div', a, i64(b));

/** Days from 1970 to the start of a year, which counts from 1970 too; leap years by the Gregorian calendar. */
function yearsToDays(year: Expression): Expression {
  const days = mul(year, i64(365));
  const after = add(year, i64(1));
  const positive = add(
    sub(add(days, divide(after, 4)), divide(add(after, i64(68)), 100)),
    divide(add(after, i64(368)), 400),
  );
  const before = sub(year, i64(2));
  const negative = add(
    sub(add(days, divide(before, 4)), divide(sub(before, i64(28)), 100)),
    divide(sub(before, i64(28)), 400),
  );
  return select(ge(year, i64(0)), positive, negative);
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function monthsToDays(lowering: Lowering, months: Expression): Expression {
  const { ir } = lowering;
  const year = ir.hold(binary('floordiv', months, i64(12)));
  const month = ir.hold(binary('floormod', months, i64(12)));
  let days: Expression = i64(0);
  daysBefore.forEach((count, index) => {
    if (index > 0) days = select(eq(month, i64(index)), i64(count), days);
  });
  const leapDay = select(and(isLeapYear(ir.hold(add(year, i64(1970)))), ge(month, i64(2))), i64(1), i64(0));
  return add(yearsToDays(year), add(days, leapDay));
}

function isLeapYear(year: Expression): Expression {
  const divides = (by: number): Expression => eq(binary('rem', year, i64(by)), i64(0));
  const isCentury = divides(100);
  return and(divides(4), or(eq(isCentury, lt(i64(1), i64(0))), divides(400)));
}
