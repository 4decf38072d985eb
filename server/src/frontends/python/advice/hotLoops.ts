import type { Fix } from '../../../diagnostics/fix';
import type { BoundFunction } from '../bind/boundModule';
import { decoratorEdit, wrapInNjit } from '../fixes/decorateFunction';
import { importName } from '../fixes/importName';
import type { RuleContext } from '../rules/rule';
import type { LoopWork } from './work';

/** Loops below this many operations in a run are not worth a compiler's start-up. */
const leastOperations = 2e4;
/** And a loop must be a visible part of the file's work. */
const leastShare = 0.02;

/** Loops of undecorated code worth compiling, with their share of the work that the file leaves to the interpreter. */
export function hotLoops(loops: readonly LoopWork[]): readonly (LoopWork & { readonly score: number })[] {
  const interpreted = loops.filter((one) => !one.owner?.decorator);
  const all = interpreted.reduce((sum, one) => sum + one.total, 0);
  return interpreted
    .filter((one) => Math.max(one.total, one.potential) >= leastOperations && one.total / all >= leastShare)
    .map((one) => ({ ...one, score: Math.round((one.total / all) * 100) / 100 }));
}

/** `a loop nest 2 deep, an estimated 1,000,000 iterations of the innermost, about 98 % of the work this file leaves to the interpreter`. */
export function describeLoop(loop: LoopWork & { readonly score: number }): string {
  const iterations = loop.trips.reduce((product, one) => product * one.count, 1).toLocaleString('en-US');
  const known = loop.trips.every((one) => one.known);
  const nest = loop.depth > 1 ? `a loop nest ${loop.depth} deep` : 'a loop';
  const count = known ? `${iterations} iterations` : `an estimated ${iterations} iterations`;
  return `${nest}, ${count}${loop.depth > 1 ? ' of the innermost' : ''}, about ${Math.round(loop.score * 100)} % of the work this file leaves to the interpreter`;
}

/** `@njit` on the function, and on the undecorated functions of the file that it calls. */
export function compileWithCallees(
  fn: BoundFunction,
  callees: readonly BoundFunction[],
  context: RuleContext,
): Fix {
  const fix = wrapInNjit(fn, context, { preferred: true });
  if (callees.length === 0) return fix;
  const names = callees.map((callee) => `'${callee.node.name}'`).join(', ');
  return {
    ...fix,
    title: `Compile '${fn.node.name}' with @njit, and ${names} that it calls`,
    edits: () => {
      const njit = importName(context, 'numba', 'njit');
      return [...njit.edits, ...[fn, ...callees].map((one) => decoratorEdit(context, one, njit.reference))];
    },
  };
}

/** Undecorated functions of the same file that `fn` calls, directly or not. */
export function undecoratedCallees(fn: BoundFunction): readonly BoundFunction[] {
  const found = new Set<BoundFunction>();
  const visit = (caller: BoundFunction) => {
    for (const [callee, sites] of fn.module.callSites) {
      if (callee.decorator || callee === fn || found.has(callee) || callee.module !== fn.module) continue;
      if (!sites.some((site) => site.caller === caller)) continue;
      found.add(callee);
      visit(callee);
    }
  };
  visit(fn);
  return [...found];
}
