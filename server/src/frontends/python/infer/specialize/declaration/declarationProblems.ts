import type { BoundFunction } from '../../../bind/boundModule';
import { signatureOf } from '../../../types/signatureText';
import type { Problem } from '../../problem';
import { gufuncProblems } from './gufuncProblems';
import { optionProblems } from './optionProblems';

/** What Numba refuses of a decorator itself: its options, its signatures, a gufunc's layout. */
export function declarationProblems(fn: BoundFunction, numba: string): readonly Problem[] {
  if (!fn.decorator) return [];
  return [...optionProblems(fn, numba), ...signatureProblems(fn, numba), ...gufuncProblems(fn, numba)];
}

function signatureProblems(fn: BoundFunction, numba: string): Problem[] {
  const wanted = fn.node.params.length;
  const isVariadic = fn.node.params.some((param) => param.kind === 'varPositional');
  return (fn.decorator?.signatures ?? []).flatMap((expression): Problem[] => {
    const parsed = signatureOf(expression, fn.module, numba);
    const text = fn.module.file.slice(expression.range);
    const bad = (reason: string): Problem[] => [
      { range: expression.range, function: fn, kind: 'bad-signature', text, reason },
    ];
    if (!('value' in parsed)) return parsed.unanalysed ? [] : bad(parsed.reason);
    const given = parsed.value.args.length;
    return given === wanted || isVariadic
      ? []
      : bad(`${given} argument types given, but the function takes ${wanted}`);
  });
}
