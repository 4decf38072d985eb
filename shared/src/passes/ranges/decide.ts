import { add, constant, ge, lt, select, sub } from '../../ir/expressions';
import type { BinaryExpression, Expression } from '../../ir/nodes';
import { isPure } from '../purity';
import { intervalOf, type Interval, isBelow, leastOf } from './evaluate';
import type { Facts } from './facts';

/** Whether a condition always holds, or never does; undefined where that is not known. */
export function decide(condition: Expression, facts: Facts): boolean | undefined {
  if (condition.op === 'not' && condition.type === 'bool') {
    const inner = decide(condition.value, facts);
    return inner === undefined ? undefined : !inner;
  }
  if (condition.type !== 'bool' || !('left' in condition)) return undefined;
  const { left, right } = condition;
  if (left.type !== 'i64') return undefined;
  const [a, b] = [intervalOf(left, facts), intervalOf(right, facts)];
  switch (condition.op) {
    case 'eq':
      return isUnder(a, b) || isUnder(b, a) ? false : undefined;
    case 'ne':
      return isUnder(a, b) || isUnder(b, a) ? true : undefined;
    case 'lt':
      return isUnder(a, b) ? true : isUnder(b, a, 1n) ? false : undefined;
    case 'ge':
      return isUnder(a, b) ? false : isUnder(b, a, 1n) ? true : undefined;
    case 'gt':
      return isUnder(b, a) ? true : isUnder(a, b, 1n) ? false : undefined;
    case 'le':
      return isUnder(b, a) ? false : isUnder(a, b, 1n) ? true : undefined;
    default:
      return undefined;
  }
}

/** Whether all of `a` is less than all of `b`, or `slack` more at most. */
function isUnder(a: Interval, b: Interval, slack = 0n): boolean {
  return a.most !== undefined && b.least !== undefined && a.most < b.least + slack;
}

/** Division by a constant, of what is not negative: it need not be rounded down. Powers of two have better forms. */
export function truncatedDivision(division: BinaryExpression, facts: Facts): Expression {
  const { op, left, right, type } = division;
  if (type !== 'i64' || right.op !== 'const' || (op !== 'floordiv' && op !== 'floormod')) return division;
  const divisor = BigInt(right.value);
  if (divisor <= 1n || (divisor & (divisor - 1n)) === 0n || (leastOf(left, facts) ?? -1n) < 0n)
    return division;
  return { ...division, op: op === 'floordiv' ? 'div' : 'rem' };
}

/**
 * `x mod m` without a division where x is at most one m away, as neighbours on a ring are: `(i - 1) % n`, `(i + 1) % n`
 * under `0 <= i < n`.
 */
export function moduloInRange(modulo: BinaryExpression, facts: Facts): Expression {
  const { left, right, type } = modulo;
  if (type !== 'i64' || right.op === 'const' || !isPure(left) || !isPure(right)) return modulo;
  const least = leastOf(left, facts);
  const divisor = leastOf(right, facts);
  if (least === undefined || divisor === undefined || divisor < 1n) return modulo;
  const one = constant('i64', 1);
  if (least >= 0n && isBelow(left, right, facts)) return left;
  if (least >= -divisor && isBelow(left, right, facts))
    return select(lt(left, constant('i64', 0)), add(left, right), left);
  // Below m + 1 is below 2 m.
  if (least >= 0n && isBelow(left, add(right, one), facts))
    return select(ge(left, right), sub(left, right), left);
  return modulo;
}
