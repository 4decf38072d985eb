import { bool } from '@jitsight/shared/ir/expressions';
import { boolean, type NumbaType } from '../../types/numbaType';
import type { LibraryFunction, PythonSource } from '../libraryFunction';
import { comparisonOperators } from '../operators/operatorTable';
import { applyScalar } from '../operators/scalarOperator';
import { mismatch, typed } from '../outcome';
import { unliteral } from '../../types/unliteral';
import { arrayType } from './parts';
import { loopOver } from './positions';
import text from './contains.py?raw';

const source: PythonSource = { name: 'array/contains.py', text };

/** `x in array`: whether any element equals x. Text equals no number. An array that is looked for is compared with each element. */
export const containsEntry: LibraryFunction = {
  name: 'operator.contains',
  type: ({ args: [array, value], context }) => {
    if (array?.kind !== 'array' || !value) return mismatch();
    const item = unliteral(value);
    if (item.kind === 'unicode') return isNumber(array.dtype) ? typed(boolean) : mismatch();
    const compared = item.kind === 'array' ? item.dtype : item;
    return comparisonOperators.eq!([array.dtype, compared], context.numba) ? typed(boolean) : mismatch();
  },
  lower: ({ args }, lowering) => {
    const { ir } = lowering;
    const searched = args[1]!.type;
    if (searched.kind === 'array') return lowering.callPython(source, 'contains', [args[0]!, args[1]!]);
    if (unliteral(searched).kind === 'unicode') return { type: boolean, parts: [bool(false)] };
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

function isNumber({ kind }: NumbaType): boolean {
  return kind === 'int' || kind === 'float' || kind === 'complex' || kind === 'bool';
}
