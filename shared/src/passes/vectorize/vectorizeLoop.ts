import type { Expression, ForStatement, FunctionIR, Statement } from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { forEachStatement } from '../../ir/walk';
import type { Report } from '../remark';
import { assignedLocals } from '../rewrite';
import { guardAccesses } from './access';
import { countReads, exposedReads, surelySet } from './carried';
import { lanesOf, widestOf } from './countLanes';
import { countByIndex } from './counters';
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
  if (loop.step.op !== 'const' || BigInt(loop.step.value) !== 1n || loop.start.type === 'u64')
    throw new Refusal('it does not count by one');
  const type = loop.start.type;
  const first = isSmall(loop.start) ? loop.start : fresh.make(type, 'first');
  const last = fresh.make(type, 'last');
  const counted = countByIndex(loop, first, fresh);
  const folded = foldTemporaries(counted.body, scope.reads);
  const found = findSearch(folded, scope.reads);
  const facts = narrowedFacts({ ...loop, start: first, stop: last, body: found?.body ?? folded }, scope);
  const search = found?.search;
  if (found) checkCarried(found, folded, facts, scope);
  const held = facts.loop;
  const { body } = held;
  const isOrdered = [...facts.reductions.values()].some((one) => one.ordered);
  if (isOrdered && !(inOrder || isWorthOrdering(body))) throw new OrderRefusal();
  const context = startContext(facts, scope);
  startReductions(context);
  const block = newBlock(body, context, undefined, undefined);
  context.late.of = block.code;
  if (search) context.search = startSearch(search, context);
  vectorizeBody(body, context, block);
  if (context.search) context.late.code.push(countStep(context.search));
  // The iteration found has to find memory as it was, and the best of its lanes.
  if (search && (context.bail || context.accesses.some((access) => access.store)))
    throw new Refusal('it keeps the place of an extreme beside other work');
  if (context.bail && context.stored)
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
  const start: readonly Statement[] =
    first.op === 'local' ? [{ op: 'set', local: first.name, value: loop.start, range: loop.range }] : [];
  return [
    ...start,
    { op: 'set', local: last.name, value: loop.stop, range: loop.range },
    { op: 'set', local: split.name, value: first },
    ...counted.before,
    vectors,
    ...counted.after(split),
    { ...loop, start: split, stop: last },
  ];
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

function startContext(facts: LoopFacts, { fresh, library }: Scope): LoopContext {
  const widest = widestOf(facts);
  const { loop } = facts;
  return {
    ...{ facts, fresh, library, widest },
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
