import { binary, compare, constant, select, simd } from '../../ir/expressions';
import type { CompareExpression, Expression, SelectExpression, Statement } from '../../ir/nodes';
import { isFloatScalar, type ScalarType } from '../../ir/scalarType';
import { readsLocal } from '../purity';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import { sameExpression } from '../sameExpression';
import { extractLane, type Hold, type Lanes, shapeOf, zipLanes } from './lanes';
import { binaryLanes } from './operators';

/** A local that every iteration combines with something by one operator whose operands may come in any order. */
export interface Reduction {
  readonly op: 'add' | 'sub' | 'mul' | 'and' | 'or' | 'xor' | 'min' | 'max' | 'least' | 'greatest';
  readonly type: ScalarType;
  /** A sum of floats whose order counts: lanes are added one by one. */
  readonly ordered: boolean;
}

const integers: ReadonlySet<string> = new Set(['add', 'sub', 'mul', 'and', 'or', 'xor', 'min', 'max']);
const sums: ReadonlySet<string> = new Set(['add', 'sub', 'mul']);

/** The reduction that all statements of the loop that mention `local` make together, if they do. */
export function reductionOf(
  local: string,
  body: readonly Statement[],
  fastmath: boolean,
): Reduction | undefined {
  let found: Reduction | undefined;
  let mentions = 0;
  let known = 0;
  let updates = 0;
  forEachExpression(body, (one) => {
    if (one.op === 'local' && one.name === local) mentions++;
  });
  forEachStatement(body, (statement) => {
    if (statement.op !== 'set' || statement.local !== local) return;
    const one = asUpdate(local, statement.value, fastmath);
    updates++;
    known += one && (!found || found.op === one.op) ? mentionsIn(statement.value) : Number.POSITIVE_INFINITY;
    found = one;
  });
  return known === mentions && !(found?.ordered && updates > 1) ? found : undefined;
}

/** How often one update reads its local. */
function mentionsIn({ op }: Expression): number {
  return op === 'select' ? 2 : 1;
}

/** What `value` combines `local` with. */
export function updateOperand(local: string, value: Expression): Expression | undefined {
  const isLocal = (one: Expression) => one.op === 'local' && one.name === local;
  if (value.op === 'select') return choiceOf(local, value)?.operand;
  if (!('left' in value)) return undefined;
  if (isLocal(value.left) && !readsLocal(value.right, local)) return value.right;
  if (value.op !== 'sub' && isLocal(value.right) && !readsLocal(value.left, local)) return value.left;
  return undefined;
}

interface Choice {
  readonly op: 'least' | 'greatest';
  readonly operand: Expression;
}

/**
 * `e > local ? e : local` keeps the greatest, and the first of equal ones; NaN is never taken. Of floats other forms would
 * let a NaN through in an order of its own; of integers all are alike.
 */
function choiceOf(local: string, value: SelectExpression): Choice | undefined {
  const { condition, whenTrue, whenFalse, type } = value;
  if (!isOrdering(condition)) return undefined;
  const isLocal = (one: Expression) => one.op === 'local' && one.name === local;
  const takes = isLocal(whenFalse);
  const operand = takes ? whenTrue : whenFalse;
  if ((!takes && !isLocal(whenTrue)) || readsLocal(operand, local)) return undefined;
  const isStrict = condition.op === 'lt' || condition.op === 'gt';
  if (isFloatScalar(type) && !(takes && isStrict)) return undefined;
  const straight = sameExpression(condition.left, operand) && isLocal(condition.right);
  const crossed = isLocal(condition.left) && sameExpression(condition.right, operand);
  if (!straight && !crossed) return undefined;
  const isGreater = condition.op === 'gt' || condition.op === 'ge';
  return { op: (isGreater === straight) === takes ? 'greatest' : 'least', operand };
}

function isOrdering(one: Expression): one is CompareExpression {
  return one.op === 'lt' || one.op === 'le' || one.op === 'gt' || one.op === 'ge';
}

function asUpdate(local: string, value: Expression, fastmath: boolean): Reduction | undefined {
  if (!updateOperand(local, value)) return undefined;
  const { type, op } = value;
  const float = isFloatScalar(type);
  if (value.op === 'select') {
    const choice = choiceOf(local, value)!.op;
    if (!float) return { op: choice === 'least' ? 'min' : 'max', type, ordered: false };
    return { op: choice, type, ordered: false };
  }
  if (!float) return integers.has(op) ? { op: op as Reduction['op'], type, ordered: false } : undefined;
  if (op === 'min' || op === 'max') return { op, type, ordered: false };
  return sums.has(op) ? { op: op as Reduction['op'], type, ordered: !fastmath } : undefined;
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
    case 'least':
    case 'greatest':
      return first;
    default:
      return constant(type, 0);
  }
}

/** Two partial results, or two lanes, as one; those of a difference are sums, to be taken away at last. */
export function join({ op }: Reduction, a: Expression, b: Expression): Expression {
  if (op === 'least') return select(compare('lt', b, a), b, a);
  if (op === 'greatest') return select(compare('gt', b, a), b, a);
  return binary(op === 'sub' ? 'add' : op, a, b);
}

/** `join` on vectors. */
export function joinLanes(reduction: Reduction, a: Lanes, b: Lanes, hold: Hold): Lanes {
  const { op } = reduction;
  if (op === 'least') return zipLanes(a, b, (x, y) => simd(`${shapeOf(a.type)}.pmin`, [x, y]));
  if (op === 'greatest') return zipLanes(a, b, (x, y) => simd(`${shapeOf(a.type)}.pmax`, [x, y]));
  return binaryLanes(op === 'sub' ? 'add' : op, a, b, hold);
}

/** What a lane adds to a sum in order when it adds nothing: the sum stays as it is also where it is -0. */
export function nothingFor({ op, type }: Reduction): Expression {
  if (op === 'mul') return constant(type, 1);
  return constant(type, op === 'add' ? -0 : 0);
}

/** All lanes of a partial result in one scalar. */
export function combineLanes(partial: Lanes, reduction: Reduction, lanes: number, hold: Hold): Expression {
  let result: Expression = extractLane(partial, 0);
  for (let lane = 1; lane < lanes; lane++)
    result = hold(join(reduction, result, hold(extractLane(partial, lane))));
  return result;
}
