import { binary, constant } from '../../ir/expressions';
import type { BinaryOperator, Expression, Statement } from '../../ir/nodes';
import { isFloatScalar, type ScalarType } from '../../ir/scalarType';
import { localsOf } from '../purity';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import { extractLane, type Lanes } from './lanes';

/** A local that every iteration combines with something by one operator whose operands may come in any order. */
export interface Reduction {
  readonly op: 'add' | 'sub' | 'mul' | 'and' | 'or' | 'xor' | 'min' | 'max';
  readonly type: ScalarType;
}

const always: ReadonlySet<BinaryOperator> = new Set(['min', 'max']);
const integers: ReadonlySet<BinaryOperator> = new Set([
  'add',
  'sub',
  'mul',
  'and',
  'or',
  'xor',
  'min',
  'max',
]);
const reassociated: ReadonlySet<BinaryOperator> = new Set(['add', 'sub', 'mul', 'min', 'max']);

/** The reduction that all statements of the loop that mention `local` make together, if they do. */
export function reductionOf(
  local: string,
  body: readonly Statement[],
  fastmath: boolean,
): Reduction | undefined {
  let found: Reduction | undefined;
  let mentions = 0;
  let updates = 0;
  forEachExpression(body, (one) => {
    if (one.op === 'local' && one.name === local) mentions++;
  });
  forEachStatement(body, (statement) => {
    if (statement.op !== 'set' || statement.local !== local) return;
    const one = asUpdate(local, statement.value, fastmath);
    updates += one && (!found || found.op === one.op) ? 1 : Number.POSITIVE_INFINITY;
    found = one;
  });
  return updates === mentions ? found : undefined;
}

/** What `value` combines `local` with. */
export function updateOperand(local: string, value: Expression): Expression | undefined {
  if (!('left' in value)) return undefined;
  const isLocal = (one: Expression) => one.op === 'local' && one.name === local;
  if (isLocal(value.left) && !localsOf(value.right).has(local)) return value.right;
  if (value.op !== 'sub' && isLocal(value.right) && !localsOf(value.left).has(local)) return value.left;
  return undefined;
}

function asUpdate(local: string, value: Expression, fastmath: boolean): Reduction | undefined {
  if (!updateOperand(local, value)) return undefined;
  const op = value.op as Reduction['op'];
  const { type } = value;
  const allowed = isFloatScalar(type) ? (fastmath ? reassociated : always) : integers;
  return allowed.has(op) ? { op, type } : undefined;
}

/** What combining leaves as it is; the first value itself for extremes. */
export function identityOf({ op, type }: Reduction, first: Expression): Expression {
  switch (op) {
    case 'mul':
      return constant(type, 1);
    case 'and':
      return type === 'bool' ? constant(type, 1) : { op: 'not', type, value: constant(type, 0) };
    case 'min':
    case 'max':
      return first;
    default:
      return constant(type, 0);
  }
}

/** The operator that joins two partial results: those of a difference are sums of what is taken away. */
export function joining({ op }: Reduction): BinaryOperator {
  return op === 'sub' ? 'add' : op;
}

/** All lanes of a partial result in one scalar. */
export function combineLanes(partial: Lanes, reduction: Reduction, lanes: number): Expression {
  const op = joining(reduction);
  let result: Expression | undefined;
  for (let lane = 0; lane < lanes; lane++) {
    const scalar = extractLane(partial, lane);
    result = result ? binary(op, result, scalar) : scalar;
  }
  return result!;
}
