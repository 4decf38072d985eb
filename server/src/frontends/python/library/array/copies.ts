import type { Lowering, Value } from '../../lower/lowering';
import type { ArrayType } from '../../types/numbaType';

/** A new array of this type whose elements are the given array's, converted. */
export function astypeCopy(lowering: Lowering, array: Value, type: ArrayType): Value {
  const source = lowering.hold(array);
  const out = lowering.newArray(type, lowering.arrayShape(source));
  if (type.ndim === 0) lowering.storeElement(out, [], lowering.loadElement(source, []));
  else lowering.elementwise([source], type.dtype, ([element]) => lowering.cast(element!, type.dtype), out);
  return out;
}
