import type { Expression } from '../../ir/nodes';
import { isUnsignedScalar } from '../../ir/scalarType';
import { expressionKey } from '../sameExpression';
import { asBound, factsOf, isSmall, smaller, type Facts, type UpperBound } from './facts';

/** The least value an i64 expression can have, where that is known. */
export function leastOf(expression: Expression, facts: Facts): bigint | undefined {
  switch (expression.op) {
    case 'const':
      return typeof expression.value === 'bigint' ? expression.value : undefined;
    case 'local':
      return factsOf(facts, expression.name).least;
    case 'checkIndex':
      return 0n;
    case 'wrapIndex':
      return nonNegative(leastOf(expression.index, facts));
    case 'convert':
      return isUnsignedScalar(expression.value.type) && expression.value.type !== 'u64' ? 0n : undefined;
    case 'add':
      return leastOfSum(expression.left, expression.right, facts);
    case 'sub': {
      const left = leastOf(expression.left, facts);
      const { right } = expression;
      if (left === undefined || right.op !== 'const') return undefined;
      const step = BigInt(right.value);
      return isSmall(step) && left > -(1n << 60n) ? left - step : undefined;
    }
    case 'floordiv':
    case 'div':
    case 'shr': {
      const left = leastOf(expression.left, facts);
      const divides = expression.right.op === 'const' && expression.right.value > 0;
      return divides ? nonNegative(left) : undefined;
    }
    case 'floormod':
      return expression.right.op === 'const' && expression.right.value > 0 ? 0n : undefined;
    case 'select':
      return smaller(leastOf(expression.whenTrue, facts), leastOf(expression.whenFalse, facts));
    default:
      return undefined;
  }
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

/** A sum cannot wrap around when one part is small and the other stays under some length. */
function leastOfSum(left: Expression, right: Expression, facts: Facts): bigint | undefined {
  const [a, b] = [leastOf(left, facts), leastOf(right, facts)];
  if (a === undefined || b === undefined) return undefined;
  const constants = left.op === 'const' || right.op === 'const';
  const bounded = (one: Expression) => one.op === 'const' || boundsOf(one, facts).length > 0;
  const small = constants ? isSmall(a) || isSmall(b) : true;
  return small && bounded(left) && bounded(right) ? a + b : undefined;
}

function nonNegative(least: bigint | undefined): bigint | undefined {
  return least !== undefined && least >= 0n ? 0n : undefined;
}
