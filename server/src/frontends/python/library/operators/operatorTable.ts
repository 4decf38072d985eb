import {
  absTimedelta,
  addTimes,
  compareTimes,
  floorDivideTimes,
  mulTimes,
  negateTimedelta,
  positiveTimedelta,
  subTimes,
  trueDivideTimes,
} from '../datetime/operators';
import { addNumbers, mulNumbers, subNumbers } from './arithmetic';
import {
  andNumbers,
  invertNumbers,
  orNumbers,
  shiftLeftNumbers,
  shiftRightNumbers,
  xorNumbers,
} from './bitwise';
import { absNumber, complexOf, floatOf, intOf } from './casts';
import { equalNumbers, orderNumbers } from './comparison';
import { divmodNumbers, floorDivideNumbers, modNumbers, trueDivideNumbers } from './division';
import { powBuiltin, powNumbers } from './powers';
import { roundNumber } from './round';
import { firstOf, type ScalarResolver } from './scalarOperator';
import { negateNumber, notNumber, positiveNumber } from './unary';

/** Operators on scalars by their name in Python's `operator` module. */
export const binaryOperators: Readonly<Record<string, ScalarResolver>> = {
  add: firstOf(addNumbers, addTimes),
  sub: firstOf(subNumbers, subTimes),
  mul: firstOf(mulNumbers, mulTimes),
  truediv: firstOf(trueDivideNumbers, trueDivideTimes),
  floordiv: firstOf(floorDivideNumbers, floorDivideTimes),
  mod: modNumbers,
  pow: powNumbers,
  lshift: shiftLeftNumbers,
  rshift: shiftRightNumbers,
  and_: andNumbers,
  or_: orNumbers,
  xor: xorNumbers,
};

export const comparisonOperators: Readonly<Record<string, ScalarResolver>> = {
  lt: firstOf(orderNumbers('lt'), compareTimes('lt')),
  le: firstOf(orderNumbers('le'), compareTimes('le')),
  gt: firstOf(orderNumbers('gt'), compareTimes('gt')),
  ge: firstOf(orderNumbers('ge'), compareTimes('ge')),
  eq: firstOf(equalNumbers('eq'), compareTimes('eq')),
  ne: firstOf(equalNumbers('ne'), compareTimes('ne')),
};

export const unaryOperators: Readonly<Record<string, ScalarResolver>> = {
  neg: firstOf(negateNumber, negateTimedelta),
  pos: firstOf(positiveNumber, positiveTimedelta),
  invert: invertNumbers,
  not_: notNumber,
};

/** Builtin functions of scalars. */
export const scalarBuiltins: Readonly<Record<string, ScalarResolver>> = {
  abs: firstOf(absNumber, absTimedelta),
  divmod: divmodNumbers,
  pow: powBuiltin,
  round: roundNumber,
  int: intOf,
  float: floatOf,
  complex: complexOf,
};

/** Python's in-place form of a binary operator: `and_` becomes `iand`. */
export function inPlaceName(name: string): string {
  return `i${name.replace('_', '')}`;
}
