import type { Call, Expression } from '../parse/ast';
import type { Resolver } from './resolve';
import type { Collection, OpenFunction } from './scopeBuilder';

const madeIn = new WeakMap<Collection, Map<Call, OpenFunction>>();

/**
 * The compiled function that a call of a plain function returns: `add3 = make_adder(3)` where `make_adder` ends in
 * `return add`, its own jitted function. It knows the call, which gives values to what it captured.
 */
export function factoryResult(
  collection: Collection,
  resolver: Resolver,
  call: Call,
  wrapped: (expression: Expression) => OpenFunction | undefined,
): OpenFunction | undefined {
  const made = madeIn.get(collection) ?? new Map<Call, OpenFunction>();
  madeIn.set(collection, made);
  const known = made.get(call);
  if (known) return known;
  if (call.func.kind !== 'Name') return undefined;
  const meaning = resolver.resolve(call.func);
  const maker = meaning.kind === 'function' ? collection.functionOf.get(meaning.function.node) : undefined;
  const last = maker && !maker.decorator ? maker.node.body.at(-1) : undefined;
  if (!maker || last?.kind !== 'Return' || !last.value) return undefined;
  const returned = last.value.kind === 'Name' ? resolver.resolve(last.value) : undefined;
  const inner = returned?.kind === 'function' ? (returned.function as OpenFunction) : wrapped(last.value);
  if (!inner?.decorator || inner.enclosing !== maker) return undefined;
  // Sees what is filled into the function later: its module.
  const bound: OpenFunction = Object.create(inner, { madeBy: { value: call, enumerable: true } });
  made.set(call, bound);
  return bound;
}
