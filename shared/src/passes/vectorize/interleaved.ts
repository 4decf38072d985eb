import { loadVector, simd } from '../../ir/expressions';
import type { Expression, StoreStatement } from '../../ir/nodes';
import { at, pointerTo } from './expression';
import { type Hold, type Lanes, Refusal, vectorCount } from './lanes';
import { formKey, type LinearForm } from '../linearForm';
import type { LoopContext, PendingStore } from './loopContext';

/** Elements of three or four interleaved rows still cost less to sort out in vectors than one by one. */
export const furthest = 4n;

/** How many elements on the next iteration's place lies, where shuffles bring such places together; 0 where none do. */
export function elementStep(step: LinearForm, width: number): number {
  const bytes = BigInt(width);
  if (step.terms.size > 0 || step.constant % bytes !== 0n) return 0;
  const elements = step.constant / bytes;
  return elements === -1n || (elements >= 1n && elements <= furthest) ? Number(elements) : 0;
}

/** Where a byte of a vector comes from. */
interface Pick {
  readonly vector: Expression;
  readonly byte: number;
}

/** A vector of bytes from several, each of which is one shuffle more. */
function assemble(picks: readonly Pick[], hold: Hold): Expression {
  const [first, ...others] = new Set(picks.map(({ vector }) => vector));
  if (others.length === 0) return simd('i8x16.shuffle', [first!, first!], bytesOf(picks));
  let result = first!;
  let taken = new Set([first!]);
  for (const [i, next] of others.entries()) {
    const known = taken;
    const lanes = picks.map(({ vector, byte }, place) => {
      if (vector === next) return 16 + byte;
      return known.has(vector) && i > 0 ? place : byte;
    });
    result = hold(simd('i8x16.shuffle', [result, next], lanes));
    taken = new Set([...taken, next]);
  }
  return result;
}

function bytesOf(picks: readonly Pick[]): number[] {
  return picks.map(({ byte }) => byte);
}

/** Loads lanes that stand `step` elements apart. No byte behind the last of them is read. */
export function loadInterleaved(
  form: LinearForm,
  step: number,
  width: number,
  context: LoopContext,
  hold: Hold,
  known?: Map<string, Expression>,
): Expression[] {
  const perVector = Math.min(context.lanes, 16 / width);
  const span = (Math.abs(step) * (perVector - 1) + 1) * width;
  if (span < 16) throw new Refusal('too few small values run together');
  const lowest = form.constant - BigInt(step < 0 ? (context.lanes - 1) * width : 0);
  const { base, offset } = pointerTo({ ...form, constant: lowest }, context, hold);
  const load = (start: number): Expression => {
    const key = `${formKey(form)} + ${lowest + BigInt(start)}`;
    const vector = known?.get(key) ?? hold(loadVector(at(base, offset + start)));
    known?.set(key, vector);
    return vector;
  };
  const count = vectorCount(context.lanes, width);
  return Array.from({ length: count }, (_, i) => {
    const start = Math.abs(step) * perVector * width * (step < 0 ? count - 1 - i : i);
    const sources = new Map<number, Expression>();
    const picks = Array.from({ length: 16 }, (_, byte): Pick => {
      const lane = Math.floor(byte / width) % perVector;
      const place = (step < 0 ? perVector - 1 - lane : lane) * Math.abs(step) * width;
      const whole = place - (place % 16);
      const from = Math.min(whole, span - 16);
      if (!sources.has(from)) sources.set(from, load(start + from));
      return { vector: sources.get(from)!, byte: place - from + (byte % width) };
    });
    return hold(assemble(picks, hold));
  });
}

/** Stores of which each fills one of the places that an iteration moves on by. */
export interface StoredGroup {
  readonly members: readonly PendingStore[];
  readonly step: number;
}

/** The pending stores, those that together fill the places they move over as one. */
export function groupStores(
  stores: Iterable<PendingStore>,
  stepOfStore: (store: PendingStore) => number,
): StoredGroup[] {
  const groups: StoredGroup[] = [];
  const apart = new Map<string, PendingStore[]>();
  for (const store of stores) {
    const step = stepOfStore(store);
    if (Math.abs(step) === 1) groups.push({ members: [store], step });
    else {
      const key = `${formKey(store.form)} ${store.access.size} ${step}`;
      const same = apart.get(key) ?? [];
      if (same.length === 0) apart.set(key, same);
      same.push(store);
    }
  }
  for (const same of apart.values()) {
    const step = stepOfStore(same[0]!);
    const sorted = same.sort((a, b) => Number(a.form.constant - b.form.constant));
    for (let first = 0; first < sorted.length; first += step) {
      const members = sorted.slice(first, first + step);
      const isFull = members.every(
        ({ form, access }, i) => form.constant === members[0]!.form.constant + BigInt(i * access.size),
      );
      if (members.length < step || !isFull)
        throw new Refusal('it stores to places that do not follow each other');
      groups.push({ members, step });
    }
  }
  return groups;
}

/** The statements that store interleaved lanes, the first of the values at the lowest place. */
export function storeInterleaved(
  form: LinearForm,
  values: readonly Lanes[],
  step: number,
  context: LoopContext,
  hold: Hold,
): StoreStatement[] {
  const { width } = values[0]!;
  const { lanes } = context;
  const lowest = form.constant - BigInt(step < 0 ? (lanes - 1) * width : 0);
  const { base, offset } = pointerTo({ ...form, constant: lowest }, context, hold);
  const bytes = lanes * width * values.length;
  const rest = bytes % 16;
  if (rest !== 0 && rest !== 8 && rest !== 4) throw new Refusal('too few small values run together');
  const result: StoreStatement[] = [];
  for (let start = 0; start < bytes; start += 16) {
    const picks = Array.from({ length: 16 }, (_, i): Pick => {
      const byte = (start + i) % bytes;
      const element = Math.floor(byte / width);
      const ahead = Math.floor(element / values.length);
      const lane = (step < 0 ? lanes - 1 - ahead : ahead) * width;
      const { vectors } = values[element % values.length]!;
      return { vector: vectors[Math.floor(lane / 16)]!, byte: (lane % 16) + (byte % width) };
    });
    const store: StoreStatement = {
      op: 'store',
      address: at(base, offset + start),
      value: hold(assemble(picks, hold)),
    };
    result.push(start + 16 <= bytes ? store : { ...store, lowBytes: rest as 4 | 8 });
  }
  return result;
}
