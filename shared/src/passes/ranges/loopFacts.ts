import type { Expression, ForStatement, LoopStatement, Statement } from '../../ir/nodes';
import { forEachStatement } from '../../ir/walk';
import { usesLocal } from '../purity';
import { assignedLocals } from '../rewrite';
import { expressionKey } from '../sameExpression';
import { asBound, factsOf, forget, isSmall, know, type Facts } from './facts';
import { intervalOf, leastOf } from './evaluate';

/**
 * What holds at the start of every iteration: facts on locals that the loop leaves alone, and one-sided facts on
 * locals that it only ever counts up or down.
 */
export function loopFacts(loop: ForStatement | LoopStatement, entry: Facts): Facts {
  const assigned = assignedLocals(loop.body);
  const kept = forget(entry, assigned);
  let facts = kept;
  const assignments = assignmentsIn(loop.body);
  for (const local of assigned) {
    const old = factsOf(entry, local);
    if (old.least === undefined && old.most === undefined && old.below.size === 0) continue;
    const direction = directionOf(local, assignments);
    if (direction === 'down') {
      if (old.most !== undefined) facts = know(facts, local, { most: old.most });
      const below = new Map([...old.below].filter(([, { bound }]) => !usesLocal(bound, assigned)));
      if (below.size > 0) facts = know(facts, local, { below });
    }
    if (direction === 'up' && old.least !== undefined) facts = know(facts, local, { least: old.least });
  }
  return loop.op === 'for' ? indexFacts(loop, facts, entry) : facts;
}

/** The index of a counted loop runs from `start`, short of `stop`. */
function indexFacts(loop: ForStatement, facts: Facts, entry: Facts): Facts {
  const inside = forget(facts, new Set([loop.index]));
  if (loop.step.op !== 'const' || loop.start.type !== 'i64') return inside;
  const counted = loop.step.value > 0;
  const least = counted ? leastOf(loop.start, entry) : lowerEnd(leastOf(loop.stop, entry));
  const upper = asBound(counted ? loop.stop : loop.start);
  const bound = counted ? upper : { ...upper, offset: upper.offset + 1n };
  const stable = !usesLocal(bound.bound, assignedLocals([loop]));
  const below = stable ? new Map([[expressionKey(bound.bound), bound]]) : new Map();
  const most = counted ? undefined : intervalOf(loop.start, entry).most;
  const known = know(inside, loop.index, { least, most, below });
  // The body runs only where there is an index below the bound.
  const end = bound.bound;
  if (least === undefined || !counted || end.op !== 'local' || !stable) return known;
  return know(known, end.name, { least: least + 1n - bound.offset });
}

function lowerEnd(stop: bigint | undefined): bigint | undefined {
  return stop === undefined ? undefined : stop + 1n;
}

interface Assignments {
  /** What each local is set to. */
  readonly values: ReadonlyMap<string, readonly Expression[]>;
  /** Locals that are assigned in another way too. */
  readonly opaque: ReadonlySet<string>;
}

function assignmentsIn(body: readonly Statement[]): Assignments {
  const values = new Map<string, Expression[]>();
  const opaque = new Set<string>();
  forEachStatement(body, (statement) => {
    if (statement.op === 'set') {
      const known = values.get(statement.local);
      if (known) known.push(statement.value);
      else values.set(statement.local, [statement.value]);
    } else if (statement.op === 'callMany') for (const local of statement.results) opaque.add(local);
    else if (statement.op === 'for') opaque.add(statement.index);
  });
  return { values, opaque };
}

/** Whether every assignment of the local in the loop is itself plus, or minus, a constant. */
function directionOf(local: string, { values, opaque }: Assignments): 'up' | 'down' | undefined {
  const steps = (values.get(local) ?? []).map((value) => stepOf(value, local, values, 0));
  if (opaque.has(local) || steps.length === 0 || steps.includes(undefined)) return undefined;
  if (steps.every((step) => step! >= 0n)) return 'up';
  return steps.every((step) => step! <= 0n) ? 'down' : undefined;
}

/** `value` as `local + step`, through copies that are set once in the loop. */
function stepOf(
  value: Expression,
  local: string,
  values: ReadonlyMap<string, readonly Expression[]>,
  depth: number,
): bigint | undefined {
  if (value.op === 'local') {
    if (value.name === local) return 0n;
    const definitions = values.get(value.name);
    return definitions?.length === 1 && depth < 4
      ? stepOf(definitions[0]!, local, values, depth + 1)
      : undefined;
  }
  if ((value.op !== 'add' && value.op !== 'sub') || value.type !== 'i64' || value.right.op !== 'const')
    return undefined;
  const step = BigInt(value.right.value);
  const inner = stepOf(value.left, local, values, depth);
  if (inner === undefined || !isSmall(step)) return undefined;
  return inner + (value.op === 'add' ? step : -step);
}
