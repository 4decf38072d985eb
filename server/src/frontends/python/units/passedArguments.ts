import type { BoundFunction } from '../bind/boundModule';
import { evaluationIn } from '../infer/evidence/evaluate/evaluate';
import type { ArgumentEvidence, ArgumentTuple } from '../infer/evidence/argumentTypes';
import type { Provenance } from '../infer/typedFunction';
import type { NumbaType } from '../types/numbaType';
import { unliteral } from '../types/unliteral';
import type { AnalysisSession } from './session';

export interface PassedArgument {
  readonly type: NumbaType;
  readonly origin: Provenance;
}

/** What the caller passes, in order: `*args` collects the elements of its tuple, trailing defaults are left out. */
export function passedArguments(tuple: ArgumentTuple): readonly PassedArgument[] {
  const last = tuple.findLastIndex((one) => !one.omitted);
  return tuple.slice(0, last + 1).flatMap(({ type, origin, variadic }): PassedArgument[] => {
    if (variadic && type.kind === 'tuple') return type.elements.map((element) => ({ type: element, origin }));
    return [{ type, origin }];
  });
}

/**
 * What Python code passes to a ufunc with declared signatures. Its signatures name elements; calls show the arrays
 * that it runs over.
 */
export function arrayCalls(fn: BoundFunction, session: AnalysisSession): readonly ArgumentTuple[] {
  const kind = fn.decorator?.kind;
  if ((kind !== 'vectorize' && kind !== 'guvectorize') || !fn.decorator?.signatures.length) return [];
  return session.linked.callSites(fn).flatMap((site): ArgumentTuple[] => {
    const evaluation = evaluationIn(session.linked, site.module, session.context.numba);
    const args = site.call.args.flatMap((expression, i): ArgumentEvidence[] => {
      const type = evaluation.typeOf(expression);
      const param = fn.node.params[i];
      if (!type || !param) return [];
      return [{ name: param.name, type: unliteral(type), origin: { kind: 'call', range: expression.range } }];
    });
    if (args.length < site.call.args.length || !args.some((one) => one.type.kind === 'array')) return [];
    return [args];
  });
}
