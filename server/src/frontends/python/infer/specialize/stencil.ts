import type { BoundFunction } from '../../bind/boundModule';
import type { Call } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import type { Argument } from '../calls/argument';
import type { Inference } from '../inference';
import { stencilResult } from './stencilKernel';

/** Calls a `@stencil` function from compiled code: typed, without code. */
export function callStencil(
  inf: Inference,
  _node: Call,
  fn: BoundFunction,
  given: readonly Argument[],
): NumbaType | undefined {
  inf.round.guessed = true;
  return stencilResult(
    fn,
    given.map((arg) => arg.type),
    inf.context,
  )?.type;
}
