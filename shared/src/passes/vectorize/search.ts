import { select } from '../../ir/expressions';
import type {
  CompareExpression,
  Expression,
  SelectExpression,
  SetStatement,
  Statement,
} from '../../ir/nodes';
import { isFloatScalar } from '../../ir/scalarType';
import { forEachStatement } from '../../ir/walk';
import { readsLocal } from '../purity';
import { mapBlocks } from '../rewrite';
import { sameExpression } from '../sameExpression';
import { countReads } from '../carried';

/** What a loop looks for: its least or greatest value, and what else belongs to the iteration that has it. */
export interface Search {
  readonly best: string;
  /** How a value that is taken compares with the best before it: the first of equals where strictly. */
  readonly op: Order;
  /** Locals that keep something of the iteration found, as its index. */
  readonly companions: ReadonlySet<string>;
}

export type Order = 'lt' | 'le' | 'gt' | 'ge';

export interface FoundSearch {
  readonly search: Search;
  /** The loop's body without the companions: the best is a reduction there. */
  readonly body: readonly Statement[];
}

const mirrored: Readonly<Record<Order, Order>> = { lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' };

/** The one search in a loop's body, where a condition is followed by choices that it makes, one of them of the best. */
export function findSearch(
  body: readonly Statement[],
  reads: ReadonlyMap<string, number>,
): FoundSearch | undefined {
  let found: Search | undefined;
  const inside = countReads(body);
  const setOnce = localsSetOnce(body);
  const visit = (list: readonly Statement[]): readonly Statement[] => {
    for (const [i, statement] of list.entries()) {
      const group = groupAt(list, i);
      found = group && searchOf(group, { inside, reads, setOnce });
      if (group && found)
        return [...list.slice(0, i), bestAlone(group, found), ...list.slice(i + 1 + group.choices.length)];
      // What a loop inside looks for is its own.
      if (statement.op !== 'if') continue;
      const inner = mapBlocks(statement, visit);
      if (inner !== statement) return [...list.slice(0, i), inner, ...list.slice(i + 1)];
    }
    return list;
  };
  const alone = visit(body);
  return found && { search: found, body: alone };
}

/** A condition and the choices behind it. */
interface Group {
  readonly test: SetStatement & { readonly value: CompareExpression & { readonly op: Order } };
  readonly choices: readonly Choice[];
}

type Choice = SetStatement & { readonly value: SelectExpression };

interface Counts {
  readonly inside: ReadonlyMap<string, number>;
  readonly reads: ReadonlyMap<string, number>;
  readonly setOnce: ReadonlySet<string>;
}

function groupAt(list: readonly Statement[], at: number): Group | undefined {
  const test = list[at]!;
  if (test.op !== 'set' || !(test.value.op in mirrored)) return undefined;
  const choices: Choice[] = [];
  for (let one = list[at + 1 + choices.length]; one; one = list[at + 1 + choices.length]) {
    if (!isChoiceBy(test.local, one)) break;
    choices.push(one);
  }
  return choices.length > 1 ? { test: test as Group['test'], choices } : undefined;
}

/** `x = test ? value : x` */
function isChoiceBy(test: string, one: Statement): one is Choice {
  if (one.op !== 'set' || one.value.op !== 'select') return false;
  const { condition, whenFalse } = one.value;
  return isLocal(condition, test) && isLocal(whenFalse, one.local);
}

function isLocal(expression: Expression, name: string): boolean {
  return expression.op === 'local' && expression.name === name;
}

function searchOf({ test, choices }: Group, { inside, reads, setOnce }: Counts): Search | undefined {
  const { op, left, right } = test.value;
  for (const { local: best, value } of choices) {
    const taken = value.whenTrue;
    const straight = sameExpression(left, taken) && isLocal(right, best);
    if (!straight && !(sameExpression(right, taken) && isLocal(left, best))) continue;
    const companions = choices.map((one) => one.local).filter((one) => one !== best);
    // Nothing else may know of the best so far, or of what goes with it.
    const alone =
      inside.get(best) === 2 &&
      reads.get(test.local) === choices.length &&
      companions.every((one) => inside.get(one) === 1) &&
      [test.local, best, ...companions].every((one) => setOnce.has(one)) &&
      !readsLocal(taken, best);
    const order = straight ? op : mirrored[op];
    const isStrict = order === 'lt' || order === 'gt';
    if (!alone || (isFloatScalar(taken.type) && !isStrict)) return undefined;
    return { best, op: order, companions: new Set(companions) };
  }
  return undefined;
}

function bestAlone({ choices }: Group, { best, op }: Search): Statement {
  const choice = choices.find((one) => one.local === best)!;
  const { whenTrue, whenFalse } = choice.value;
  const condition: Expression = { op, type: 'bool', left: whenTrue, right: whenFalse };
  return { ...choice, value: select(condition, whenTrue, whenFalse) };
}

function localsSetOnce(body: readonly Statement[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  const count = (local: string): void => void times.set(local, (times.get(local) ?? 0) + 1);
  forEachStatement(body, (one) => {
    if (one.op === 'set') count(one.local);
    else if (one.op === 'callMany') one.results.forEach(count);
    else if (one.op === 'for') count(one.index);
  });
  return new Set([...times].filter(([, often]) => often === 1).map(([local]) => local));
}
