import type { NumbaType } from '../../types/numbaType';
import type { NumbaWording } from '../rule';

/** Lists or sets of different elements: Numba unifies them, and its code generation fails an assertion. */
export function containerAssertion(types: readonly NumbaType[]): NumbaWording | undefined {
  const [first] = types;
  if (first?.kind !== 'list' && first?.kind !== 'set') return undefined;
  if (!types.every((type) => type.kind === first.kind)) return undefined;
  return { class: 'AssertionError', text: '(no message, no line)' };
}
