import { arrayOf, int64, type NumbaType, tupleOf, unicode } from '../../../types/numbaType';
import { commonElement } from './promotion';

/** What a loop over a value binds its target to. */
export function iterationType(type: NumbaType): NumbaType | undefined {
  switch (type.kind) {
    case 'list':
    case 'typedList':
    case 'set':
      return type.element;
    case 'array':
      if (type.ndim === 1) return type.dtype;
      return type.ndim > 1 ? arrayOf(type.dtype, type.ndim - 1, type.layout === 'C' ? 'C' : 'A') : undefined;
    case 'tuple':
      return commonElement(type.elements);
    case 'range':
      return type.item;
    case 'unicode':
      return unicode;
    case 'iterable':
      return type.item;
    case 'typedDict':
      return type.key;
    default:
      return undefined;
  }
}

/** `enumerate(x)`, `zip(a, b)`, `reversed(x)`, `map(f, x)`: only what they yield matters here. */
export function iterable(name: string, item: NumbaType): NumbaType {
  return { kind: 'iterable', name, item, source: [] };
}

export function enumerated(type: NumbaType): NumbaType | undefined {
  const item = iterationType(type);
  return item && iterable('enumerate', tupleOf([int64, item]));
}

export function zipped(types: readonly (NumbaType | undefined)[]): NumbaType | undefined {
  const items = types.map((type) => type && iterationType(type));
  return items.every((item) => item !== undefined) ? iterable('zip', tupleOf(items)) : undefined;
}
