import type { BoundFunction } from '../../bind/boundModule';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { InferenceContext } from '../context';
import { inferFunction } from '../inferFunction';
import type { TypedFunction } from '../typedFunction';
import { flagsOf } from './decoratorOptions';

export interface StencilResult {
  readonly type: NumbaType;
  /** The kernel for one point; relative indices read as absolute ones have the same types. */
  readonly kernel: TypedFunction;
}

/** What a `@stencil` gives for these arguments: an array like the first, of the kernel's type. */
export function stencilResult(
  fn: BoundFunction,
  args: readonly NumbaType[],
  context: InferenceContext,
): StencilResult | undefined {
  const first = args[0] && unliteral(args[0]);
  if (first?.kind !== 'array') return undefined;
  const target = { module: fn.module, node: fn.node, function: fn };
  const kernel = inferFunction(target, args.map(unliteral), context, { flags: flagsOf(fn) });
  const dtype = unliteral(kernel.returnType);
  return { type: { ...first, dtype, layout: 'C', readonly: false }, kernel };
}
