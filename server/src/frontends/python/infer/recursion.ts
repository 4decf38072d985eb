import type { NumbaType } from '../types/numbaType';
import { unify } from '../types/unify';
import { unliteral } from '../types/unliteral';
import type { Inference } from './inference';
import { withoutRecursion } from './inferFunction';

const firstReturns = new WeakMap<Inference, readonly NumbaType[]>();

/**
 * The return type of a function in progress, from the paths that do not call it again and what is known so far. Undefined when
 * there is no such path: Numba's runaway recursion.
 */
export function partialReturnType(frame: Inference): NumbaType | undefined {
  let first = firstReturns.get(frame);
  if (!first) {
    firstReturns.set(frame, []);
    first = withoutRecursion(frame).returnTypes;
    firstReturns.set(frame, first);
  }
  const types = [...first, ...frame.returnTypes].map(unliteral);
  return types.length > 0 ? unify(types) : undefined;
}
