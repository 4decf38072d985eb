import {
  add,
  and,
  constant,
  convert,
  gt,
  i64,
  le,
  localExpression,
  or,
  select,
  sub,
} from '../../ir/expressions';
import type {
  Address,
  Expression,
  ForStatement,
  LocalExpression,
  Statement,
  StoreStatement,
} from '../../ir/nodes';
import { type ScalarType, scalarSize } from '../../ir/scalarType';
import type { FreshLocals } from '../freshLocals';
import { isPure, usesLocal } from '../purity';
import { mapBlocks, mapExpressions, rewriteExpression } from '../rewrite';
import { addressKey } from '../sameExpression';
import type { Aliasing, Place } from './aliasing';
import { type LoopMemory, runsAtAll, staysPut, withHeldBounds } from './loopMemory';

/** Places that may be compared before a loop, each with each. */
const mostGuards = 6;

interface Kept {
  readonly store: StoreStatement;
  readonly local: LocalExpression;
}

export interface KeptPlaces {
  readonly statements: readonly Statement[];
  /** Memory is compared before the loop, which then stands twice. */
  readonly guarded: boolean;
}

/**
 * Scalar replacement: `total[c] += ...` in a loop over something else changes a local, which goes to memory where the
 * loop ends or is left. Where other accesses might touch the same place, that is asked before the loop.
 */
export function keepPlaces(
  memory: LoopMemory,
  aliasing: Aliasing,
  locals: FreshLocals,
): KeptPlaces | undefined {
  const { before, loop } = withHeldBounds(memory.loop, (type) => locals.make('bound', type));
  const kept = new Map<string, Kept>();
  const guards = new Map<string, Expression>();
  for (const store of memory.certain) {
    if (store.op !== 'store' || kept.has(keyOf(placeOf(store))) || !staysPut(store.address, memory)) continue;
    const needed = guardsOf(placeOf(store), { ...memory, loop }, aliasing);
    if (!needed) continue;
    for (const [key, guard] of needed) guards.set(key, guard);
    kept.set(keyOf(placeOf(store)), { store, local: locals.make('kept', store.value.type) });
  }
  if (kept.size === 0 || guards.size > mostGuards) return undefined;
  const all = [...kept.values()];
  const saved = all.map(({ store, local }): Statement => ({ ...store, value: local }));
  const range = loop.range;
  const body = withoutMemory(loop, kept, saved);
  const condition = [runsAtAll(loop), ...guards.values()].reduce(and);
  const loads = all.map(
    ({ store: { address }, local }): Statement => ({
      ...{ op: 'set', local: local.name, range },
      value: { op: 'load', type: local.type, address },
    }),
  );
  const whenTrue: Statement[] = [...loads, { ...loop, body }, ...saved];
  const whenFalse = guards.size > 0 ? [loop] : [];
  return {
    statements: [...before, { op: 'if', condition, whenTrue, whenFalse, range }],
    guarded: guards.size > 0,
  };
}

const placeOf = ({ address, value }: StoreStatement): Place => ({ address, type: value.type });
const keyOf = ({ address, type }: Place): string => `${type} ${addressKey(address)}`;

/** What must hold for nothing else in the loop to touch the place; undefined where it is not read or may always be touched. */
function guardsOf(
  place: Place,
  memory: LoopMemory,
  aliasing: Aliasing,
): ReadonlyMap<string, Expression> | undefined {
  const key = keyOf(place);
  if (!memory.loads.some((load) => keyOf(load) === key)) return undefined;
  const guards = new Map<string, Expression>();
  for (const other of [...memory.loads, ...memory.stores.map(placeOf)]) {
    const otherKey = keyOf(other);
    if (otherKey === key || guards.has(`${key} ${otherKey}`) || !aliasing.mayOverlap(place, other)) continue;
    const guard = apart(place, other, memory);
    if (!guard) return undefined;
    guards.set(`${key} ${otherKey}`, guard);
  }
  return guards;
}

/** A test that the place lies outside all that `other` walks over; both ends are places that the loop touches. */
function apart(place: Place, other: Place, memory: LoopMemory): Expression | undefined {
  const { loop, straight } = memory;
  const { step } = loop;
  const up = step.op === 'const' && Number(step.value) === 1;
  if (!straight || (!up && !(step.op === 'const' && Number(step.value) === -1))) return undefined;
  const { base, index } = other.address;
  if (!isLinear(base, memory) || (index && !isLinear(index, memory))) return undefined;
  const last = up ? sub(loop.stop, i64(1)) : add(loop.stop, i64(1));
  const at = (value: Expression) => byteAddress(substituted(other.address, loop.index, value));
  const [a, b] = [at(loop.start), at(last)];
  const grows = index?.op === 'local' && index.name === loop.index;
  const [low, high] = grows ? (up ? [a, b] : [b, a]) : [select(le(a, b), a, b), select(gt(a, b), a, b)];
  const here = byteAddress(place.address);
  const size = (type: ScalarType) => constant('i64', scalarSize(type));
  return or(le(add(here, size(place.type)), low), le(add(high, size(other.type)), here));
}

/** Sums and multiples of the index and of what the loop leaves alone. */
function isLinear(expression: Expression, memory: LoopMemory): boolean {
  if (isPure(expression) && !usesLocal(expression, memory.assigned)) return true;
  const inner = (one: Expression) => isLinear(one, memory);
  const fixed = (one: Expression) => isPure(one) && !usesLocal(one, memory.assigned);
  switch (expression.op) {
    case 'local':
      return expression.name === memory.loop.index;
    case 'add':
    case 'sub':
      return inner(expression.left) && inner(expression.right);
    case 'mul':
      return (
        (inner(expression.left) && fixed(expression.right)) ||
        (fixed(expression.left) && inner(expression.right))
      );
    case 'shl':
      return inner(expression.left) && fixed(expression.right);
    case 'convert':
      return ['i32', 'u32', 'i64', 'ptr'].includes(expression.type) && inner(expression.value);
    default:
      return false;
  }
}

function substituted(address: Address, index: string, at: Expression): Address {
  const change = (one: Expression): Expression =>
    rewriteExpression(one, (part) => (part.op === 'local' && part.name === index ? at : part));
  return {
    ...address,
    base: change(address.base),
    index: address.index && change(address.index),
  };
}

/** The address as a number that is not negative. */
function byteAddress({ base, index, scale = 1, offset = 0 }: Address): Expression {
  const scaled =
    index && convert({ op: 'mul', type: 'i64', left: convert(index, 'i64'), right: i64(scale) }, 'ptr');
  const whole = scaled ? add(base, scaled) : base;
  return convert(offset === 0 ? whole : add(whole, constant('ptr', offset)), 'i64');
}

/** The loop's body on locals; where it leaves for elsewhere, memory first gets what they hold. */
function withoutMemory(
  loop: ForStatement,
  kept: ReadonlyMap<string, Kept>,
  saved: readonly Statement[],
): readonly Statement[] {
  const inside = new Set([loop.label]);
  const read = (one: Expression): Expression => {
    const found = one.op === 'load' ? kept.get(keyOf(one)) : undefined;
    return found ? localExpression(found.local.name, found.local.type) : one;
  };
  const walk = (body: readonly Statement[]): readonly Statement[] =>
    body.flatMap((statement): readonly Statement[] => {
      if (statement.op === 'block') inside.add(statement.label);
      const changed = mapBlocks(
        mapExpressions(statement, (one) => rewriteExpression(one, read)),
        walk,
      );
      const found = statement.op === 'store' ? kept.get(keyOf(placeOf(statement))) : undefined;
      if (found && changed.op === 'store')
        return [{ op: 'set', local: found.local.name, value: changed.value, range: statement.range }];
      return leaves(statement, inside) ? [...saved, changed] : [changed];
    });
  return walk(loop.body);
}

function leaves(statement: Statement, inside: ReadonlySet<string>): boolean {
  if (statement.op === 'break' || statement.op === 'continue') return !inside.has(statement.label);
  return statement.op === 'return' || statement.op === 'raise';
}
