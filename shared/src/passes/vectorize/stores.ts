import type { Expression, Statement, StoreStatement } from '../../ir/nodes';
import { scalarSize } from '../../ir/scalarType';
import { convertLanes, resizeMask } from './convertLanes';
import { placeOf } from './assumedSteps';
import { at, loadContiguous, pointerTo, record, vectorize } from './expression';
import { elementStep, groupStores, loadInterleaved, storeInterleaved } from './interleaved';
import { type Lanes, mapLanes, Refusal } from './lanes';
import { placeKey } from './keptPlaces';
import { stepOf } from '../linearForm';
import {
  type Block,
  holdIn,
  keepIn,
  type LoopContext,
  type Mask,
  type PendingStore,
  setLanes,
} from './loopContext';
import { selectLanes } from './operators';

/** Keeps a store for the end of the block: see `Block.straight`. */
export function storeLanes(statement: StoreStatement, context: LoopContext, block: Block): void {
  const form = placeOf(statement.address, context);
  if (!form) throw new Refusal('it stores to an address that is no sum of indices');
  const { type } = statement.value;
  const width = scalarSize(type);
  const step = stepOf(form, context.facts.loop.index);
  if (elementStep(step, width) === 0) throw new Refusal('it stores to places that do not follow each other');
  const hold = holdIn(context, block.code);
  const lanes = vectorize(statement.value, context, block);
  // In memory a bool is a byte.
  const bytes = type === 'bool' ? convertLanes(lanes, 'u8', context.lanes, hold) : lanes;
  const value = mapLanes(bytes, keepIn(context, block.code));
  const key = placeKey(type, form);
  const kept = block.kept.get(key);
  if (kept) {
    const sized = block.mask && resizeMask(block.mask.lanes, width, context.lanes, hold);
    setLanes(block.code, kept, sized ? selectLanes(sized, value, kept) : value);
    return;
  }
  const before = block.pending.get(key);
  const pending: PendingStore = before ?? { access: undefined!, form, entries: [] };
  if (!before) {
    record(context, block, form, width, true);
    block.pending.set(key, { ...pending, access: context.accesses.at(-1)! });
  }
  const entry = block.pending.get(key)!;
  entry.entries.push({ mask: block.mask, value });
  mergeBranches(entry, context, block);
}

/** Stores in both branches of an `if` are one store. */
function mergeBranches(pending: PendingStore, context: LoopContext, block: Block): void {
  const { entries } = pending;
  for (let last = entries.at(-1)!; ; last = entries.at(-1)!) {
    if (!last.mask) {
      entries.splice(0, entries.length - 1);
      return;
    }
    const previous = entries.at(-2);
    if (!previous || previous.mask !== last.mask.opposite || !previous.mask) return;
    const value = joinUnder(previous.mask, previous.value, last.value, context, block);
    entries.splice(-2, 2, { mask: last.mask.outer, value });
  }
}

function joinUnder(mask: Mask, over: Lanes, under: Lanes, context: LoopContext, block: Block): Lanes {
  const hold = holdIn(context, block.code);
  const sized = resizeMask(mask.lanes, over.width, context.lanes, hold);
  return mapLanes(selectLanes(sized, over, under), hold);
}

/** What the block has stored at the place, for a load that comes after. */
export function pendingValue(key: string, context: LoopContext, block: Block): Lanes | undefined {
  const pending = block.pending.get(key);
  if (!pending) return undefined;
  if (key.startsWith('bool')) throw new Refusal('it reads a boolean that it has just stored');
  return overlay(pending, context, block);
}

function overlay(pending: PendingStore, context: LoopContext, block: Block): Lanes {
  const [first, ...rest] = pending.entries;
  const hold = holdIn(context, block.code);
  const { value } = first!;
  let result = value;
  if (first!.mask) {
    const before = holdIn(context, block.straight ? block.loads : block.code);
    const step = stepOfStore(pending, context);
    const near = block.straight ? block.vectorsAt : undefined;
    const vectors =
      step === 1
        ? loadContiguous(pending.form, value.width, context, before, near)
        : loadInterleaved(pending.form, step, value.width, context, before, near);
    context.accesses.push({ ...pending.access, store: false, order: -1 });
    result = joinUnder(first!.mask, value, { ...value, vectors }, context, block);
  }
  for (const entry of rest) {
    const sized = resizeMask(entry.mask!.lanes, value.width, context.lanes, hold);
    result = mapLanes(selectLanes(sized, entry.value, result), hold);
  }
  return result;
}

/** The statements that store what the block has kept. */
export function flushStores(context: LoopContext, block: Block): Statement[] {
  const result: Statement[] = [];
  const hold = holdIn(context, block.code);
  const groups = groupStores(block.pending.values(), (one) => stepOfStore(one, context));
  for (const { members, step } of groups) {
    const pending = members[0]!;
    const values = members.map((one) => overlay(one, context, block));
    if (step !== 1) {
      result.push(...storeInterleaved(pending.form, values, step, context, hold));
      continue;
    }
    const value = values[0]!;
    const { base, offset } = pointerTo(pending.form, context, hold);
    const bytes = context.lanes * value.width;
    for (const [i, vector] of value.vectors.entries()) {
      const address = at(base, offset + 16 * i);
      const lowBytes = bytes === 8 || bytes === 4 ? bytes : undefined;
      if (bytes < 4) throw new Refusal('too few small values run together');
      result.push(storeOf(address, vector, lowBytes));
    }
  }
  block.pending.clear();
  return result;
}

function stepOfStore({ form, access }: PendingStore, { facts }: LoopContext): number {
  return elementStep(stepOf(form, facts.loop.index), access.size);
}

function storeOf(
  address: StoreStatement['address'],
  value: Expression,
  lowBytes: 4 | 8 | undefined,
): Statement {
  return lowBytes ? { op: 'store', address, value, lowBytes } : { op: 'store', address, value };
}
