import type { NumbaType } from '../../types/numbaType';
import type { Inference } from '../inference';
import type { TypedFunction } from '../typedFunction';
import { inferTarget } from './targets';

/** Types a function passed as an argument, for `map`, sort keys, reductions. */
export function typeCallable(
  inf: Inference,
  callee: NumbaType,
  args: readonly NumbaType[],
): { result: NumbaType; target: TypedFunction } | undefined {
  if (callee.kind !== 'dispatcher' && callee.kind !== 'closure') return undefined;
  const target = inferTarget(inf, callee, args);
  return target?.compiles ? { result: target.returnType, target } : undefined;
}
