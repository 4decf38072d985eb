import { flatten } from '@jitsight/shared/ir/valueType';
import type { Lowering, Value } from '../../lower/lowering';

/** The operands that an iterable of the library (`enumerate`, `zip`) was made of. */
export function sourcesOf(lowering: Lowering, iterable: Value): Value[] {
  if (iterable.type.kind !== 'iterable') throw new Error(`expected an iterable, got ${iterable.type.kind}`);
  let from = 0;
  return iterable.type.source.map((type) => {
    const width = flatten(lowering.valueTypeOf(type)).length;
    from += width;
    return { type, parts: iterable.parts.slice(from - width, from) };
  });
}
