import { flatten } from '@jitsight/shared/ir/valueType';
import type { Lowering, Value } from '../../lower/lowering';
import type { ArrayType, NumbaType } from '../../types/numbaType';

/** The elements of a tuple value; any other value is its own only element. */
export function membersOf(lowering: Lowering, value: Value): Value[] {
  if (value.type.kind !== 'tuple') return [value];
  let from = 0;
  return value.type.elements.map((type) => {
    const width = flatten(lowering.valueTypeOf(type)).length;
    from += width;
    return { type, parts: value.parts.slice(from - width, from) };
  });
}

export function arrayType(type: NumbaType): ArrayType {
  if (type.kind !== 'array') throw new Error(`expected an array, got ${type.kind}`);
  return type;
}
