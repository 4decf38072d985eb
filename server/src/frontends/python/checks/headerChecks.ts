import type { BoundFunction } from '../bind/boundModule';
import type { Problem } from '../infer/problem';
import { unliteral } from '../types/unliteral';
import type { AnalysisSession } from '../units/session';
import { isTyped, typeFunction } from '../units/typeFunction';
import { givenArguments } from './callChecks';

/** Words of a function's header that Numba passes over: `async`, and what the annotation of the result promises. */
export function checkHeader(fn: BoundFunction, session: AnalysisSession): readonly Problem[] {
  const { kind } = fn.decorator!;
  if (kind !== 'jit' && kind !== 'njit') return [];
  return [...checkAsync(fn), ...checkAnnotation(fn, session)];
}

function checkAsync(fn: BoundFunction): readonly Problem[] {
  if (!fn.node.isAsync) return [];
  const { start } = fn.node.headerRange;
  const range = { start, end: start + 'async'.length };
  return [{ kind: 'async-function', range, function: fn, subject: fn.node.name }];
}

/**
 * A result that is not what `-> float` says, for what a call passes. Elsewhere annotations are taken at their word;
 * Numba goes by the arguments alone.
 */
function checkAnnotation(fn: BoundFunction, session: AnalysisSession): readonly Problem[] {
  const { returns } = fn.node;
  const promised = returns && fn.module.qualifiedName(returns)?.replace('builtins.', '');
  if (promised !== 'float' && promised !== 'int') return [];
  if ((fn.decorator?.signatures.length ?? 0) > 0) return [];
  for (const { call, caller, module } of session.linked.callSites(fn)) {
    if (module !== session.module || caller?.decorator || call.keywords.length > 0) continue;
    const given = givenArguments(fn, call, session);
    if (given.length !== fn.node.params.length || given.length === 0) continue;
    const types = given.flatMap((one) => one.type ?? []);
    if (types.length !== given.length || types.some(({ kind }) => kind !== 'int' && kind !== 'float'))
      continue;
    const result = typeFunction(fn, types, session.context);
    const type = isTyped(result) && result.typed.compiles ? unliteral(result.typed.returnType) : undefined;
    if (!type || (type.kind !== 'int' && type.kind !== 'float') || type.kind === promised) continue;
    const related = [{ range: call.range, role: 'called' as const, subject: fn.node.name }];
    return [
      {
        kind: 'ignored-annotation',
        range: returns!.range,
        function: fn,
        annotation: promised,
        type,
        related,
      },
    ];
  }
  return [];
}
