import type { Fix } from '../../../diagnostics/fix';
import type { ProblemOf, RuleContext } from '../rules/rule';
import { nodeAt } from './findNode';
import { importModule } from './importName';
import { quickFix, surround } from './quickFix';

/** `np.ascontiguousarray(...)` around the operand, or around what is reshaped. */
export function makeContiguous(
  problem: ProblemOf<'non-contiguous-product'> | ProblemOf<'non-contiguous-reshape'>,
  context: RuleContext,
): readonly Fix[] {
  const call = problem.kind === 'non-contiguous-reshape' && nodeAt(context.module, problem.range, 'Call');
  const range = call && call.func.kind === 'Attribute' ? call.func.value.range : problem.range;
  return quickFix('make-contiguous', 'Copy it into contiguous memory: np.ascontiguousarray(...)', () => {
    const numpy = importModule(context, 'numpy', 'np');
    return [...numpy.edits, ...surround(range, `${numpy.reference}.ascontiguousarray(`, ')')];
  });
}
