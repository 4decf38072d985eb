import { bool } from '@jitsight/shared/ir/expressions';
import { boolean } from '../../types/numbaType';
import type { LibraryFunction } from '../libraryFunction';
import { comparisonOperators } from '../operators/operatorTable';
import { applyScalar } from '../operators/scalarOperator';
import { mismatch, typed } from '../outcome';
import { unliteral } from '../../types/unliteral';
import { arrayType } from './parts';
import { loopOver } from './positions';

/** `x in array`: whether any element equals x. */
export const containsEntry: LibraryFunction = {
  name: 'operator.contains',
  type: ({ args: [array, value], context }) => {
    if (array?.kind !== 'array' || !value) return mismatch();
    const found = comparisonOperators.eq!([array.dtype, unliteral(value)], context.numba);
    return found ? typed(boolean) : mismatch();
  },
  lower: ({ args }, lowering) => {
    const { ir } = lowering;
    const array = lowering.hold(args[0]!);
    const value = lowering.hold(args[1]!);
    const found = ir.local('bool', 'found');
    ir.set(found, bool(false));
    const { ndim } = arrayType(array.type);
    loopOver(lowering, lowering.arrayShape(array), 'C', (positions, _next, done) => {
      const same = applyScalar(comparisonOperators.eq!, lowering, [
        lowering.loadElement(array, positions),
        value,
      ]);
      ir.if(same.parts[0]!, () => {
        ir.set(found, bool(true));
        if (ndim > 0) ir.break(done);
      });
    });
    return { type: boolean, parts: [found] };
  },
};
