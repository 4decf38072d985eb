import type { Expression } from '../../ir/nodes';
import { expressionKey } from '../sameExpression';
import { usesLocal } from '../purity';

/** `value < bound + offset`, for i64 values. */
export interface UpperBound {
  readonly bound: Expression;
  readonly offset: bigint;
}

/** What is known of one local at a point of the program. */
export interface LocalFacts {
  /** The value is at least this. */
  readonly least?: bigint;
  /** The value is at most this. */
  readonly most?: bigint;
  /** By the key of the bound. */
  readonly below: ReadonlyMap<string, UpperBound>;
  /** For a bool: conditions that hold whenever it is true. */
  readonly implies: readonly Expression[];
}

/** Facts by local. A map is never changed once it is handed on. */
export type Facts = ReadonlyMap<string, LocalFacts>;

export const noFacts: Facts = new Map();
const nothing: LocalFacts = { below: new Map(), implies: [] };

/** Constants larger than this in magnitude are left alone, so that no sum of them can wrap around. */
export const largestStep = 1n << 20n;

export function factsOf(facts: Facts, local: string): LocalFacts {
  return facts.get(local) ?? nothing;
}

/** Forgets what is known of the locals, and everything that was said in terms of them. */
export function forget(facts: Facts, locals: ReadonlySet<string>): Facts {
  if (locals.size === 0) return facts;
  let kept: Map<string, LocalFacts> | undefined;
  for (const [name, one] of facts) {
    const next = locals.has(name) ? undefined : withoutLocals(one, locals);
    if (next === one) continue;
    kept ??= new Map(facts);
    if (next) kept.set(name, next);
    else kept.delete(name);
  }
  return kept ?? facts;
}

/** Undefined where nothing is left. */
function withoutLocals(facts: LocalFacts, locals: ReadonlySet<string>): LocalFacts | undefined {
  if (!mentions(facts, locals)) return facts;
  const { least, most } = facts;
  const below = new Map([...facts.below].filter(([, { bound }]) => !usesLocal(bound, locals)));
  const implies = facts.implies.filter((condition) => !usesLocal(condition, locals));
  return least !== undefined || most !== undefined || below.size > 0 || implies.length > 0
    ? { least, most, below, implies }
    : undefined;
}

function mentions({ below, implies }: LocalFacts, locals: ReadonlySet<string>): boolean {
  for (const { bound } of below.values()) if (usesLocal(bound, locals)) return true;
  return implies.some((condition) => usesLocal(condition, locals));
}

export function know(facts: Facts, local: string, added: Partial<LocalFacts>): Facts {
  const old = factsOf(facts, local);
  const least = larger(old.least, added.least);
  const most = smallerKnown(old.most, added.most);
  const below = new Map(old.below);
  for (const [key, one] of added.below ?? []) {
    const before = below.get(key);
    if (!before || one.offset < before.offset) below.set(key, one);
  }
  return new Map(facts).set(local, {
    least,
    most,
    below,
    implies: [...old.implies, ...(added.implies ?? [])],
  });
}

/** What holds on both of two paths that meet. */
export function meet(a: Facts, b: Facts): Facts {
  const both = new Map<string, LocalFacts>();
  for (const [name, one] of a) {
    const other = b.get(name);
    if (!other) continue;
    const least = smaller(one.least, other.least);
    const most =
      one.most === undefined || other.most === undefined ? undefined : larger(one.most, other.most);
    const below = new Map<string, UpperBound>();
    for (const [key, bound] of one.below) {
      const match = other.below.get(key);
      if (match) below.set(key, bound.offset > match.offset ? bound : match);
    }
    const keys = new Set(other.implies.map(expressionKey));
    both.set(name, {
      least,
      most,
      below,
      implies: one.implies.filter((condition) => keys.has(expressionKey(condition))),
    });
  }
  return both;
}

/** The expression as `bound + offset`, with constants added to or taken from it peeled off. */
export function asBound(expression: Expression): UpperBound {
  if ((expression.op === 'add' || expression.op === 'sub') && expression.type === 'i64') {
    const { left, right, op } = expression;
    if (right.op === 'const' && isSmall(BigInt(right.value))) {
      const inner = asBound(left);
      const step = BigInt(right.value);
      return { bound: inner.bound, offset: inner.offset + (op === 'add' ? step : -step) };
    }
  }
  return { bound: expression, offset: 0n };
}

export function isSmall(value: bigint): boolean {
  return -largestStep <= value && value <= largestStep;
}

/** The lesser of two bounds that both hold. */
export function smallerKnown(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined) return b;
  return b === undefined || a < b ? a : b;
}

/** The larger of two bounds that both hold. */
export function larger(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined) return b;
  return b === undefined || a > b ? a : b;
}

/** The lesser of two known bounds; nothing is known of the meeting where one side knows nothing. */
export function smaller(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a < b) return a;
  return b;
}
