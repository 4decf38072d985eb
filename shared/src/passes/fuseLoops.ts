import { localExpression } from '../ir/expressions';
import type { ForStatement, FunctionIR, SetStatement, Statement } from '../ir/nodes';
import { isFloatScalar, type ScalarType } from '../ir/scalarType';
import { bodiesOf, expressionsOf, forEachExpression, forEachStatement } from '../ir/walk';
import { isDroppable, isPure, localsOf } from './purity';
import type { Report } from './remark';
import { assignedLocals, mapBlocks, mapList, rewriteBody } from './rewrite';
import { addressKey, sameExpression } from './sameExpression';
import { liveAfter, readFirst } from './threads/liveness';
import { reductionOperator } from './threads/reduction';

/** Statements that the loops of one may have together: beyond it, locals no longer fit the machine's registers. */
const mostStatements = 12;

/**
 * Fuses loops over the same range that only read memory and add floats up in order: each waits for its own last
 * addition, so several take as long as one. No addition moves to another place of its sum, so every bit stays. A loop
 * comes before what stood between the two only where that neither writes memory nor needs the loop's results.
 */
export function fuseLoops(fn: FunctionIR, report: Report): FunctionIR {
  if (fn.fastmath) return fn;
  const types = new Map(fn.locals.map(({ name, type }) => [name, type]));
  let handles = false;
  forEachStatement(fn.body, (one) => {
    handles ||= one.op === 'try';
  });
  let live: ReadonlyMap<Statement, ReadonlySet<string>> | undefined;
  const endsUnseen = (loop: ForStatement) => {
    live ??= liveAfter(fn.body);
    return live.get(loop)?.has(loop.index) === false;
  };
  const visit = (body: readonly Statement[]): readonly Statement[] => {
    const inner = mapList(body, (one) => mapBlocks(one, visit));
    const sums = inner.filter((one) => one.op === 'for' && addsInOrder(one, types)) as ForStatement[];
    if (sums.length < 2) return inner;
    return fuseList(inner, new Set(sums.filter(endsUnseen)), handles, report);
  };
  const body = visit(fn.body);
  return body === fn.body ? fn : { ...fn, body };
}

function fuseList(
  body: readonly Statement[],
  loops: ReadonlySet<Statement>,
  handles: boolean,
  report: Report,
): readonly Statement[] {
  const done: Statement[] = [];
  const fusible = new Set<Statement>(loops);
  for (const statement of body) {
    const fused = fusible.has(statement)
      ? fuseWithEarlier(done, statement as ForStatement, fusible, handles)
      : undefined;
    if (!fused) {
      done.push(statement);
      continue;
    }
    done.splice(fused.at, done.length - fused.at, ...fused.statements);
    fusible.add(fused.loop);
    report('fused with an earlier loop over the same range: their sums grow side by side', statement.range);
  }
  return done;
}

interface Fused {
  /** Where the statements take the place of all that follows. */
  readonly at: number;
  readonly statements: readonly Statement[];
  readonly loop: ForStatement;
}

function fuseWithEarlier(
  before: readonly Statement[],
  loop: ForStatement,
  fusible: ReadonlySet<Statement>,
  handles: boolean,
): Fused | undefined {
  for (let at = before.length - 1; at >= 0; at--) {
    const earlier = before[at]!;
    const between = before.slice(at + 1);
    if (fusible.has(earlier)) {
      const fused = fusePair(earlier as ForStatement, loop, between);
      if (fused) return { at, ...fused };
    }
    if (!canBeOvertaken(earlier, handles)) return undefined;
  }
  return undefined;
}

/** Whether a loop that only reads may run before the statement that stood before it, as far as memory and control go. */
function canBeOvertaken(statement: Statement, handles: boolean, open: readonly string[] = []): boolean {
  switch (statement.op) {
    case 'raise':
      return !handles && (statement.args ?? []).every(isDroppable);
    case 'break':
    case 'continue':
      return open.includes(statement.label);
    case 'set':
    case 'evaluate':
    case 'if':
    case 'for':
    case 'block':
    case 'return': {
      const labels = 'label' in statement ? [...open, statement.label] : open;
      return (
        expressionsOf(statement).every(isDroppable) &&
        bodiesOf(statement).every((body) => body.every((one) => canBeOvertaken(one, handles, labels)))
      );
    }
    default:
      return false;
  }
}

function fusePair(
  earlier: ForStatement,
  later: ForStatement,
  between: readonly Statement[],
): { readonly statements: readonly Statement[]; readonly loop: ForStatement } | undefined {
  const sameRange =
    sameExpression(earlier.start, later.start) &&
    sameExpression(earlier.stop, later.stop) &&
    sameExpression(earlier.step, later.step) &&
    earlier.parallel === later.parallel;
  if (!sameRange || earlier.body.length + later.body.length > mostStatements) return undefined;
  const order = reorder(earlier, later, between);
  if (!order) return undefined;
  const index = localExpression(earlier.index, earlier.start.type);
  const body = rewriteBody(later.body, (one) =>
    one.op === 'local' && one.name === later.index ? index : one,
  );
  const ends = between.some(mayEnd);
  if (ends && !readsTheSame(earlier.body, body)) return undefined;
  const loop: ForStatement = { ...earlier, body: [...earlier.body, ...body] };
  return { statements: [...order.moved, loop, ...order.left], loop };
}

interface Order {
  readonly moved: readonly Statement[];
  readonly left: readonly Statement[];
}

/** What must come before both loops of what stands between them, and what stays behind; undefined if neither may. */
function reorder(
  earlier: ForStatement,
  later: ForStatement,
  between: readonly Statement[],
): Order | undefined {
  const needed = new Set(readFirst([later], later.label));
  const early = assignedLocals([later]).add(later.index);
  const moved: SetStatement[] = [];
  const left: Statement[] = [];
  for (const statement of [...between].reverse()) {
    const sets = assignedLocals([statement]);
    if (!meets(sets, needed) && !meets(sets, early)) {
      left.unshift(statement);
      continue;
    }
    if (statement.op !== 'set' || !isPure(statement.value)) return undefined;
    moved.unshift(statement);
    early.add(statement.local);
    needed.delete(statement.local);
    for (const local of localsOf(statement.value)) needed.add(local);
  }
  const before = assignedLocals([earlier]).add(earlier.index);
  const passing = passingLocals(earlier, later, moved);
  for (const local of passing) early.delete(local);
  const others = readsOf([...left, earlier]);
  const known = meets(early, others) || meets(early, before) || meets(before, needed);
  return known || meets(passing, readsOf(left)) ? undefined : { moved, left };
}

/** Locals that both loops set before they read them in an iteration, so that they may bear the same name. */
function passingLocals(
  earlier: ForStatement,
  later: ForStatement,
  moved: readonly SetStatement[],
): Set<string> {
  const [first, second] = [earlier, later].map((loop) => readFirst(loop.body, loop.label));
  const inLater = assignedLocals(later.body);
  const passing = [...assignedLocals(earlier.body)].filter(
    (local) => inLater.has(local) && !first!.has(local) && !second!.has(local),
  );
  return new Set(passing.filter((local) => moved.every((one) => one.local !== local)));
}

function mayEnd(statement: Statement): boolean {
  return (
    statement.op === 'return' ||
    statement.op === 'raise' ||
    bodiesOf(statement).some((body) => body.some(mayEnd))
  );
}

/** Whether the second body reads no place that the first does not: one it was kept from might be nowhere. */
function readsTheSame(first: readonly Statement[], second: readonly Statement[]): boolean {
  const places = placesOf(first);
  return [...placesOf(second)].every((place) => places.has(place));
}

function placesOf(body: readonly Statement[]): Set<string> {
  const places = new Set<string>();
  forEachExpression(body, (one) => {
    if (one.op === 'load') places.add(`${one.type} ${addressKey(one.address)}`);
  });
  return places;
}

function readsOf(body: readonly Statement[]): Set<string> {
  const reads = new Set<string>();
  forEachStatement(body, (one) => {
    for (const expression of expressionsOf(one)) for (const local of localsOf(expression)) reads.add(local);
  });
  return reads;
}

function meets(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((one) => others.has(one));
}

/** A loop of plain assignments that reads memory at most, one of them a float that grows in the order of iterations. */
function addsInOrder(loop: ForStatement, types: ReadonlyMap<string, ScalarType>): boolean {
  const plain = loop.body.every((one) => one.op === 'set' && isDroppable(one.value));
  if (!plain || ![loop.start, loop.stop, loop.step].every(isDroppable)) return false;
  return [...assignedLocals(loop.body)].some((local) => {
    const operator = isFloatScalar(types.get(local)!) && reductionOperator(loop.body, local);
    return operator === 'add' || operator === 'mul';
  });
}
