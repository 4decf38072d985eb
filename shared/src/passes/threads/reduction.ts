import { binary, gt, lt, select } from '../../ir/expressions';
import type { BinaryOperator, Expression, Statement } from '../../ir/nodes';
import { childrenOf, forEachExpression, forEachStatement } from '../../ir/walk';
import { localsOf } from '../purity';
import { expressionKey } from '../sameExpression';

/** A variable that iterations only add to, or the like: each part has one of its own, and they are joined at the end. */
export interface Reduction {
  readonly local: string;
  readonly operator: ReductionOperator;
}

/** `larger` and `smaller` are Python's max and min: the new value if it compares so with the old one. */
export type ReductionOperator =
  | Extract<BinaryOperator, 'add' | 'mul' | 'and' | 'or' | 'xor' | 'min' | 'max'>
  | 'larger'
  | 'smaller';

/** What the variable comes to with one more part's value. */
export function joined(operator: ReductionOperator, own: Expression, value: Expression): Expression {
  if (operator === 'larger') return select(gt(value, own), value, own);
  if (operator === 'smaller') return select(lt(value, own), value, own);
  return binary(operator, own, value);
}

/** The one operator by which every assignment in `body` goes on from the local's own value, read nowhere else. */
export function reductionOperator(body: readonly Statement[], local: string): ReductionOperator | undefined {
  const sets = new Map<string, Expression[]>();
  let opaque = false;
  forEachStatement(body, (one) => {
    if (one.op === 'set') sets.set(one.local, [...(sets.get(one.local) ?? []), one.value]);
    else if (one.op === 'callMany') opaque ||= one.results.includes(local);
  });
  const updates = sets.get(local) ?? [];
  const found = updates.map((value) => updateOf(value, local, sets, body));
  const [first] = found;
  if (opaque || !first || found.some((one) => one?.operator !== first.operator)) return undefined;
  const expected = found.reduce((sum, one) => sum + one!.reads, 0);
  return readsOf(local, body) === expected ? first.operator : undefined;
}

interface Update {
  readonly operator: ReductionOperator;
  /** How often it reads the local. */
  readonly reads: number;
}

const joinable = new Set<string>(['add', 'mul', 'and', 'or', 'xor', 'min', 'max']);

function updateOf(
  given: Expression,
  local: string,
  sets: ReadonlyMap<string, readonly Expression[]>,
  body: readonly Statement[],
): Update | undefined {
  const value = onlyHere(given, sets, body);
  if (value.op === 'select') return chosen(value, local, sets, body);
  if (!('right' in value)) return undefined;
  const [left, right] = childrenOf(value) as [Expression, Expression];
  const goesOn =
    (isLocal(left, local) && !localsOf(right).has(local)) ||
    (value.op !== 'sub' && isLocal(right, local) && !localsOf(left).has(local));
  if (!goesOn) return undefined;
  if (value.op === 'sub') return { operator: 'add', reads: 1 };
  return joinable.has(value.op) ? { operator: value.op as ReductionOperator, reads: 1 } : undefined;
}

/** `value > local ? value : local`, in which a value that is no number is never taken. */
function chosen(
  { condition, whenTrue, whenFalse }: Expression & { op: 'select' },
  local: string,
  sets: ReadonlyMap<string, readonly Expression[]>,
  body: readonly Statement[],
): Update | undefined {
  const test = onlyHere(condition, sets, body);
  if ((test.op !== 'gt' && test.op !== 'lt') || !isLocal(whenFalse, local) || localsOf(whenTrue).has(local))
    return undefined;
  const same = expressionKey(test.left) === expressionKey(whenTrue);
  if (!same || !isLocal(test.right, local)) return undefined;
  return { operator: test.op === 'gt' ? 'larger' : 'smaller', reads: 2 };
}

/** What a local stands for that is set once and read once. */
function onlyHere(
  value: Expression,
  sets: ReadonlyMap<string, readonly Expression[]>,
  body: readonly Statement[],
): Expression {
  if (value.op !== 'local') return value;
  const definitions = sets.get(value.name);
  return definitions?.length === 1 && readsOf(value.name, body) === 1 ? definitions[0]! : value;
}

function isLocal(expression: Expression, name: string): boolean {
  return expression.op === 'local' && expression.name === name;
}

function readsOf(local: string, body: readonly Statement[]): number {
  let reads = 0;
  forEachExpression(body, (one) => {
    if (one.op === 'local' && one.name === local) reads++;
  });
  return reads;
}
