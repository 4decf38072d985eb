import type { Expression, ForStatement, LoopStatement, Statement } from '../../ir/nodes';
import { forEachStatement } from '../../ir/walk';
import { localExpression } from '../../ir/expressions';
import { exposedReads } from '../carried';
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
    if (direction === 'up' && old.least !== undefined) {
      const most = mostCounted(local, loop, entry, assignments);
      facts = know(facts, local, { least: old.least, most });
    }
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

/** What a local that only grows, by constants, is at most after all iterations of a counted loop. */
function mostCounted(
  local: string,
  loop: ForStatement | LoopStatement,
  entry: Facts,
  assignments: Assignments,
): bigint | undefined {
  if (loop.op !== 'for' || loop.step.op !== 'const' || loop.start.type !== 'i64') return undefined;
  const step = BigInt(loop.step.value);
  const [low, high] = step > 0n ? [loop.start, loop.stop] : [loop.stop, loop.start];
  const [least, most] = [intervalOf(low, entry).least, intervalOf(high, entry).most];
  const before = intervalOf(localExpression(local, 'i64'), entry).most;
  if (least === undefined || most === undefined || before === undefined) return undefined;
  // Each assignment runs at most once in an iteration, where it stands in no loop inside.
  const sites = outsideLoops(loop.body).filter((one) => one.op === 'set' && one.local === local).length;
  const steps = assignments.values.get(local)!.map((value) => stepOf(value, local, assignments, 0)!);
  if (sites !== steps.length) return undefined;
  const each = steps.reduce((sum, one) => sum + one);
  const size = step > 0n ? step : -step;
  const rounds = most > least ? (most - least + size - 1n) / size : 0n;
  return before + each * rounds;
}

function outsideLoops(body: readonly Statement[]): readonly Statement[] {
  return body.flatMap((one): readonly Statement[] => {
    if (one.op === 'if') return [...outsideLoops(one.whenTrue), ...outsideLoops(one.whenFalse)];
    if (one.op === 'block') return outsideLoops(one.body);
    return [one];
  });
}

interface Assignments {
  /** What each local is set to. */
  readonly values: ReadonlyMap<string, readonly Expression[]>;
  /** Locals that are assigned in another way too. */
  readonly opaque: ReadonlySet<string>;
  /** Whether an iteration may read what an earlier one, or what stands before the loop, has left in a local. */
  isCarried(local: string): boolean;
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
  let carried: ReadonlySet<string> | undefined;
  const isCarried = (local: string): boolean => {
    carried ??= exposedReads(body);
    return carried.has(local);
  };
  return { values, opaque, isCarried };
}

/** Whether every assignment of the local in the loop is itself plus, or minus, a constant. */
function directionOf(local: string, assignments: Assignments): 'up' | 'down' | undefined {
  const { values, opaque } = assignments;
  const steps = (values.get(local) ?? []).map((value) => stepOf(value, local, assignments, 0));
  if (opaque.has(local) || steps.length === 0 || steps.includes(undefined)) return undefined;
  if (steps.every((step) => step! >= 0n)) return 'up';
  return steps.every((step) => step! <= 0n) ? 'down' : undefined;
}

/** `value` as `local + step`, through copies that an iteration sets once and reads after that. */
function stepOf(
  value: Expression,
  local: string,
  assignments: Assignments,
  depth: number,
): bigint | undefined {
  if (value.op === 'local') {
    if (value.name === local) return 0n;
    const definitions = assignments.values.get(value.name);
    return definitions?.length === 1 && depth < 4 && !assignments.isCarried(value.name)
      ? stepOf(definitions[0]!, local, assignments, depth + 1)
      : undefined;
  }
  if ((value.op !== 'add' && value.op !== 'sub') || value.type !== 'i64' || value.right.op !== 'const')
    return undefined;
  const step = BigInt(value.right.value);
  const inner = stepOf(value.left, local, assignments, depth);
  if (inner === undefined || !isSmall(step)) return undefined;
  return inner + (value.op === 'add' ? step : -step);
}
