import type { BoundFunction, BoundModule } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import { compareVersions } from '../library/version';

/** Problems at a decorator; `fails` says that the function does not compile in nopython mode. */
export function checkDecorator(fn: BoundFunction, numba: string, fails: boolean): readonly Problem[] {
  const { decorator } = fn;
  if (!decorator) return [];
  const problems: Problem[] = [];
  const at = { range: decorator.range, function: fn };
  if (decorator.kind === 'generated_jit' && compareVersions(numba, '0.57') >= 0) {
    problems.push({
      ...at,
      kind: compareVersions(numba, '0.59') >= 0 ? 'removed-api' : 'deprecated-api',
      name: 'numba.generated_jit',
      removedIn: '0.59',
      instead: 'numba.extending.overload',
    });
  }
  const isUfunc = decorator.kind === 'vectorize' || decorator.kind === 'guvectorize';
  if (isUfunc && decorator.options.get('target')?.constant === 'cuda') {
    problems.push({
      ...at,
      range: decorator.options.get('target')!.range,
      kind: 'cuda-target',
      callee: fn.node.name,
    });
  }
  const compilesBody = decorator.kind === 'jit' || decorator.kind === 'njit';
  if (compilesBody && fn.inClass && fn.node.params[0]?.name === 'self' && !isStatic(fn)) {
    problems.push({ ...at, kind: 'jit-on-method' });
  }
  const isForced = decorator.options.get('forceobj')?.constant === true;
  if (fails && !isForced && decorator.nopython === 'by-version' && compareVersions(numba, '0.59') < 0) {
    problems.push({ ...at, kind: 'object-mode-fallback' });
  }
  return problems;
}

function isStatic(fn: BoundFunction): boolean {
  return fn.otherDecorators.some((one) => one.kind === 'Name' && one.id === 'staticmethod');
}

/** Names that Numba had once, with the version that took them away. */
const removed: Readonly<Record<string, { removedIn: string; instead: string }>> = {
  'numba.generated_jit': { removedIn: '0.59', instead: 'numba.extending.overload' },
  'numba.autojit': { removedIn: '0.39', instead: 'numba.njit' },
  'numba.jitclass': { removedIn: '0.50', instead: 'numba.experimental.jitclass' },
};

/** `from numba import generated_jit`: the import itself fails. */
export function checkImports(module: BoundModule, numba: string): readonly Problem[] {
  return module.tree.body.flatMap((statement): Problem[] => {
    if (statement.kind !== 'ImportFrom' || statement.level > 0) return [];
    return statement.names.flatMap((alias): Problem[] => {
      const name = `${statement.module}.${alias.name}`;
      const gone = removed[name];
      if (!gone || compareVersions(numba, gone.removedIn) < 0) return [];
      return [{ kind: 'removed-api', name, ...gone, range: alias.range }];
    });
  });
}
