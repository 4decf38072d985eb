import { constant, simd } from '../../ir/expressions';
import type {
  Expression,
  IfStatement,
  LocalExpression,
  LoopStatement,
  SetStatement,
  Statement,
} from '../../ir/nodes';
import { isPure } from '../purity';
import { countReads, exposedReads } from '../carried';
import { resizeMask } from './convertLanes';
import { isVarying, scalarForm, vectorize } from './expression';
import { type Lanes, mapLanes, Refusal, splat, vectorCount } from './lanes';
import {
  type Block,
  holdIn,
  isInvariant,
  keepIn,
  type LoopContext,
  type Mask,
  setLanes,
  vectorsOf,
} from './loopContext';
import { keepPlaces, storeKept } from './keptPlaces';
import { binaryLanes, selectLanes, unaryLanes } from './operators';
import { updateReduction } from './partialResults';
import { flushStores, storeLanes } from './stores';

/** Makes the vector form of statements at the end of the block. */
export function vectorizeBody(body: readonly Statement[], context: LoopContext, block: Block): void {
  for (const statement of body) vectorizeStatement(statement, context, block);
}

function vectorizeStatement(statement: Statement, context: LoopContext, block: Block): void {
  if (!block.straight && statement.op !== 'store' && block.pending.size > 0) flushInOrder(context, block);
  switch (statement.op) {
    case 'set':
      vectorizeSet(statement, context, block);
      return;
    case 'store':
      storeLanes(statement, context, block);
      return;
    case 'if':
      vectorizeIf(statement, context, block);
      return;
    case 'for':
      vectorizeFor(statement, context, block);
      return;
    case 'loop':
      vectorizeLoop(statement, context, block);
      return;
    case 'break':
      leave(statement.label, context, block);
      return;
    case 'raise':
      bailOut(block.mask?.lanes ?? allLanes(context), context, block);
      return;
    case 'evaluate':
      if (isPure(statement.value)) return;
      throw new Refusal('it calls something for its effect');
    case 'callMany':
      throw new Refusal(`it calls ${statement.callee}`);
    case 'block':
    case 'continue':
      throw new Refusal('it jumps');
    case 'return':
      throw new Refusal('it returns');
    default:
      throw new Refusal('it does something that only one iteration can do at a time');
  }
}

/** Where control flow comes between, stores keep their place, and nothing after them can be given back to the scalar loop. */
function flushInOrder(context: LoopContext, block: Block): void {
  block.code.push(...flushStores(context, block));
  context.stored = true;
}

function vectorizeSet(statement: SetStatement, context: LoopContext, block: Block): void {
  const { local, value } = statement;
  const reduction = context.facts.reductions.get(local);
  if (reduction) {
    updateReduction(local, reduction, value, context, block);
    return;
  }
  if (!context.facts.varying.has(local)) {
    block.code.push({ ...statement, value: scalarForm(value, context, block) });
    return;
  }
  const hold = holdIn(context, block.code);
  const target = vectorsOf(context, local);
  let lanes = vectorize(value, context, block);
  if (lanes.type === 'bool') lanes = resizeMask(lanes, target.width, context.lanes, hold);
  const mask = maskFor(local, context, block);
  if (mask) lanes = selectLanes(resizeMask(mask, target.width, context.lanes, hold), lanes, target);
  setLanes(block.code, target, lanes);
}

/**
 * The mask under which a local is set. Lanes for which a block does not run may get any value when nothing reads it where
 * they do run.
 */
function maskFor(local: string, context: LoopContext, block: Block): Lanes | undefined {
  for (let one: Block | undefined = block; one?.mask; one = one.parent) {
    const inside = one.reads.get(local) ?? 0;
    const escapes = inside !== (context.facts.reads.get(local) ?? 0);
    // Lanes that have left a loop do not come back, so what the next round reads does not matter to them.
    if (escapes || (!one.label && one.exposed.has(local))) return one.mask.lanes;
  }
  return undefined;
}

function vectorizeIf(statement: IfStatement, context: LoopContext, block: Block): void {
  const { condition, whenTrue, whenFalse } = statement;
  if (!isVarying(context, condition)) {
    uniformIf(statement, context, block);
    return;
  }
  const hold = holdIn(context, block.code);
  const taken = mapLanes(vectorize(condition, context, block), keepIn(context, block.code));
  const outer = block.mask;
  const within = (lanes: Lanes): Lanes => {
    if (!outer) return lanes;
    const width = Math.max(lanes.width, outer.lanes.width);
    const a = resizeMask(lanes, width, context.lanes, hold);
    const b = resizeMask(outer.lanes, width, context.lanes, hold);
    return mapLanes(binaryLanes('and', a, b, hold), hold);
  };
  const first: Mask = { lanes: within(taken), opposite: undefined, outer };
  vectorizeBody(whenTrue, context, maskedBlock(whenTrue, first, block));
  if (whenFalse.length === 0) return;
  const second: Mask = { lanes: within(unaryLanes('not', taken)), opposite: first, outer };
  const held = { ...second, lanes: mapLanes(second.lanes, hold) };
  vectorizeBody(whenFalse, context, maskedBlock(whenFalse, held, block));
}

/** A branch that became a mask shares the code of the block around it. */
function maskedBlock(body: readonly Statement[], mask: Mask, block: Block): Block {
  const { label: _, ...outer } = block;
  return { ...outer, parent: block, mask, reads: countReads(body), exposed: exposedReads(body) };
}

/** A branch that all iterations that run together take alike. */
function uniformIf(statement: IfStatement, context: LoopContext, block: Block): void {
  const { condition, whenTrue, whenFalse } = statement;
  if (whenFalse.length === 0 && whenTrue.length === 1 && whenTrue[0]!.op === 'raise') {
    if (isInvariant(context, condition)) context.guards.push({ op: 'not', type: 'bool', value: condition });
    else bailOut(maskOf(scalarForm(condition, context, block), context), context, block);
    return;
  }
  const test = scalarForm(condition, context, block);
  const branch = (body: readonly Statement[]): Statement[] => {
    const inner = newBlock(body, context, block, block.mask);
    vectorizeBody(body, context, inner);
    return finishBlock(context, inner);
  };
  block.code.push({ op: 'if', condition: test, whenTrue: branch(whenTrue), whenFalse: branch(whenFalse) });
}

function maskOf(scalar: Expression, context: LoopContext): Lanes {
  const vectors = Array<Expression>(vectorCount(context.lanes, context.widest)).fill(splat(scalar));
  return { type: 'bool', width: context.widest, vectors };
}

function allLanes(context: LoopContext): Lanes {
  return maskOf(constant('bool', 1), context);
}

/** A block of its own, in a loop or branch of the vector code. */
export function newBlock(
  body: readonly Statement[],
  context: LoopContext,
  parent: Block | undefined,
  mask: Mask | undefined,
): Block {
  const straight = body.every((one) => isStraight(one, context));
  return {
    parent,
    straight,
    loads: [],
    code: [],
    pending: new Map(),
    mask,
    loaded: new Map(),
    vectorsAt: new Map(),
    kept: new Map(),
    reads: countReads(body),
    exposed: exposedReads(body),
  };
}

/** Without control flow once conditions are masks; what all iterations that run together share stays a branch. */
function isStraight(statement: Statement, context: LoopContext): boolean {
  if (statement.op !== 'if') return statement.op !== 'for' && statement.op !== 'loop';
  const inside = [...statement.whenTrue, ...statement.whenFalse];
  if (!isVarying(context, statement.condition) && !inside.every((one) => one.op === 'raise')) return false;
  return inside.every((one) => isStraight(one, context));
}

/** The code of a block that is complete. */
export function finishBlock(context: LoopContext, block: Block): Statement[] {
  if (block.pending.size > 0 && block.parent) context.stored = true;
  const stores = flushStores(context, block);
  return [...block.loads, ...block.code, ...stores];
}

function vectorizeFor(statement: Statement & { op: 'for' }, context: LoopContext, block: Block): void {
  const { start, stop, step, index } = statement;
  for (const bound of [start, stop, step])
    if (isVarying(context, bound))
      throw new Refusal('an inner loop runs differently often in each iteration');
  context.inner.set(index, statement);
  const inner = newBlock(statement.body, context, block, block.mask);
  const kept = keepPlaces(statement, context, block, inner);
  vectorizeBody(statement.body, context, inner);
  const label = context.fresh.make('bool', statement.label).name;
  block.code.push({
    ...statement,
    label,
    start: scalarForm(start, context, block),
    stop: scalarForm(stop, context, block),
    body: finishBlock(context, inner),
  });
  storeKept(kept, context, block);
}

/** A loop that each lane leaves when it wants: it goes on while one is left. */
function vectorizeLoop(statement: LoopStatement, context: LoopContext, block: Block): void {
  const live: Lanes = {
    type: 'bool',
    width: context.widest,
    vectors: Array.from({ length: vectorCount(context.lanes, context.widest) }, () =>
      context.fresh.make('v128', 'live'),
    ),
  };
  const hold = holdIn(context, block.code);
  const entry = block.mask
    ? resizeMask(block.mask.lanes, live.width, context.lanes, hold)
    : allLanes(context);
  setLanes(block.code, live, entry);
  const label = context.fresh.make('bool', statement.label).name;
  const mask: Mask = { lanes: live, opposite: undefined, outer: block.mask };
  const inner: Block = {
    ...newBlock(statement.body, context, block, mask),
    straight: false,
    label: statement.label,
  };
  for (const part of statement.body) {
    vectorizeStatement(part, context, inner);
    if (part.op === 'if' && breaksOut(part)) inner.code.push(stopWhenEmpty(live, label));
  }
  block.code.push({ op: 'loop', label, body: finishBlock(context, inner) });
}

function breaksOut(statement: IfStatement): boolean {
  return [...statement.whenTrue, ...statement.whenFalse].some((one) => one.op === 'break');
}

function stopWhenEmpty(live: Lanes, label: string): Statement {
  const any = live.vectors.reduce((a, b) => simd('v128.or', [a, b]));
  const none: Expression = {
    op: 'eq',
    type: 'bool',
    left: simd('v128.any_true', [any]),
    right: constant('i32', 0),
  };
  return { op: 'if', condition: none, whenTrue: [{ op: 'break', label }], whenFalse: [] };
}

/** `break` in a branch: its lanes are no longer among the loop's. */
function leave(label: string, context: LoopContext, block: Block): void {
  const loop = block.parent;
  if (!loop?.mask || loop.label !== label || !block.mask || block.mask.outer !== loop.mask)
    throw new Refusal('it leaves its loop');
  const live = loop.mask.lanes;
  const hold = holdIn(context, block.code);
  const gone = resizeMask(block.mask.lanes, live.width, context.lanes, hold);
  setLanes(block.code, live, {
    ...live,
    vectors: live.vectors.map((vector, i) => simd('v128.andnot', [vector, gone.vectors[i]!])),
  });
}

/** Has the scalar loop do this step when one of these lanes is set. */
export function bailOut(lanes: Lanes, context: LoopContext, block: Block): void {
  const hold = holdIn(context, block.code);
  if (!context.bail) context.bail = context.fresh.make('v128', 'bail');
  const sized = resizeMask(lanes, context.widest, context.lanes, hold);
  const any = sized.vectors.reduce((a, b) => simd('v128.or', [a, b]));
  const bail: LocalExpression = context.bail;
  block.code.push({ op: 'set', local: bail.name, value: simd('v128.or', [bail, any]) });
}
