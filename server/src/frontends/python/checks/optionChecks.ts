import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';

/** Options of `jit` and `njit` in Numba 0.56 to 0.68; anything else raises `KeyError: Unrecognized options` at the first call. */
const jitOptions: ReadonlySet<string> = new Set(
  (
    'nopython forceobj looplift error_model parallel fastmath nogil cache boundscheck inline locals pipeline_class debug target ' +
    'no_cpython_wrapper no_cfunc_wrapper no_rewrites forceinline _nrt _dbg_extend_lifetimes _dbg_optnone target_backend'
  ).split(' '),
);

/** Options that the decorator does not have, with the one that was probably meant. */
export function checkOptions(fn: BoundFunction): readonly Problem[] {
  const { decorator } = fn;
  if (!decorator || (decorator.kind !== 'jit' && decorator.kind !== 'njit')) return [];
  return [...decorator.options.values()].flatMap(({ name, range }): Problem[] => {
    if (jitOptions.has(name)) return [];
    const meant = [...jitOptions].find((one) => distance(one, name) <= 2);
    const reason = meant ? `there is no such option; '${meant}' is meant?` : 'there is no such option';
    return [{ kind: 'bad-option', range, function: fn, option: name, decorator: decorator.kind, reason }];
  });
}

/** Levenshtein distance: how many letters to change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + change));
    }
    row = next;
  }
  return row[b.length]!;
}
