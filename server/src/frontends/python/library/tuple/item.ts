import { i64, wrapIndex } from '@jitsight/shared/ir/expressions';
import { int64 } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { dynamicElement, elementsOf, uniformElement } from './elements';

/** `t[i]`: a constant index gives that element; a run-time index needs elements of one type. */
export const tupleItem: LibraryFunction = {
  name: 'operator.getitem',
  type(call) {
    const [tuple, index] = call.args;
    if (tuple?.kind !== 'tuple' || !index) return mismatch();
    if (unliteral(index).kind !== 'int') return mismatch('a tuple index must be an integer', 1);
    if (index.kind === 'literal' && index.literal === 'int') {
      const at = Number(index.value < 0n ? index.value + BigInt(tuple.elements.length) : index.value);
      const element = tuple.elements[at];
      return element
        ? typed(element, { args: [unliteral(tuple), int64], data: at })
        : mismatch('out of range', 1);
    }
    const element = uniformElement(tuple);
    if (!element) return mismatch('the elements have different types: the index must be a constant', 1);
    return typed(unliteral(element), { args: [unliteral(tuple), int64] });
  },
  lower(call, lowering) {
    const tuple = lowering.hold(call.args[0]!);
    const elements = elementsOf(lowering, tuple);
    if (typeof call.data === 'number') return lowering.cast(elements[call.data]!, call.result);
    const length = i64(elements.length);
    const wrapped = wrapIndex(lowering.ir.hold(call.args[1]!.parts[0]!, 'index'), length);
    const error = { name: 'IndexError', message: 'tuple index out of range' };
    const index = lowering.ir.checkIndex(wrapped, length, error, false);
    return dynamicElement(lowering, tuple, index, call.result);
  },
};
