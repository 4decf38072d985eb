import { add, i64, lt, select, sub } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../../infer/typedFunction';
import type { Lowering, Value } from '../../lower/lowering';
import { int64, type NumbaType } from '../../types/numbaType';
import type { LibraryFunction, LoweringCall } from '../libraryFunction';
import type { StencilPlan } from './stencilPlan';

/** What a call of a stencil carries from typing to lowering. */
export interface StencilCall {
  readonly kernel: TypedFunction;
  readonly plan: StencilPlan;
}

/** A call of a stencil from compiled code: the arguments of its kernel, then `out` where it is given. */
export const stencilCall: LibraryFunction = {
  name: 'numba.stencil call',
  type: () => ({ kind: 'mismatch' }),
  lower: ({ args, result, data }: LoweringCall, lowering) => {
    const { kernel, plan } = data as StencilCall;
    const count = kernel.params.length;
    return runStencil(lowering, kernel, plan, args.slice(0, count) as Value[], result, args[count]);
  },
};

/**
 * Runs the kernel at every point whose neighbourhood fits, as Numba does: everywhere else a new result holds `cval`,
 * and a given `out` what it held, unless there is a `cval`.
 */
export function runStencil(
  lowering: Lowering,
  kernel: TypedFunction,
  plan: StencilPlan,
  given: readonly Value[],
  result: NumbaType,
  out?: Value,
): Value {
  if (result.kind !== 'array') throw new Error(`a stencil gives an array, not ${result.kind}`);
  const args = given.map((arg) => lowering.hold(arg));
  checkShapes(lowering, plan, args);
  const shape = lowering.arrayShape(args[0]!);
  const made = out
    ? lowering.hold(out)
    : lowering.newArray({ ...result, layout: result.layout === 'A' ? 'C' : result.layout }, shape);
  if (!out || plan.cval) fill(lowering, made, plan);
  const nest = (indices: readonly Expression[]): void => {
    const extent = shape[indices.length];
    if (extent) {
      const [low, high] = plan.neighborhood[indices.length]!;
      const stop = sub(extent, i64(Math.max(0, high)));
      lowering.ir.for({ start: i64(-Math.min(0, low)), stop }, (index) => nest([...indices, index]));
      return;
    }
    const points = indices.map((index) => ({ type: int64, parts: [index] }));
    lowering.storeElement(made, indices, lowering.call(kernel, [...args, ...points]));
  };
  nest([]);
  return { type: result, parts: made.parts };
}

function fill(lowering: Lowering, array: Value, { cval }: StencilPlan): void {
  const value = cval
    ? lowering.constant(cval.value, cval.type)
    : lowering.constant({ kind: 'int', value: 0n }, int64);
  lowering.forEachIndex(lowering.arrayShape(array), (indices) => {
    lowering.storeElement(array, indices, value);
  });
}

/** Arrays that are indexed relative to the point must be at least as large as the first. */
function checkShapes(lowering: Lowering, { relative }: StencilPlan, args: readonly Value[]): void {
  const [first, ...others] = relative.map((position) => lowering.arrayShape(args[position]!));
  for (const other of others) {
    first!.forEach((extent, axis) => {
      lowering.ir.if(lt(other[axis]!, extent), () => {
        lowering.raise({
          name: 'ValueError',
          message:
            'Secondary stencil array has some dimension smaller the same dimension in the stencil input.',
        });
      });
    });
  }
}

/** `a[-1]` in a kernel: the element that far from the point. Its arguments are the array, the offsets, then the point. */
export const relativeItem: LibraryFunction = {
  name: 'numba.stencil item',
  type: () => ({ kind: 'mismatch' }),
  lower: ({ args, data }: LoweringCall, lowering) => {
    const [array, ...rest] = args as Value[];
    const shape = lowering.arrayShape(array!);
    const offsets = rest.slice(0, shape.length);
    const indices = offsets.map((offset, axis) => {
      const point = rest[shape.length + axis]!;
      const index = add(point.parts[0]!, lowering.cast(offset, int64).parts[0]!);
      if (!(data as { wraps: boolean }).wraps) return index;
      const held = lowering.ir.hold(index, 'index');
      return select(lt(held, i64(0)), add(held, shape[axis]!), held);
    });
    return lowering.loadElement(array!, indices);
  },
};
