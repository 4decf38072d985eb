import type { BoundFunction, BoundModule, CallSite } from './boundModule';
import { markInterpreted } from './interpretedCalls';

export interface LinkedCallSite extends CallSite {
  readonly module: BoundModule;
}

/** What a call names, as far as its own module knows. */
export interface CallTarget {
  readonly site: LinkedCallSite;
  /** A function of the module. */
  readonly function: BoundFunction | undefined;
  /** What else has a qualified name: another file's function, or another library's. */
  readonly qualifiedName: string | undefined;
}

// A module is linked anew with each edit of another.
const known = new WeakMap<BoundModule, readonly CallTarget[]>();

/** Every call of a module with what it names, in source order. */
export function callTargets(module: BoundModule): readonly CallTarget[] {
  const done = known.get(module);
  if (done) return done;
  const targets = module.calls.map((site): CallTarget => {
    const { func } = site.call;
    const meaning = func.kind === 'Name' ? module.resolve(func) : undefined;
    const own = meaning?.kind === 'function' ? meaning.function : undefined;
    return {
      site: markInterpreted({ ...site, module }, meaning ?? { kind: 'unbound' }),
      function: own,
      qualifiedName: own ? undefined : module.qualifiedName(func),
    };
  });
  known.set(module, targets);
  return targets;
}
