import { localExpression } from '../../ir/expressions';
import type { Expression, LoadExpression, LocalExpression, Statement, StoreStatement } from '../../ir/nodes';
import { scalarSize } from '../../ir/scalarType';
import { forEachExpression } from '../../ir/walk';
import type { FreshLocals } from '../freshLocals';
import { isPure, usesLocal } from '../purity';
import { rewriteBody, rewriteExpression } from '../rewrite';
import { type Aliasing, split } from './aliasing';
import { type LoopMemory, runsAtAll, withHeldBounds } from './loopMemory';

/** So many iterations back a stored value may be read. */
const mostDistance = 4;

/**
 * Recurrences: `a[i] = ... a[i - 1] ...` reads what the iteration before stored. The value stays in a local from one
 * iteration to the next, which is several cycles sooner at hand than by way of memory.
 */
export function carryStores(
  memory: LoopMemory,
  aliasing: Aliasing,
  locals: FreshLocals,
): readonly Statement[] | undefined {
  const { loop, certain, stores } = memory;
  if (memory.straight || certain.length === loop.body.length)
    for (const store of certain) {
      if (store.op !== 'store' || !steps(store.address, memory)) continue;
      const chain = chainOf(store, memory);
      const first = chain[0];
      if (first && stores.every((one) => one === store || isElsewhere(one, first, aliasing)))
        return carried(store, chain, memory, locals);
    }
  return undefined;
}

/** The index of the address is the loop's own, and all else stays. */
function steps({ base, index }: LoadExpression['address'], { loop, assigned }: LoopMemory): boolean {
  if (!index || !isPure(base) || usesLocal(base, assigned)) return false;
  const own = (index.op === 'add' || index.op === 'sub') && index.right.op === 'const' ? index.left : index;
  return own.op === 'local' && own.name === loop.index;
}

/** The reads, first those of what was stored one iteration before, then two, and so on while there are such. */
function chainOf(store: StoreStatement, { loop, certain, loads }: LoopMemory): LoadExpression[] {
  const place = split(store.address);
  const bytes = Number(loop.step.op === 'const' ? loop.step.value : 0) * (store.address.scale ?? 1);
  const always: LoadExpression[] = [];
  const type = store.value.type;
  // Only what every iteration reads may be read before the loop.
  forEachExpression(
    certain.filter(({ op }) => op === 'set' || op === 'store'),
    (one) => {
      if (one.op === 'load') always.push(one);
    },
  );
  if (loads.length === 0 || Math.abs(bytes) < scalarSize(type)) return [];
  const chain: LoadExpression[] = [];
  for (let distance = 1; distance <= mostDistance; distance++) {
    const found = always.find((one) => {
      if (one.type !== type || one.address.scale !== store.address.scale) return false;
      const { key, offset } = split(one.address);
      return key === place.key && place.offset - offset === distance * bytes;
    });
    if (!found) break;
    chain.push(found);
  }
  return chain;
}

/** Whether a store goes to another block of memory than the whole array that `load` reads. */
function isElsewhere(store: StoreStatement, load: LoadExpression, aliasing: Aliasing): boolean {
  const { address, value } = store;
  return (
    split(address).key !== split(load.address).key &&
    !aliasing.mayOverlap({ address, type: value.type }, load)
  );
}

function carried(
  store: StoreStatement,
  chain: readonly LoadExpression[],
  memory: LoopMemory,
  locals: FreshLocals,
): readonly Statement[] {
  const { before, loop } = withHeldBounds(memory.loop, (type) => locals.make('bound', type));
  const { type } = store.value;
  const kept = chain.map(() => locals.make('carried', type));
  const stored = locals.make('stored', type);
  const byPlace = new Map(chain.map((one, i) => [placeOf(one), kept[i]!]));
  const read = (one: Expression): Expression =>
    one.op === 'load' ? (byPlace.get(placeOf(one)) ?? one) : one;
  const body = loop.body.flatMap((statement): readonly Statement[] => {
    const [inner] = rewriteBody([statement], read);
    if (statement !== store || inner?.op !== 'store') return [inner!];
    return [
      { op: 'set', local: stored.name, value: inner.value, range: store.range },
      { ...inner, value: stored },
    ];
  });
  const first = (one: LoadExpression): Expression =>
    rewriteExpression(one, (part) => (part.op === 'local' && part.name === loop.index ? loop.start : part));
  const range = loop.range;
  return [
    ...before,
    {
      op: 'if',
      condition: runsAtAll(loop),
      whenTrue: [
        ...chain.map((one, i): Statement => ({ op: 'set', local: kept[i]!.name, value: first(one), range })),
        { ...loop, body: [...body, ...shifts(kept, stored)] },
      ],
      whenFalse: [],
      range,
    },
  ];
}

/** The last first, so that each hands on what it was. */
function shifts(kept: readonly LocalExpression[], stored: LocalExpression): Statement[] {
  return kept
    .map((one, i): Statement => {
      const value = i === 0 ? stored : kept[i - 1]!;
      return { op: 'set', local: one.name, value: localExpression(value.name, value.type) };
    })
    .reverse();
}

function placeOf({ type, address }: LoadExpression): string {
  const { key, offset } = split(address);
  return `${type} ${key} + ${offset}`;
}
