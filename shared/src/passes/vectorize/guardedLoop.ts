import { binary, compare, constant, convert, localExpression, simd } from '../../ir/expressions';
import type { Expression, ForStatement, LocalExpression, Statement } from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { Refusal } from './lanes';
import { holdIn, type LoopContext, vectorsOf } from './loopContext';
import { joinVectors } from './partialResults';
import { combineLanes, join } from './reduction';
import { finishSearch } from './searchLanes';

export interface Parts {
  readonly held: ForStatement;
  /** The body where it runs a second time for one iteration. */
  readonly again: readonly Statement[];
  readonly split: LocalExpression;
  readonly work: readonly Statement[];
  readonly stores: readonly Statement[];
  /** The scalar loop must run last, for what is read after the loop. */
  readonly keepLast: boolean;
}

/** `if` there are enough iterations and the guards hold: the vector loop up to `split`. */
export function guarded(parts: Parts, context: LoopContext): Statement {
  const { held, again, work, stores, keepLast } = parts;
  const { lanes, index, guards, before } = context;
  const { start, stop } = held;
  const { type } = parts.split;
  const enough = hasIterations(held, keepLast ? lanes + 1 : lanes, context);
  const condition = [...enough, ...guards].reduce((a, b) => binary('and', a, b));
  const count = binary('sub', stop, start);
  const counted = keepLast ? binary('sub', count, constant(type, 1)) : count;
  const whole = binary('and', counted, constant(type, -lanes));
  const end = context.fresh.make(type, 'end');
  const split = context.falls ? binary('sub', stop, whole) : binary('add', start, whole);
  const steps = [...work, ...stores];
  const falling = {
    start: binary('sub', stop, constant(type, lanes)),
    stop: binary('sub', end, constant(type, 1)),
  };
  const loop = context.bail
    ? interruptible(parts, context, end)
    : [
        context.falls
          ? vectorLoop(held, index.name, falling, steps, -lanes)
          : vectorLoop(held, index.name, { start, stop: end }, steps, lanes),
      ];
  return {
    op: 'if',
    condition,
    whenTrue: [
      { op: 'set', local: end.name, value: split },
      ...before,
      ...loop,
      ...finishReductions({ ...held, body: again }, context, parts.split, end),
    ],
    whenFalse: [],
  };
}

/** Conditions for so many iterations. What a loop inside another asks counts, so it is one where it can be. */
function hasIterations(
  { start, stop }: ForStatement,
  least: number,
  { falls }: LoopContext,
): readonly Expression[] {
  const { type } = start;
  if (start.op === 'const') return [compare('ge', stop, constant(type, BigInt(start.value) + BigInt(least)))];
  const unsigned: ScalarType = type === 'i64' ? 'u64' : 'u32';
  const count = convert(binary('sub', stop, start), unsigned);
  // A falling loop's ends are one more than the source's, and may have wrapped around.
  const end = (one: Expression) => (falls ? binary('sub', one, constant(type, 1)) : one);
  return [compare('gt', end(stop), end(start)), compare('ge', count, constant(unsigned, least))];
}

function vectorLoop(
  held: ForStatement,
  index: string,
  { start, stop }: { readonly start: Expression; readonly stop: Expression },
  body: readonly Statement[],
  by: number,
): ForStatement {
  const { label, range, parallel: _, ...rest } = held;
  const step = constant(start.type, by);
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
  const steps = vectorLoop(held, context.index.name, { start: next, stop: end }, body, lanes);
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
  held: ForStatement,
  context: LoopContext,
  split: LocalExpression,
  end: Expression,
): Statement[] {
  const code: Statement[] = [];
  const results: Statement[] = [{ op: 'set', local: split.name, value: end }];
  let certain: Expression | undefined;
  for (const [local, reduction] of context.facts.reductions) {
    if (reduction.ordered) continue;
    if (context.search?.search.best === local) {
      results.push(finishSearch(context.search, held, context, code));
      continue;
    }
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
