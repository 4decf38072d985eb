import type { Expression, Statement } from '../../ir/nodes';
import { resizeMask } from './convertLanes';
import { vectorize } from './expression';
import { extractLane, type Lanes, mapLanes, Refusal, splat } from './lanes';
import { type Block, holdIn, keepIn, type LoopContext, setLanes, vectorsOf } from './loopContext';
import { binaryLanes, selectLanes } from './operators';
import { identityOf, joinLanes, nothingFor, type Reduction, updateOperand } from './reduction';
import { noteStep } from './searchLanes';
import { summandOf, widenSum } from './wideSums';

/** One iteration's share of a reduction, in lanes. */
export function updateReduction(
  local: string,
  reduction: Reduction,
  value: Expression,
  context: LoopContext,
  block: Block,
): void {
  const hold = holdIn(context, block.code);
  const target = reduction.ordered ? undefined : vectorsOf(context, local);
  const given = updateOperand(local, value)!;
  const summand = context.facts.wideSums.has(local) ? summandOf(given) : undefined;
  if (summand) {
    updateWideSum(target!, summand, context, block);
    return;
  }
  let operand = vectorize(given, context, block);
  const width = target?.width ?? operand.width;
  if (operand.type === 'bool') operand = resizeMask(operand, width, context.lanes, hold);
  if (block.mask) {
    const sized = resizeMask(block.mask.lanes, width, context.lanes, hold);
    const first: Expression = { op: 'local', type: reduction.type, name: local };
    const neutral = reduction.ordered ? nothingFor(reduction) : identityOf(reduction, first);
    const unchanged = target && keepsFirst(reduction) ? target : splatAs(neutral, operand);
    operand = selectLanes(sized, operand, unchanged);
  }
  const held = mapLanes(operand, keepIn(context, block.code));
  const code = lateCode(context, block);
  if (target && context.search?.search.best === local)
    noteStep(context.search, held, target, block.mask, code, context);
  if (target) setLanes(code, target, joinLanes(reduction, target, held, holdIn(context, code)));
  else if (code === block.code) throw new Refusal(`a sum of floats runs through a loop inside`);
  else addInOrder(local, reduction, held, code, context);
}

/** A condition is all ones where it holds, which is -1. */
function updateWideSum(target: Lanes, given: Expression, context: LoopContext, block: Block): void {
  const hold = holdIn(context, block.code);
  let operand = given.op === 'const' && block.mask ? block.mask.lanes : vectorize(given, context, block);
  if (block.mask && given.op !== 'const') {
    const mask = resizeMask(block.mask.lanes, operand.width, context.lanes, hold);
    operand = { ...operand, vectors: binaryLanes('and', operand, mask, hold).vectors };
  }
  const sum = mapLanes(widenSum(mapLanes(operand, hold), context, hold), keepIn(context, block.code));
  const code = lateCode(context, block);
  const op = operand.type === 'bool' ? 'sub' : 'add';
  const some = { ...target, vectors: target.vectors.slice(0, sum.vectors.length) };
  setLanes(code, some, binaryLanes(op, some, sum, hold));
}

/** Lanes may yet turn out to need the scalar loop; in a loop inside they cannot wait. */
function lateCode(context: LoopContext, block: Block): Statement[] {
  if (block.code === context.late.of) return context.late.code;
  context.stored = true;
  return block.code;
}

function keepsFirst({ op }: Reduction): boolean {
  return op === 'min' || op === 'max' || op === 'least' || op === 'greatest';
}

function addInOrder(
  name: string,
  reduction: Reduction,
  operand: Lanes,
  code: Statement[],
  context: LoopContext,
): void {
  const { op, type } = reduction;
  const local: Expression = { op: 'local', type, name };
  for (let lane = 0; lane < context.lanes; lane++) {
    const right = extractLane(operand, lane);
    code.push({ op: 'set', local: name, value: { op: op as 'add', type, left: local, right } });
  }
}

function splatAs(scalar: Expression, like: Lanes): Lanes {
  return mapLanes(like, () => splat(scalar));
}

/** Vectors of partial results, set before the loop. */
export function startReductions(context: LoopContext): void {
  for (const [local, reduction] of context.facts.reductions) {
    if (reduction.ordered) continue;
    const first: Expression = { op: 'local', type: reduction.type, name: local };
    if (context.facts.wideSums.has(local))
      context.vectors.set(local, [context.fresh.make('v128', 'sum'), context.fresh.make('v128', 'sum')]);
    const target = vectorsOf(context, local);
    setLanes(context.before, target, splatAs(identityOf(reduction, first), target));
  }
}

/** One vector of a reduction's partial results, by pairs. */
export function joinVectors(
  partial: Lanes,
  reduction: Reduction,
  code: Statement[],
  context: LoopContext,
): Lanes {
  const hold = holdIn(context, code);
  let { vectors } = partial;
  while (vectors.length > 1) {
    const half = vectors.length / 2;
    const a = { ...partial, vectors: vectors.slice(0, half) };
    const b = { ...partial, vectors: vectors.slice(half) };
    vectors = mapLanes(joinLanes(reduction, a, b, hold), hold).vectors;
  }
  return { ...partial, vectors };
}
