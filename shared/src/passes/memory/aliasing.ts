import type { Address, Expression, FunctionIR, Statement } from '../../ir/nodes';
import { type ScalarType, scalarSize } from '../../ir/scalarType';
import { bodiesOf, everyChild, expressionsOf, forEachStatement } from '../../ir/walk';
import { expressionKey } from '../sameExpression';

/** A place in memory: where a scalar of some size is read or written. */
export interface Place {
  readonly address: Address;
  readonly type: ScalarType;
}

/** Library calls that write no memory that a program reads. */
const harmless = /^(?:rt\.(?:allocate|retain|release|clock)$|math\.|wasm\.)/;
const allocating = /^(?:rt\.allocate|array\.allocate\d*)$/;

const known = new WeakMap<FunctionIR, Aliasing>();

/** Of a function that several passes, or one for each of its loops, ask about. */
export function aliasingOf(fn: FunctionIR): Aliasing {
  const aliasing = known.get(fn) ?? new Aliasing(fn);
  known.set(fn, aliasing);
  return aliasing;
}

/** From one pointer to the next on the way to the first. */
const mostSteps = 8;

/** Tells which places of a function's memory cannot overlap. */
export class Aliasing {
  /** Pointers that are set once: to a block of their own, or by the caller. */
  private readonly roots = new Map<string, 'block' | 'argument'>();
  /** Pointers that are set once, to a place at a distance from another. */
  private readonly derived = new Map<string, string>();

  constructor(fn: FunctionIR) {
    for (const { type, locals } of fn.params) {
      if (type.kind === 'array') this.roots.set(locals[1]!, 'argument');
    }
    const sets = new Map<string, number>();
    forEachStatement(fn.body, (statement) => {
      for (const local of setBy(statement)) sets.set(local, (sets.get(local) ?? 0) + 1);
      if (statement.op !== 'set' || statement.value.type !== 'ptr') return;
      const { local, value } = statement;
      if (value.op !== 'call') this.derived.set(local, rootOf(value));
      else if (allocating.test(value.callee)) this.roots.set(local, 'block');
    });
    for (const [local, count] of sets) {
      if (this.roots.get(local) === 'argument' || count > 1) this.roots.delete(local);
      if (count > 1) this.derived.delete(local);
    }
    for (const { locals } of fn.params) for (const local of locals) this.derived.delete(local);
  }

  mayOverlap(a: Place, b: Place): boolean {
    const [one, other] = [split(a.address), split(b.address)];
    if (one.key === other.key) {
      const distance = other.offset - one.offset;
      return distance < scalarSize(a.type) && -distance < scalarSize(b.type);
    }
    return !this.areApart(rootOf(a.address.base), rootOf(b.address.base));
  }

  /** Whether places at a distance from one pointer, as it is named, are never those at a distance from the other. */
  areApart(one: string, other: string): boolean {
    const [first, second] = [this.origin(one), this.origin(other)];
    if (first === second) return false;
    if (first.startsWith('&') || second.startsWith('&')) return true;
    const kinds = [this.roots.get(first), this.roots.get(second)];
    return kinds.every(Boolean) && kinds.includes('block');
  }

  private origin(pointer: string): string {
    let root = pointer;
    for (let steps = 0; steps < mostSteps; steps++) {
      const next = this.derived.get(root);
      if (next === undefined || this.roots.has(root)) break;
      root = next;
    }
    return root;
  }

  /** Whether the pointer of an address is that of an array that the caller passed, and never changes. */
  argumentOf(address: Address): string | undefined {
    const root = rootOf(address.base);
    return this.roots.get(root) === 'argument' ? root : undefined;
  }
}

/** What a statement, and what is nested in it, does to memory. */
export interface Effects {
  readonly stores: readonly Place[];
  /** Writes that are no stores. */
  readonly unknown: boolean;
}

const none: Effects = { stores: [], unknown: false };
const writes: Effects = { stores: [], unknown: true };
const effects = new WeakMap<Statement, Effects>();

export function effectsOf(statement: Statement): Effects {
  if (statement.op !== 'store' && bodiesOf(statement).length === 0)
    return writesUnknown(statement) ? writes : none;
  let known = effects.get(statement);
  if (!known) {
    const inner = bodiesOf(statement).flat().map(effectsOf);
    const own: Place[] =
      statement.op === 'store' ? [{ address: statement.address, type: statement.value.type }] : [];
    known = {
      stores: [...own, ...inner.flatMap(({ stores }) => stores)],
      unknown: writesUnknown(statement) || inner.some(({ unknown }) => unknown),
    };
    effects.set(statement, known);
  }
  return known;
}

/** Whether the statement itself may write memory through something else than a store of its own. */
export function writesUnknown(statement: Statement): boolean {
  switch (statement.op) {
    case 'callMany':
      return !harmless.test(statement.callee);
    case 'memoryCopy':
    case 'memoryFill':
      return true;
    default:
      return !expressionsOf(statement).every(isHarmless);
  }
}

function isHarmless(expression: Expression): boolean {
  if (expression.op === 'call' && !harmless.test(expression.callee)) return false;
  return everyChild(expression, isHarmless);
}

function setBy(statement: Statement): readonly string[] {
  if (statement.op === 'set') return [statement.local];
  return statement.op === 'callMany' ? statement.results : [];
}

/** The one pointer that an address starts from; the empty name where it cannot be told. */
function rootOf(base: Expression): string {
  if (base.op === 'local') return base.name;
  if (base.op === 'dataAddress') return `&${base.segment}`;
  if (base.op !== 'add' && base.op !== 'sub') return '';
  const [left, right] = [rootOf(base.left), rootOf(base.right)];
  // An offset is made of integers; a second pointer in the sum would have a root too.
  return isInteger(base.right) ? left : isInteger(base.left) ? right : '';
}

function isInteger(expression: Expression): boolean {
  return expression.op === 'const' || (expression.op === 'convert' && expression.value.type !== 'ptr');
}

/** An address as a part that is compared by its text, and a number of bytes. */
export interface SplitAddress {
  readonly key: string;
  readonly offset: number;
}

/** Every store is held against every place that is known. */
const splits = new WeakMap<Address, SplitAddress>();

export function split(address: Address): SplitAddress {
  let known = splits.get(address);
  if (!known) {
    known = splitAddress(address);
    splits.set(address, known);
  }
  return known;
}

function splitAddress({ base, index, scale = 1, offset = 0 }: Address): SplitAddress {
  let bytes = offset;
  let variable = index;
  if (variable?.op === 'const') {
    bytes += Number(variable.value) * scale;
    variable = undefined;
  } else if (variable && (variable.op === 'add' || variable.op === 'sub') && variable.right.op === 'const') {
    bytes += (variable.op === 'add' ? 1 : -1) * Number(variable.right.value) * scale;
    variable = variable.left;
  }
  const scaled = variable ? `+${expressionKey(variable)}*${scale}` : '';
  return { key: `${expressionKey(base)}${scaled}`, offset: bytes };
}
