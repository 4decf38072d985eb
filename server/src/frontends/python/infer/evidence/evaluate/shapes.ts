import type { Expression } from '../../../parse/ast';
import type { Evaluation } from './evaluation';

/** How many dimensions a `shape` or `size` argument asks for: `n`, `(n, m)`, `[n, m]`, `a.shape`. */
export function shapeLength(evaluation: Evaluation, expression: Expression): number | undefined {
  if (expression.kind === 'Tuple' || expression.kind === 'List') {
    const isPlain = expression.elements.every((element) => element.kind !== 'Starred');
    return isPlain ? expression.elements.length : undefined;
  }
  if (expression.kind === 'Name') {
    const value = evaluation.module.valueOf(expression);
    if (value?.kind === 'List') return shapeLength(evaluation, value);
  }
  const type = evaluation.typeOf(expression);
  if (type?.kind === 'int') return 1;
  return type?.kind === 'tuple' ? type.elements.length : undefined;
}
