import { i64 } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, int64 } from '../../types/numbaType';
import { scalar } from '../arithmetic/kernel';

/** A new array of the integers below `count`. */
export function countedUp(lowering: Lowering, count: Expression, type: ArrayType): Value {
  const array = lowering.newArray(type, [lowering.ir.hold(count)]);
  lowering.ir.for({ start: i64(0), stop: lowering.arrayShape(array)[0]! }, (index) => {
    lowering.storeElement(array, [index], scalar(int64, index));
  });
  return array;
}
