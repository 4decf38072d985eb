import type { Problem } from '../infer/problem';
import type { AnalysisSession } from '../units/session';

/** `cache=True` in code that is a string: Numba keeps its cache beside the file, and there is none. */
export function checkCaches({ module }: AnalysisSession): readonly Problem[] {
  return module.calls.flatMap(({ call: { func, args } }): Problem[] => {
    const [code] = args;
    if (code?.kind !== 'Constant' || code.value.type !== 'str') return [];
    if (!/^builtins\.(exec|eval|compile)$/.test(module.qualifiedName(func) ?? '')) return [];
    const cached = /@(?:\w+\.)*n?jit\([^)\n]*\bcache\s*=\s*True[^)\n]*\)\s*def\s+(\w+)/.exec(
      code.value.value,
    );
    return cached ? [{ kind: 'cache-without-file', range: code.range, subject: cached[1]! }] : [];
  });
}
