import { constant } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { flatten } from '@jitsight/shared/ir/valueType';
import type { NumbaType } from '../types/numbaType';
import type { Value } from './lowering';
import { valueTypeOf } from './valueTypes';

/** What a variable holds before anything assigned it. */
export function zeros(type: NumbaType): Expression[] {
  return flatten(valueTypeOf(type)).map((scalar) => constant(scalar, 0));
}

/** The elements of a tuple (or of what is held like one). */
export function tupleElements(value: Value): Value[] {
  let from = 0;
  return (elementTypes(value.type) ?? []).map((type) => {
    const width = flatten(valueTypeOf(type)).length;
    const parts = value.parts.slice(from, from + width);
    from += width;
    return { type, parts };
  });
}

/** Element types of tuples and of what is held like one. */
export function elementTypes(type: NumbaType): readonly NumbaType[] | undefined {
  if (type.kind === 'tuple' || type.kind === 'literalList') return type.elements;
  if (type.kind === 'literalDict') return type.items.map((item) => item.value);
  if (type.kind === 'range') return [type.item, type.item, type.item];
  return undefined;
}
