import type { BinaryExpression, ConstExpression, Expression } from '../../ir/nodes';
import { isIntegerScalar, isUnsignedScalar, type ScalarType, scalarSize } from '../../ir/scalarType';
import { expressionKey } from '../sameExpression';
import {
  asBound,
  factsOf,
  type Facts,
  isSmall,
  larger,
  smaller,
  smallerKnown,
  type UpperBound,
} from './facts';

/** The least value an i64 expression can have, where that is known. */
export function leastOf(expression: Expression, facts: Facts): bigint | undefined {
  return intervalOf(expression, facts).least;
}

/** Bounds of an i64 expression, as far as they are known; never wider than what sums of them can hold. */
export function intervalOf(expression: Expression, facts: Facts): Interval {
  const found = rawInterval(expression, facts);
  const { least, most } = found;
  return (least !== undefined && least < minimum) || (most !== undefined && most > maximum) ? {} : found;
}

export interface Interval {
  readonly least?: bigint;
  readonly most?: bigint;
}

const minimum = -(1n << 63n);
const maximum = (1n << 63n) - 1n;

function rawInterval(expression: Expression, facts: Facts): Interval {
  switch (expression.op) {
    case 'const':
      return typeof expression.value === 'bigint' ? { least: expression.value, most: expression.value } : {};
    case 'local': {
      const { least, most } = factsOf(facts, expression.name);
      return { least, most: most ?? mostBelow(expression.name, facts) };
    }
    case 'checkIndex':
      return { least: 0n, most: intervalOf(expression.length, facts).most };
    case 'wrapIndex':
      return (leastOf(expression.index, facts) ?? -1n) >= 0n ? intervalOf(expression.index, facts) : {};
    case 'convert':
      return convertedInterval(expression.value.type);
    case 'add':
    case 'sub':
      return sumInterval(expression.op, expression.left, expression.right, facts);
    case 'mul':
      return productInterval(intervalOf(expression.left, facts), intervalOf(expression.right, facts));
    case 'floordiv':
    case 'div':
    case 'shr': {
      const { least, most } = intervalOf(expression.left, facts);
      const divides = expression.right.op === 'const' && expression.right.value > 0;
      if (!divides || least === undefined || least < 0n) return {};
      const divisor = expression.op === 'shr' ? 1n : BigInt((expression.right as ConstExpression).value);
      return { least: 0n, most: most === undefined ? undefined : most / divisor };
    }
    case 'floormod': {
      const { least, most } = intervalOf(expression.right, facts);
      if (least === undefined || least <= 0n) return {};
      return { least: 0n, most: most === undefined ? undefined : most - 1n };
    }
    case 'rem': {
      const { most } = intervalOf(expression.right, facts);
      return isRemainder(expression, facts)
        ? { least: 0n, most: most === undefined ? undefined : most - 1n }
        : {};
    }
    case 'and': {
      const { right } = expression;
      return right.op === 'const' && right.value >= 0 ? { least: 0n, most: BigInt(right.value) } : {};
    }
    case 'select':
      return hull(intervalOf(expression.whenTrue, facts), intervalOf(expression.whenFalse, facts));
    case 'min':
    case 'max':
      return extremeInterval(expression.op, expression.left, expression.right, facts);
    default:
      return {};
  }
}

function extremeInterval(op: 'min' | 'max', left: Expression, right: Expression, facts: Facts): Interval {
  const [a, b] = [intervalOf(left, facts), intervalOf(right, facts)];
  const both = hull(a, b);
  if (op === 'max') return { least: larger(a.least, b.least), most: both.most };
  return { least: both.least, most: smallerKnown(a.most, b.most) };
}

function convertedInterval(type: ScalarType): Interval {
  if (!isIntegerScalar(type) && type !== 'bool' && type !== 'ptr') return {};
  if (type === 'i64' || type === 'u64') return {};
  const bits = BigInt(type === 'bool' ? 1 : scalarSize(type) * 8);
  if (isUnsignedScalar(type)) return { least: 0n, most: (1n << bits) - 1n };
  return { least: -(1n << (bits - 1n)), most: (1n << (bits - 1n)) - 1n };
}

/** A bound above is as good as a number where the bound itself has one. */
function mostBelow(local: string, facts: Facts): bigint | undefined {
  let most: bigint | undefined;
  for (const { bound, offset } of factsOf(facts, local).below.values()) {
    const end =
      bound.op === 'const'
        ? BigInt(bound.value)
        : bound.op === 'local'
          ? factsOf(facts, bound.name).most
          : undefined;
    if (end !== undefined) most = smallerKnown(most, end + offset - 1n);
  }
  return most;
}

/**
 * A sum wraps around only where both parts are large; of a number that is compared with something the program can reach
 * a small constant more cannot.
 */
function sumInterval(op: 'add' | 'sub', left: Expression, right: Expression, facts: Facts): Interval {
  const a = intervalOf(left, facts);
  const b = op === 'add' ? intervalOf(right, facts) : negated(intervalOf(right, facts));
  const least = a.least === undefined || b.least === undefined ? undefined : a.least + b.least;
  const most = a.most === undefined || b.most === undefined ? undefined : a.most + b.most;
  const wrapsBelow =
    (least === undefined || least < minimum) && !(isAtLeastZero(a.least) || isAtLeastZero(b.least));
  const wrapsAbove =
    (most === undefined || most > maximum) &&
    !(isAtMostZero(a.most) || isAtMostZero(b.most) || (isStep(right) && isBounded(left, facts)));
  // What wraps around at one end comes out at the other.
  return wrapsBelow && wrapsAbove
    ? {}
    : { least: wrapsAbove ? undefined : least, most: wrapsBelow ? undefined : most };
}

const isAtLeastZero = (value: bigint | undefined) => value !== undefined && value >= 0n;
const isAtMostZero = (value: bigint | undefined) => value !== undefined && value <= 0n;

function isStep(expression: Expression): boolean {
  return expression.op === 'const' && typeof expression.value === 'bigint' && isSmall(expression.value);
}

/** Something else is known to be larger, so that it is no number at the end of the range. */
function isBounded(expression: Expression, facts: Facts): boolean {
  return boundsOf(expression, facts).length > 0;
}

function negated({ least, most }: Interval): Interval {
  return { least: most === undefined ? undefined : -most, most: least === undefined ? undefined : -least };
}

function productInterval(a: Interval, b: Interval): Interval {
  if (a.least === undefined || a.most === undefined || b.least === undefined || b.most === undefined)
    return {};
  const corners = [a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most];
  return {
    least: corners.reduce((x, y) => smallerKnown(x, y)!),
    most: corners.reduce((x, y) => larger(x, y)!),
  };
}

function hull(a: Interval, b: Interval): Interval {
  return {
    least: smaller(a.least, b.least),
    most: a.most === undefined || b.most === undefined ? undefined : larger(a.most, b.most),
  };
}

/** Whether both are such that truncating gives what rounding down does. */
function isRemainder({ left, right }: BinaryExpression, facts: Facts): boolean {
  return (leastOf(right, facts) ?? 0n) > 0n && (leastOf(left, facts) ?? -1n) >= 0n;
}

/** All that is known to lie above an i64 expression. */
export function boundsOf(expression: Expression, facts: Facts): readonly UpperBound[] {
  switch (expression.op) {
    case 'local':
      return [...factsOf(facts, expression.name).below.values()];
    case 'checkIndex':
      return [asBound(expression.length), ...boundsOf(expression.index, facts)];
    case 'wrapIndex':
      return (leastOf(expression.index, facts) ?? -1n) >= 0n ? boundsOf(expression.index, facts) : [];
    case 'floormod':
      return (leastOf(expression.right, facts) ?? 0n) > 0n ? [asBound(expression.right)] : [];
    case 'rem':
      return isRemainder(expression, facts) ? [asBound(expression.right)] : [];
    case 'min':
      return expression.type === 'i64'
        ? [...boundsOf(expression.left, facts), ...boundsOf(expression.right, facts)]
        : [];
    case 'add':
    case 'sub': {
      const { left, right, op } = expression;
      if (right.op !== 'const' || expression.type !== 'i64') return [];
      const step = op === 'add' ? BigInt(right.value) : -BigInt(right.value);
      const safe = isSmall(step) && (step >= 0n || leastOf(left, facts) !== undefined);
      return safe ? boundsOf(left, facts).map(({ bound, offset }) => ({ bound, offset: offset + step })) : [];
    }
    case 'floordiv':
    case 'div':
    case 'shr': {
      // Dividing a non-negative number makes it no larger.
      const divides = expression.right.op === 'const' && expression.right.value > 0;
      return divides && (leastOf(expression.left, facts) ?? -1n) >= 0n
        ? boundsOf(expression.left, facts)
        : [];
    }
    default:
      return [];
  }
}

/** Whether `expression < limit` always holds. */
export function isBelow(expression: Expression, limit: Expression, facts: Facts): boolean {
  const wanted = asBound(limit);
  const key = expressionKey(wanted.bound);
  return boundsOf(expression, facts).some(
    ({ bound, offset }) => offset <= wanted.offset && expressionKey(bound) === key,
  );
}
