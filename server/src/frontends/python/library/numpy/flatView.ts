import { i64, mul } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf } from '../../types/numbaType';
import { astypeCopy } from '../array/copies';
import { itemSizeOf } from '../array/itemSize';

/** The elements in C order as an array of one dimension: a view where they lie so, else a copy. */
export function asLine(lowering: Lowering, given: Value): Value {
  const type = given.type as ArrayType;
  if (type.ndim === 1) return given;
  const isInOrder = type.layout === 'C';
  const array = lowering.hold(isInOrder ? given : astypeCopy(lowering, given, { ...type, layout: 'C' }));
  return inShape(lowering, array, [lowering.ir.hold(lowering.arraySize(array), 'size')]);
}

/** A C-ordered array of one dimension, or one that lies as such, seen with another shape of the same size. */
export function inShape(lowering: Lowering, line: Value, shape: readonly Expression[]): Value {
  const { dtype } = line.type as ArrayType;
  let step: Expression = i64(itemSizeOf(lowering, dtype));
  const strides = [...shape].reverse().map((extent) => {
    const stride = step;
    step = mul(step, extent);
    return stride;
  });
  return lowering.hold(
    lowering.arrayView(arrayOf(dtype, shape.length), {
      meminfo: lowering.arrayMeminfo(line),
      data: lowering.arrayData(line),
      shape,
      strides: strides.reverse(),
    }),
  );
}
