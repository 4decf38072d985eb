import { binary, constant, convert } from '../../ir/expressions';
import type { Expression } from '../../ir/nodes';
import { expressionKey } from '../sameExpression';
import { isInvariant, type LoopContext } from './loopContext';
import { formKey, formValue, type LinearForm, stepOf, sum } from '../linearForm';
import { Refusal } from './lanes';

/** A place in memory that every iteration reads or writes. */
export interface Access {
  readonly store: boolean;
  readonly form: LinearForm;
  /** Bytes that one iteration touches. */
  readonly size: number;
  /** The iteration may not get there, so that the address may be wild. */
  readonly guarded: boolean;
  /** Place in the order in which an iteration runs. */
  readonly order: number;
  /** In an inner loop, or the order of accesses is that of the source for another reason. */
  readonly nested: boolean;
}

/** Adds the guards that keep every two accesses of different iterations apart, and wild addresses inside the memory. */
export function guardAccesses(context: LoopContext): void {
  const accesses = distinct(context.accesses);
  for (const access of accesses) if (access.guarded) guardRange(context, access);
  for (const [i, a] of accesses.entries()) {
    for (const b of accesses.slice(i)) {
      if (areApart(context, a, b)) continue;
      if (b.store) guardPair(context, a, b);
      else if (a.store) guardPair(context, b, a);
    }
  }
  if (context.guards.length > 24) throw new Refusal('too many arrays may overlap');
}

/** Whether what the function itself says of its pointers keeps the two apart. */
function areApart({ facts }: LoopContext, a: Access, b: Access): boolean {
  const [one, other] = [pointerOf(a.form), pointerOf(b.form)];
  return one !== undefined && other !== undefined && facts.areApart(one, other);
}

/** The pointer that the place is at a distance from, by its name. */
function pointerOf({ terms }: LinearForm): string | undefined {
  const pointers = [...terms.values()].filter(({ variable }) => variable?.type === 'ptr');
  const [term] = pointers;
  if (pointers.length !== 1 || term!.index !== undefined || term!.factor !== 1n) return undefined;
  return term!.variable?.op === 'local' ? term!.variable.name : undefined;
}

/** One place read twice without a store between needs one guard. */
function distinct(accesses: readonly Access[]): readonly Access[] {
  return accesses.filter((one, i) => {
    const before = accesses[i - 1];
    return !before || one.store || before.store || one.guarded || !sameForm(one.form, before.form);
  });
}

export function addGuard(context: LoopContext, guard: Expression): void {
  if (!isInvariant(context, guard))
    throw new Refusal('what it reads and writes cannot be told apart before it runs');
  const key = expressionKey(guard);
  if (context.guardKeys.has(key)) return;
  context.guardKeys.add(key);
  context.guards.push(guard);
}

/** `store` is a store, `other` anything that iterations of their own may reach. */
function guardPair(context: LoopContext, other: Access, store: Access): void {
  const { facts, lanes } = context;
  const { index } = facts.loop;
  const step = stepOf(store.form, index);
  const same =
    formKey(sum(step, stepOf(other.form, index), -1n)) === '' &&
    step.constant === stepOf(other.form, index).constant;
  const difference = sum(store.form, other.form, -1n);
  const apart = [...difference.terms.values()].every((term) => !term.index);
  const plain = same && apart && step.terms.size === 0 && store.size === other.size;
  const inner = [...store.form.terms.values(), ...other.form.terms.values()].some(
    (term) => term.index !== undefined && term.index !== index,
  );
  if (inner && sameForm(store.form, other.form)) {
    guardOwnSteps(context, store);
    return;
  }
  if (plain && !inner && difference.terms.size === 0) {
    const distance = Number(difference.constant);
    const elements = Math.abs(Number(step.constant)) / store.size;
    if (elements !== 1 || step.constant < 0n) {
      checkSteps(Number(step.constant), distance, store.size, lanes);
      return;
    }
  }
  if (!plain || inner || Number(step.constant) !== store.size) {
    guardDisjoint(context, store, other);
    return;
  }
  const bytes = BigInt(store.size);
  const reach = bytes * BigInt(lanes);
  const ordered = !other.nested && !store.nested && !other.store;
  // How far ahead of what an iteration reads, in the order of iterations, it stores.
  const ahead = context.falls ? sum(other.form, store.form, -1n) : difference;
  if (difference.terms.size === 0) {
    const distance = ahead.constant;
    const harmful = ordered
      ? distance >= (other.order > store.order ? 0n : 1n) && distance < reach
      : distance !== 0n && distance > -reach && distance < reach;
    // In one iteration what was stored is what is read: the value is handed on.
    if (distance === 0n) return;
    if (harmful) throw new Refusal('an iteration needs what one just before it stores');
    return;
  }
  const distance = convert(formValue(ahead), 'u32');
  if (ordered) {
    const first = other.order > store.order ? 0n : 1n;
    const shifted = first === 0n ? distance : binary('sub', distance, constant('u32', 1));
    addGuard(context, {
      op: 'ge',
      type: 'bool',
      left: shifted,
      right: constant('u32', Number(reach - first)),
    });
    return;
  }
  const span = constant('u32', Number(2n * reach - 1n));
  const moved = binary('add', distance, constant('u32', Number(reach - 1n)));
  addGuard(context, { op: 'ge', type: 'bool', left: moved, right: span });
}

/** Refuses where iterations that run together meet at a place; within one, what was stored is handed on. */
function checkSteps(step: number, distance: number, size: number, lanes: number): void {
  for (let apart = 1 - lanes; apart < lanes; apart++) {
    const away = Math.abs(step * apart + distance);
    if (away < size && !(apart === 0 && away === 0))
      throw new Refusal('an iteration needs what one just before it stores');
  }
}

function sameForm(a: LinearForm, b: LinearForm): boolean {
  return a.constant === b.constant && formKey(a) === formKey(b);
}

function guardDisjoint(context: LoopContext, store: Access, other: Access): void {
  const a = rangeOf(context, store);
  const b = rangeOf(context, other);
  addGuard(
    context,
    binary(
      'or',
      { op: 'le', type: 'bool', left: a.end, right: b.start },
      { op: 'le', type: 'bool', left: b.end, right: a.start },
    ),
  );
}

/** A store whose address also moves with an inner loop must not come back to what another iteration stored. */
function guardOwnSteps(context: LoopContext, store: Access): void {
  const { index } = context.facts.loop;
  const own = stepOf(store.form, index);
  if (own.terms.size > 0 || own.constant !== BigInt(store.size))
    throw new Refusal('it stores to places that do not follow each other');
  const inner = new Set(
    [...store.form.terms.values()].flatMap((term) =>
      term.index !== undefined && term.index !== index ? [term.index] : [],
    ),
  );
  for (const one of inner) {
    // A whole row of iterations fits between two steps of the inner loop.
    const step = formValue(stepOf(store.form, one));
    const { start, stop } = context.facts.loop;
    const count = binary('sub', convert(stop, 'i64'), convert(start, 'i64'));
    const row = binary('mul', count, constant('i64', store.size));
    addGuard(context, { op: 'ge', type: 'bool', left: step, right: row });
  }
  if (inner.size > 1) throw new Refusal('it stores to places that do not follow each other');
}

function guardRange(context: LoopContext, access: Access): void {
  const { start, end } = rangeOf(context, access);
  addGuard(context, { op: 'ge', type: 'bool', left: start, right: constant('i64', 0) });
  const pages: Expression = { op: 'call', type: 'i32', callee: 'wasm.memorySize', args: [] };
  const size = binary('shl', convert(convert(pages, 'u32'), 'i64'), constant('i64', 16));
  const key = `memory ${expressionKey(end)}`;
  if (!isInvariant(context, end))
    throw new Refusal('where it reads under a condition is not known before it runs');
  if (context.guardKeys.has(key)) return;
  context.guardKeys.add(key);
  context.guards.push({ op: 'le', type: 'bool', left: end, right: size });
}

/** The bytes that the access reaches while the loop runs, from first to one past the last. */
function rangeOf(context: LoopContext, access: Access): { start: Expression; end: Expression } {
  const range = indexRange(context, access.form);
  return { start: range.least, end: binary('add', range.most, constant('i64', access.size)) };
}

/** Least and greatest value of a form over all iterations. */
export function indexRange(context: LoopContext, form: LinearForm): { least: Expression; most: Expression } {
  const fixed = new Map([...form.terms].filter(([, term]) => term.index === undefined));
  let least = formValue({ terms: fixed, constant: form.constant });
  let most = least;
  const indices = new Set([...form.terms.values()].flatMap((term) => term.index ?? []));
  for (const index of indices) {
    const loop = index === context.facts.loop.index ? context.facts.loop : context.inner.get(index);
    if (loop?.step.op !== 'const' || BigInt(loop.step.value) !== 1n)
      throw new Refusal('an inner loop does not count by one');
    const step = stepOf(form, index);
    const last = binary('sub', convert(loop.stop, 'i64'), constant('i64', 1));
    const at = (value: Expression) =>
      step.terms.size === 0 && step.constant === 1n ? value : binary('mul', value, formValue(step));
    const one = at(convert(loop.start, 'i64'));
    const other = at(last);
    const ascending = step.terms.size === 0 && step.constant >= 0n;
    least = binary('add', least, ascending ? one : binary('min', one, other));
    most = binary('add', most, ascending ? other : binary('max', one, other));
  }
  return { least, most };
}

/** Guards that an index is in range in all iterations, so that neither wrap-around nor check is needed. */
export function guardIndex(context: LoopContext, form: LinearForm, length: Expression | undefined): boolean {
  try {
    const { least, most } = indexRange(context, form);
    addGuard(context, { op: 'ge', type: 'bool', left: least, right: constant('i64', 0) });
    if (length) addGuard(context, { op: 'lt', type: 'bool', left: most, right: length });
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
