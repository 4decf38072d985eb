import type { Expression, ForStatement, FunctionIR, Statement } from '../../ir/nodes';
import { binary, constant } from '../../ir/expressions';
import type { ScalarType } from '../../ir/scalarType';
import { forEachStatement } from '../../ir/walk';
import type { Report } from '../remark';
import { assignedLocals } from '../rewrite';
import { guardAccesses } from './access';
import { countReads, exposedReads, surelySet } from '../carried';
import { lanesOf, widestOf } from './countLanes';
import { countByIndex, uncounted } from './counters';
import { carriedMessage, factsOf } from './facts';
import { foldTemporaries } from './foldTemporaries';
import { guarded, type Parts } from './guardedLoop';
import { Refusal } from './lanes';
import type { FreshLocals, Library, LoopContext, LoopFacts } from './loopContext';
import { narrowIntegers } from './narrow';
import { startReductions } from './partialResults';
import { findSearch, type FoundSearch, type Search } from './search';
import { countStep, startSearch } from './searchLanes';
import { finishBlock, newBlock, vectorizeBody } from './statements';
import { checkWorth, isWorthOrdering } from './worth';

export interface Scope {
  readonly fn: FunctionIR;
  readonly types: ReadonlyMap<string, ScalarType>;
  readonly fresh: FreshLocals;
  readonly library: Library;
  readonly report: Report;
  readonly reads: ReadonlyMap<string, number>;
}

/** The loop would have to add floats in another order. */
export class OrderRefusal extends Refusal {
  constructor() {
    super('it adds up floats, whose order only fastmath gives up');
  }
}

/**
 * The statements that take the place of a loop.
 * @param inOrder - to compute in vectors what is added to sums of floats, and to add it lane by lane
 * @throws {@link Refusal} where vectors cannot do the same, or are no faster
 */
export function vectorizeLoop(loop: ForStatement, scope: Scope, inOrder = false): readonly Statement[] {
  const { fresh, report } = scope;
  const range = rangeOf(loop);
  const { start, stop, step, falls } = range;
  const type = start.type;
  const first = isSmall(start) ? start : fresh.make(type, 'first');
  const last = fresh.make(type, 'last');
  const counted = falls ? uncounted(loop) : countByIndex(loop, first, fresh);
  const folded = foldTemporaries(counted.body, scope.reads);
  const found = findSearch(folded, scope.reads);
  const facts = narrowedFacts(
    { ...loop, start: first, stop: last, step, body: found?.body ?? folded },
    scope,
  );
  const search = found?.search;
  if (found) checkCarried(found, folded, facts, scope);
  const held = facts.loop;
  const { body } = held;
  const isOrdered = [...facts.reductions.values()].some((one) => one.ordered);
  if (isOrdered && !(inOrder || isWorthOrdering(body))) throw new OrderRefusal();
  if (falls && (isOrdered || found))
    throw new Refusal('it counts down, and the order of its iterations matters');
  const context = startContext(facts, falls, scope);
  startReductions(context);
  const block = newBlock(body, context, undefined, undefined);
  context.late.of = block.code;
  if (search) context.search = startSearch(search, context);
  vectorizeBody(body, context, block);
  if (context.search) context.late.code.push(countStep(context.search));
  // The iteration found has to find memory as it was, and the best of its lanes.
  if (search && (context.bail || context.accesses.some((access) => access.store)))
    throw new Refusal('it keeps the place of an extreme beside other work');
  if (context.bail && (context.stored || falls))
    throw new Refusal('some lanes may need the scalar loop after something is stored');
  const code = finishBlock(context, block);
  const work = code.slice(0, code.length - trailingStores(code));
  checkWorth(code, context);
  guardAccesses(context);
  if (facts.reductions.size === 0 && !storesInside(code)) throw new Refusal('it stores nothing');
  const split = fresh.make(type, 'split');
  const parts: Parts = {
    held: { ...held, body: loop.body },
    again: counted.body,
    split,
    work,
    stores: [...code.slice(work.length), ...context.late.code],
    keepLast: isLastKept(loop, facts, search, scope),
  };
  const vectors = guarded(parts, context);
  report(describe(context), loop.range);
  const begin: readonly Statement[] =
    first.op === 'local' ? [{ op: 'set', local: first.name, value: start, range: loop.range }] : [];
  const one = constant(type, 1);
  return [
    ...begin,
    { op: 'set', local: last.name, value: stop, range: loop.range },
    { op: 'set', local: split.name, value: falls ? last : first },
    ...counted.before,
    vectors,
    ...counted.after(split),
    falls
      ? { ...loop, start: binary('sub', split, one), stop: binary('sub', first, one) }
      : { ...loop, start: split, stop: last },
  ];
}

/** The indices of a loop in rising order, and whether it runs through them in falling order. */
function rangeOf({ start, stop, step }: ForStatement): IndexRange {
  const by = step.op === 'const' ? BigInt(step.value) : 0n;
  if ((by !== 1n && by !== -1n) || start.type === 'u64') throw new Refusal('it does not count by one');
  if (by === 1n) return { start, stop, step, falls: false };
  const one = constant(start.type, 1);
  const above = (end: Expression): Expression =>
    end.op === 'const' ? constant(end.type, BigInt(end.value) + 1n) : binary('add', end, one);
  return { start: above(stop), stop: above(start), step: one, falls: true };
}

interface IndexRange {
  readonly start: Expression;
  readonly stop: Expression;
  readonly step: Expression;
  readonly falls: boolean;
}

/** The iteration found runs again by itself: it may not ask for what others have left. */
function checkCarried(
  { search: { best, companions }, body: withoutSearch }: FoundSearch,
  body: readonly Statement[],
  { reductions }: LoopFacts,
  { fn }: Scope,
): void {
  const assigned = assignedLocals(body);
  const [reads, others] = [countReads(body), countReads(withoutSearch)];
  for (const local of exposedReads(body)) {
    if (!assigned.has(local) || local === best || companions.has(local)) continue;
    if (!reductions.has(local) || reads.get(local) !== others.get(local))
      throw new Refusal(carriedMessage(local, fn));
  }
}

/** A constant that stays far from overflow, whatever lanes are added. */
function isSmall(start: Expression): boolean {
  return start.op === 'const' && Math.abs(Number(start.value)) < 2 ** 30;
}

/** What is known of the loop once its integers are computed in few bits. */
function narrowedFacts(loop: ForStatement, { fn, types, fresh }: Scope): LoopFacts {
  const facts = factsOf(loop, fn, types);
  const known = new Map(types);
  const body = narrowIntegers(loop.body, facts.varying, (name, type) => {
    const local = fresh.make(type, `${name}.n`).name;
    known.set(local, type);
    return local;
  });
  return body === loop.body ? facts : factsOf({ ...loop, body }, fn, known);
}

function startContext(facts: LoopFacts, falls: boolean, { fresh, library }: Scope): LoopContext {
  const widest = widestOf(facts);
  const { loop } = facts;
  return {
    ...{ facts, falls, fresh, library, widest },
    lanes: lanesOf(facts, widest),
    index: fresh.make(loop.start.type, `${loop.index}.v`),
    before: [],
    hoisted: new Map(),
    anchors: new Map(),
    accesses: [],
    guards: [],
    guardKeys: new Set(),
    inner: new Map(),
    vectors: new Map(),
    bail: undefined,
    stored: false,
    search: undefined,
    late: { of: undefined, code: [] },
  };
}

function describe({ lanes, widest, search, facts }: LoopContext): string {
  const perVector = 16 / widest;
  const unrolled = lanes / perVector;
  const isOrdered = [...facts.reductions.values()].some((one) => one.ordered);
  return [
    `vectorised by ${perVector} lanes`,
    ...(unrolled > 1 ? [`unrolled ${unrolled} times`] : []),
    ...(isOrdered ? ['floats added up in order'] : []),
    ...(search ? ['each lane with its best'] : []),
  ].join(', ');
}

function trailingStores(body: readonly Statement[]): number {
  let count = 0;
  while (count < body.length && body[body.length - 1 - count]!.op === 'store') count++;
  return count;
}

function storesInside(body: readonly Statement[]): boolean {
  let found = false;
  forEachStatement(body, (statement) => {
    found ||= statement.op === 'store';
  });
  return found;
}

/** Whether something that an iteration sets is read outside the loop. The scalar loop does the last: it has to set it. */
function isLastKept(
  loop: ForStatement,
  { reductions }: LoopFacts,
  search: Search | undefined,
  { reads, fn }: Scope,
): boolean {
  const inside = countReads([loop]);
  const kept = [...assignedLocals(loop.body)].filter(
    (local) =>
      !reductions.has(local) &&
      !search?.companions.has(local) &&
      (reads.get(local) ?? 0) !== (inside.get(local) ?? 0),
  );
  const sure = surelySet(loop.body);
  const missed = kept.find((local) => !sure.has(local));
  if (missed !== undefined) throw new Refusal(carriedMessage(missed, fn));
  return kept.length > 0;
}
