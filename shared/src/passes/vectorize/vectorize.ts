import { binary, constant, convert, localExpression, simd } from '../../ir/expressions';
import type { Expression, ForStatement, FunctionIR, LocalExpression, Statement } from '../../ir/nodes';
import { type ScalarType, scalarSize } from '../../ir/scalarType';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import type { Report } from '../remark';
import { assignedLocals, mapBlocks } from '../rewrite';
import { guardAccesses } from './access';
import { countReads, surelySet } from './carried';
import { carriedMessage, factsOf } from './facts';
import { Refusal } from './lanes';
import {
  FreshLocals,
  holdIn,
  type Library,
  type LoopContext,
  type LoopFacts,
  vectorsOf,
} from './loopContext';
import { foldTemporaries } from './foldTemporaries';
import { narrowIntegers } from './narrow';
import { combineLanes, join } from './reduction';
import { joinVectors, startReductions } from './partialResults';
import { finishBlock, newBlock, vectorizeBody } from './statements';
import { checkWorth } from './worth';

/**
 * Runs several iterations of a loop together, in the lanes of vectors. A loop without loops inside is tried first; where
 * that one needs its order, as a sum of floats does, the loop around it, so that every lane sums in its own order. All
 * results are those of the scalar loop in every bit, except where fastmath lets sums be reordered. The scalar loop stays
 * for the last iterations, for arrays that overlap and for whatever else the guards before the vector loop find.
 */
export function vectorizeLoops(fn: FunctionIR, report: Report, library: Library): FunctionIR {
  const types = new Map(fn.locals.map((local) => [local.name, local.type]));
  const fresh = new FreshLocals(fn);
  const scope: Scope = { fn, types, fresh, library, report, reads: countReads(fn.body) };
  const { body, done } = visit(fn.body, scope);
  return done ? { ...fn, body, locals: [...fn.locals, ...fresh.added] } : fn;
}

interface Scope {
  readonly fn: FunctionIR;
  readonly types: ReadonlyMap<string, ScalarType>;
  readonly fresh: FreshLocals;
  readonly library: Library;
  readonly report: Report;
  readonly reads: ReadonlyMap<string, number>;
}

interface Visited {
  readonly body: readonly Statement[];
  readonly done: boolean;
}

function visit(body: readonly Statement[], scope: Scope): Visited {
  let done = false;
  const result = body.flatMap((statement): readonly Statement[] => {
    let inside = false;
    const inner = mapBlocks(statement, (block) => {
      const visited = visit(block, scope);
      inside ||= visited.done;
      return visited.done ? visited.body : block;
    });
    done ||= inside;
    if (statement.op !== 'for' || inside || depthOf(statement.body) > 1) return [inner];
    const replaced = tryLoop(statement, scope);
    done ||= replaced !== undefined;
    return replaced ?? [statement];
  });
  return { body: result, done };
}

/** How many loops deep the statements go. */
function depthOf(body: readonly Statement[]): number {
  let depth = 0;
  for (const statement of body) {
    if (statement.op === 'for' || statement.op === 'loop')
      depth = Math.max(depth, 1 + depthOf(statement.body));
    else if (statement.op === 'if')
      depth = Math.max(depth, depthOf(statement.whenTrue), depthOf(statement.whenFalse));
    else if (statement.op === 'block' || statement.op === 'try')
      depth = Math.max(depth, depthOf(statement.body));
  }
  return depth;
}

function tryLoop(loop: ForStatement, scope: Scope): readonly Statement[] | undefined {
  try {
    return vectorizeLoop(loop, scope);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    scope.report(`not vectorised: ${error.message}`, loop.range);
    return undefined;
  }
}

function vectorizeLoop(loop: ForStatement, scope: Scope): readonly Statement[] {
  const { fresh, report } = scope;
  if (loop.step.op !== 'const' || BigInt(loop.step.value) !== 1n || loop.start.type === 'u64')
    throw new Refusal('it does not count by one');
  const type = loop.start.type;
  const first = fresh.make(type, 'first');
  const last = fresh.make(type, 'last');
  const folded = foldTemporaries(loop.body, scope.reads);
  const facts = narrowedFacts({ ...loop, start: first, stop: last, body: folded }, scope);
  const held = facts.loop;
  const { body } = held;
  if ([...facts.reductions.values()].some((one) => one.ordered) && !isWorthOrdering(body))
    throw new Refusal('it adds up floats, whose order only fastmath gives up');
  const context = startContext(facts, scope);
  startReductions(context);
  const block = newBlock(body, context, undefined, undefined);
  context.late.of = block.code;
  vectorizeBody(body, context, block);
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
    split,
    work,
    stores: [...code.slice(work.length), ...context.late.code],
    keepLast: isLastKept(loop, facts, scope),
  };
  const vectors = guarded(parts, context);
  report(describe(context), loop.range);
  return [
    { op: 'set', local: first.name, value: loop.start, range: loop.range },
    { op: 'set', local: last.name, value: loop.stop, range: loop.range },
    { op: 'set', local: split.name, value: first },
    vectors,
    { ...loop, start: split, stop: last },
  ];
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
    late: { of: undefined, code: [] },
  };
}

interface Parts {
  readonly held: ForStatement;
  readonly split: Expression & { readonly op: 'local' };
  readonly work: readonly Statement[];
  readonly stores: readonly Statement[];
  /** The scalar loop must run last, for what is read after the loop. */
  readonly keepLast: boolean;
}

function describe({ lanes, widest }: LoopContext): string {
  const perVector = 16 / widest;
  const unrolled = lanes / perVector;
  return `vectorised by ${perVector} lanes${unrolled > 1 ? `, unrolled ${unrolled} times` : ''}`;
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
function isLastKept(loop: ForStatement, { reductions }: LoopFacts, { reads, fn }: Scope): boolean {
  const inside = countReads([loop]);
  const kept = [...assignedLocals(loop.body)].filter(
    (local) => !reductions.has(local) && (reads.get(local) ?? 0) !== (inside.get(local) ?? 0),
  );
  const sure = surelySet(loop.body);
  const missed = kept.find((local) => !sure.has(local));
  if (missed !== undefined) throw new Refusal(carriedMessage(missed, fn));
  return kept.length > 0;
}

/** `if` there are enough iterations and the guards hold: the vector loop up to `split`. */
function guarded({ held, split, work, stores, keepLast }: Parts, context: LoopContext): Statement {
  const { lanes, index, guards, before } = context;
  const { start, stop } = held;
  const { type } = split;
  const unsigned: ScalarType = type === 'i64' ? 'u64' : 'u32';
  const count = binary('sub', stop, start);
  const enough: Expression = {
    op: 'ge',
    type: 'bool',
    left: convert(count, unsigned),
    right: constant(unsigned, keepLast ? lanes + 1 : lanes),
  };
  const ordered: Expression = { op: 'gt', type: 'bool', left: stop, right: start };
  const condition = [ordered, enough, ...guards].reduce((a, b) => binary('and', a, b));
  const counted = keepLast ? binary('sub', count, constant(type, 1)) : count;
  const whole = binary('and', counted, constant(type, -lanes));
  const end = context.fresh.make(type, 'end');
  const loop = context.bail
    ? interruptible({ held, split, work, stores, keepLast }, context, end)
    : [vectorLoop(held, index.name, start, end, [...work, ...stores], lanes)];
  return {
    op: 'if',
    condition,
    whenTrue: [
      { op: 'set', local: end.name, value: binary('add', start, whole) },
      ...before,
      ...loop,
      ...finishReductions(context, split, end),
    ],
    whenFalse: [],
  };
}

function vectorLoop(
  held: ForStatement,
  index: string,
  start: Expression,
  stop: Expression,
  body: readonly Statement[],
  lanes: number,
): ForStatement {
  const { label, range, parallel: _, ...rest } = held;
  const step = constant(start.type, lanes);
  return { ...rest, label: `${label}.v`, index, start, stop, step, body, range };
}

/**
 * The vector loop where a step may have to be done by the scalar loop. That one stays outside: a call in a loop makes V8
 * spill every vector register.
 */
function interruptible(
  { held, work, stores }: Parts,
  context: LoopContext,
  end: LocalExpression,
): Statement[] {
  const { lanes, fresh } = context;
  const type = end.type;
  const next = fresh.make(type, 'next');
  const missed = fresh.make(type, 'missed');
  const bail = context.bail!;
  const outer = `${held.label}.all`;
  const inner = `${held.label}.vectors`;
  const stop = binary('add', next, constant(type, lanes));
  const found: Expression = convert(simd('v128.any_true', [bail]), 'bool');
  const body: Statement[] = [
    { op: 'set', local: bail.name, value: constant('v128', 0) },
    ...work,
    { op: 'if', condition: found, whenTrue: [{ op: 'break', label: inner }], whenFalse: [] },
    ...stores,
    { op: 'set', local: next.name, value: stop },
  ];
  const steps = vectorLoop(held, context.index.name, next, end, body, lanes);
  const finished: Expression = { op: 'ge', type: 'bool', left: next, right: end };
  // Where a step in eight is missed for long, vectors are no gain: the scalar loop does the rest.
  const often: Expression = {
    op: 'gt',
    type: 'bool',
    left: missed,
    right: binary('add', binary('sub', next, held.start), constant(type, 512 * lanes)),
  };
  return [
    { op: 'set', local: next.name, value: held.start },
    { op: 'set', local: missed.name, value: constant(type, 0) },
    {
      op: 'loop',
      label: outer,
      body: [
        { op: 'block', label: inner, body: [steps] },
        { op: 'if', condition: finished, whenTrue: [{ op: 'break', label: outer }], whenFalse: [] },
        { ...held, start: next, stop },
        { op: 'set', local: next.name, value: stop },
        { op: 'set', local: missed.name, value: binary('add', missed, constant(type, 8 * lanes)) },
        {
          op: 'if',
          condition: often,
          whenTrue: [{ op: 'set', local: end.name, value: next }],
          whenFalse: [],
        },
      ],
    },
  ];
}

/**
 * Puts the partial results together and lets the scalar loop begin where the vectors end. Of equal zeros the scalar loop
 * keeps the first, whose sign the lanes have forgotten: when an extreme is zero, all is left to it.
 */
function finishReductions(
  context: LoopContext,
  split: Expression & { op: 'local' },
  end: Expression,
): Statement[] {
  const code: Statement[] = [];
  const results: Statement[] = [{ op: 'set', local: split.name, value: end }];
  let certain: Expression | undefined;
  for (const [local, reduction] of context.facts.reductions) {
    if (reduction.ordered) continue;
    const { op, type } = reduction;
    const partial = vectorsOf(context, local);
    const joined = joinVectors(partial, reduction, code, context);
    const perVector = Math.min(context.lanes, 16 / partial.width);
    const hold = holdIn(context, code);
    const value = combineLanes(joined, reduction, perVector, hold);
    const before = localExpression(local, type);
    const total = hold(op === 'sub' ? binary('sub', before, value) : join(reduction, before, value));
    results.push({ op: 'set', local, value: total });
    if (op !== 'least' && op !== 'greatest') continue;
    const isSure: Expression = { op: 'ne', type: 'bool', left: total, right: constant(type, 0) };
    certain = certain ? binary('and', certain, isSure) : isSure;
  }
  if (!certain) return [...code, ...results];
  const ordered = [...context.facts.reductions.values()].some((one) => one.ordered);
  if (ordered || context.accesses.some((access) => access.store))
    throw new Refusal('it keeps an extreme while it stores');
  return [...code, { op: 'if', condition: certain, whenTrue: results, whenFalse: [] }];
}

/** Work besides the sum, for which vectors pay: functions of the math library, or conditions that cannot be foreseen. */
function isWorthOrdering(body: readonly Statement[]): boolean {
  let worth =
    body.every((one) => one.op !== 'for' && one.op !== 'loop') && body.some((one) => one.op === 'if');
  forEachExpression(body, (one) => {
    worth ||= one.op === 'math';
  });
  return worth;
}

/** Bytes of the widest scalar that differs between iterations. */
function widestOf({ loop, varying, types, wideSums }: LoopFacts): number {
  let widest = 1;
  const sums = new Set([...wideSums.values()].flat());
  const see = (type: ScalarType | undefined): void => {
    if (type && type !== 'bool' && type !== 'ptr') widest = Math.max(widest, scalarSize(type));
  };
  forEachExpression(loop.body, (one) => {
    if (one.op === 'load') see(one.type);
    const isConverted = one.op === 'convert' && !isIndex(one.value, loop.index) && !sums.has(one);
    if (one.op === 'math' || isConverted) see(one.type);
    if (one.op === 'math') widest = 8;
  });
  for (const local of varying) if (local !== loop.index && !wideSums.has(local)) see(types.get(local));
  forEachStatement(loop.body, (statement) => {
    if (statement.op === 'store') see(statement.value.type);
  });
  return widest;
}

function isIndex(expression: Expression, index: string): boolean {
  return expression.op === 'local' && expression.name === index;
}

/** How many iterations run together: more where there is little to do, so that loads can be many at a time. */
function lanesOf(facts: LoopFacts, widest: number): number {
  let work = 0;
  let narrowest = widest;
  forEachExpression(facts.loop.body, (one) => {
    work += one.op === 'math' ? 40 : 1;
    if (one.op === 'load') narrowest = Math.min(narrowest, scalarSize(one.type));
  });
  forEachStatement(facts.loop.body, (statement) => {
    if (statement.op === 'store') narrowest = Math.min(narrowest, scalarSize(statement.value.type));
  });
  const unrolled = work <= 40 ? 4 : 2;
  return Math.max((16 / widest) * unrolled, 8 / narrowest);
}
