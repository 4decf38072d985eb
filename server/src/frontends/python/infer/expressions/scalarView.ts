import type { Attribute, Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { soleValueOf } from '../decide/constantOf';
import { type Inference, report } from '../inference';

/**
 * `x.view` of a number that no call of NumPy made. Numba refuses it, as in Python the number would have no such method.
 * Whether it was reported.
 */
export function reportPlainView(inf: Inference, node: Attribute, type: NumbaType): boolean {
  if (node.attr !== 'view' || (type.kind !== 'int' && type.kind !== 'float')) return false;
  if (isMadeByNumpy(inf, node.value)) return false;
  const named = node.value.kind === 'Name' ? `'${node.value.id}' ` : '';
  report(inf, 'typing', node, {
    kind: 'unsupported-argument',
    callee: 'view',
    types: [type],
    reason: 'only a number that a call such as np.float64(x) gives can be viewed',
    numbaSays: {
      class: 'TypingError',
      text: `'view' can only be called on NumPy dtypes, try wrapping the variable ${named}with 'np.<dtype>()'`,
    },
  });
  return true;
}

function isMadeByNumpy(inf: Inference, node: Expression): boolean {
  if (node.kind === 'Call') return inf.module.qualifiedName(node.func)?.startsWith('numpy.') ?? false;
  const value = node.kind === 'Name' ? soleValueOf(inf, node) : undefined;
  return value !== undefined && isMadeByNumpy(inf, value);
}
