import type { Call } from '../../parse/ast';
import { constantOf } from '../decide/constantOf';
import { type Inference, report } from '../inference';

/** A parallel loop counts by one: Numba's ParforPass refuses anything else. */
export function checkPrangeStep(inf: Inference, node: Call): void {
  const step = node.args[2];
  if (!step || !inf.flags.parallel) return;
  const value = constantOf(inf, step)?.value;
  if (value?.kind === 'int' && value.value === 1n) return;
  report(inf, 'lowering', node, {
    kind: 'unsupported-argument',
    callee: 'prange',
    types: node.args.flatMap((arg) => inf.round.types.get(arg) ?? []),
    reason: 'only constant step size of 1 is supported for prange',
  });
}
