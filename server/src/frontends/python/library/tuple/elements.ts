import { eq, i64, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { flatten } from '@jitsight/shared/ir/valueType';
import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType, TupleType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';

/** The type of all elements where they have one (literals aside); undefined for `()` and mixed tuples. */
export function uniformElement(type: TupleType): NumbaType | undefined {
  const first = type.elements[0];
  if (!first) return undefined;
  if (type.elements.every((element) => typesEqual(element, first))) return first;
  const plain = type.elements.map(unliteral);
  return plain.every((element) => typesEqual(element, plain[0]!)) ? plain[0] : undefined;
}

/** The elements of a tuple value. */
export function elementsOf(lowering: Lowering, tuple: Value): Value[] {
  if (tuple.type.kind !== 'tuple') throw new Error(`expected a tuple, got ${tuple.type.kind}`);
  let from = 0;
  return tuple.type.elements.map((type) => {
    const width = flatten(lowering.valueTypeOf(type)).length;
    from += width;
    return { type, parts: tuple.parts.slice(from - width, from) };
  });
}

/** The element at a run-time index that is in range, of a tuple whose elements have one type. */
export function dynamicElement(lowering: Lowering, tuple: Value, index: Expression, type: NumbaType): Value {
  const elements = elementsOf(lowering, tuple).map((element) => lowering.cast(element, type));
  const at = lowering.ir.hold(index, 'index');
  const parts = elements[0]!.parts.map((first, part) =>
    elements
      .slice(1)
      .reduce((chosen, element, i) => select(eq(at, i64(i + 1)), element.parts[part]!, chosen), first),
  );
  return { type, parts };
}

export function tupleValue(elements: readonly Value[], named?: TupleType['named']): Value {
  const type: TupleType = { kind: 'tuple', elements: elements.map((element) => element.type) };
  return {
    type: named ? { ...type, named } : type,
    parts: elements.flatMap((element) => element.parts),
  };
}
