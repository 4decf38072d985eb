import type { Expression } from '../../ir/nodes';
import { expressionKey } from '../sameExpression';
import { asBound, factsOf, know, type Facts } from './facts';
import { boundsOf, intervalOf, leastOf } from './evaluate';

const opposites = { lt: 'ge', ge: 'lt', gt: 'le', le: 'gt', eq: 'ne', ne: 'eq' } as const;
type Comparison = keyof typeof opposites;

/** The facts where the condition is known to be true, or false. */
export function refine(facts: Facts, condition: Expression, holds: boolean): Facts {
  if (condition.op === 'not' && condition.type === 'bool') return refine(facts, condition.value, !holds);
  if (condition.op === 'local') {
    if (!holds) return facts;
    return factsOf(facts, condition.name).implies.reduce((known, one) => refine(known, one, true), facts);
  }
  const joins =
    condition.type === 'bool' && ((condition.op === 'and' && holds) || (condition.op === 'or' && !holds));
  if (joins && 'left' in condition)
    return refine(refine(facts, condition.left, holds), condition.right, holds);
  if (!('left' in condition) || condition.left.type !== 'i64' || !(condition.op in opposites)) return facts;
  const op = holds ? (condition.op as Comparison) : opposites[condition.op as Comparison];
  return compared(facts, condition.left, op, condition.right);
}

function compared(facts: Facts, left: Expression, op: Comparison, right: Expression): Facts {
  switch (op) {
    case 'lt':
      return lessThan(facts, left, right, 0n);
    case 'le':
      return lessThan(facts, left, right, 1n);
    case 'gt':
      return lessThan(facts, right, left, 0n);
    case 'ge':
      return lessThan(facts, right, left, 1n);
    case 'eq':
      return lessThan(lessThan(facts, left, right, 1n), right, left, 1n);
    default:
      return excludeZero(facts, left, right);
  }
}

/** `small < large + slack`: an upper bound for one, a lower bound for the other. */
function lessThan(facts: Facts, small: Expression, large: Expression, slack: bigint): Facts {
  let known = facts;
  if (small.op === 'local') {
    const { bound, offset } = asBound(large);
    const direct = { bound, offset: offset + slack };
    // Wrap-around of `large` itself is excluded where it is a plain local or constant.
    const exact = offset === 0n ? [direct] : [];
    const above = [
      ...exact,
      ...boundsOf(large, facts).map((one) => ({ bound: one.bound, offset: one.offset + slack - 1n })),
    ];
    const end = intervalOf(large, facts).most;
    known = know(known, small.name, {
      most: end === undefined ? undefined : end + slack - 1n,
      below: new Map(above.map((one) => [expressionKey(one.bound), one])),
    });
  }
  if (large.op === 'local') {
    const least = leastOf(small, facts);
    if (least !== undefined && least < 1n << 60n)
      known = know(known, large.name, { least: least + 1n - slack });
  }
  return known;
}

/** `x != 0` where x is not negative. */
function excludeZero(facts: Facts, left: Expression, right: Expression): Facts {
  if (left.op !== 'local' || right.op !== 'const' || right.value !== 0n) return facts;
  return leastOf(left, facts) === 0n ? know(facts, left.name, { least: 1n }) : facts;
}
