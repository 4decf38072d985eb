import { add, convert, mul } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import type { ArrayType, NumbaType } from '../../types/numbaType';
import { indexedIteration } from './indexed';

/** `for x in array`: elements of a 1-d array, else views one dimension down, always of layout A as in Numba. */
export const arrayIteration = indexedIteration({
  kind: 'array',
  item: (type) => (type.kind === 'array' ? rowType(type) : undefined),
  reason: 'a 0-d array is not iterable',
  length: (lowering, array) => lowering.arrayShape(array)[0]!,
  at: rowAt,
});

function rowType(type: ArrayType): NumbaType | undefined {
  if (type.ndim === 0) return undefined;
  return type.ndim === 1 ? type.dtype : { ...type, ndim: type.ndim - 1, layout: 'A' };
}

function rowAt(lowering: Lowering, array: Value, index: Expression, item: NumbaType): Value {
  if (item.kind !== 'array' || (array.type as ArrayType).ndim === 1)
    return lowering.loadElement(array, [index]);
  const strides = lowering.arrayStrides(array);
  return lowering.arrayView(item, {
    meminfo: lowering.arrayMeminfo(array),
    data: add(lowering.arrayData(array), convert(mul(index, strides[0]!), 'ptr')),
    shape: lowering.arrayShape(array).slice(1),
    strides: strides.slice(1),
  });
}
