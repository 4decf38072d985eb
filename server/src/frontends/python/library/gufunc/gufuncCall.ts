import type { TypedFunction } from '../../infer/typedFunction';
import { none } from '../../types/numbaType';
import type { Value } from '../../lower/lowering';
import type { LibraryFunction, LoweringCall } from '../libraryFunction';

/** A call of a `@guvectorize` function from compiled code, with all its arguments. */
export const gufuncCall: LibraryFunction = {
  name: 'numba.guvectorize call',
  type: () => ({ kind: 'mismatch' }),
  lower: ({ args, data }: LoweringCall, lowering) => {
    const { kernel, layout } = data as { readonly kernel: TypedFunction; readonly layout: string };
    lowering.runGufunc(kernel, layout, args as Value[]);
    return { type: none, parts: [] };
  },
};
