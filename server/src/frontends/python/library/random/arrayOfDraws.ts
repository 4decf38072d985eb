import { i64 } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import { arrayType } from '../array/parts';
import { asLine } from '../numpy/flatView';

/** A new array filled in C order. */
export function arrayOfDraws(
  lowering: Lowering,
  type: NumbaType,
  shape: readonly Expression[],
  one: () => Value,
): Value {
  const array = lowering.hold(lowering.newArray(arrayType(type), shape));
  const line = asLine(lowering, array);
  const stop = lowering.arrayShape(line)[0]!;
  lowering.ir.for({ start: i64(0), stop }, (index) => lowering.storeElement(line, [index], one()));
  return array;
}
