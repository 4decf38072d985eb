import { type ScalarType, scalarSize } from './scalarType';

/**
 * Types of whole values as they cross a function's boundary or stand in memory. A value is the tuple of scalars
 * that `flatten` lists (scalar replacement of aggregates happens at birth), so the IR itself only knows scalars.
 *
 * `array`: parts are `[meminfo ptr, data ptr, shape i64 * ndim, strides i64 * ndim]`, strides in bytes;
 *   `meminfo` points to the allocation's reference count, or is 0 for memory that the host owns.
 * `list`: one `ptr` to a header `{ refcount i32, length i32, capacity i32, data ptr }`; elements follow each
 *   other in `data`, each laid out by `memoryLayout`. The capacity is in elements. Header and data are blocks of
 *   `rt.allocate`; `refcount` counts the list's owners, the blocks' own counts stay at one.
 * `string`: `[meminfo ptr, data ptr, length i64]`, one u32 code point per character.
 * `optional`: `[valid bool, ...parts of the value]`.
 * `dict`, `set`: one `ptr` to a header `{ refcount i32, keys, values (dict only), hashes, ... }` of pointers to lists of
 *   equal length, the hashes i64; entries with hash -1 or -2 are empty. The rest of the header is the front end's own.
 */
export type ValueType =
  | { readonly kind: 'none' }
  | { readonly kind: 'scalar'; readonly scalar: ScalarType }
  | { readonly kind: 'complex'; readonly part: 'f32' | 'f64' }
  | { readonly kind: 'string' }
  | { readonly kind: 'tuple'; readonly elements: readonly ValueType[] }
  | { readonly kind: 'optional'; readonly value: ValueType }
  | { readonly kind: 'array'; readonly element: ValueType; readonly ndim: number }
  | { readonly kind: 'list'; readonly element: ValueType }
  | { readonly kind: 'dict'; readonly key: ValueType; readonly value: ValueType }
  | { readonly kind: 'set'; readonly element: ValueType }
  | { readonly kind: 'record'; readonly size: number; readonly fields: readonly RecordField[] };

export interface RecordField {
  readonly name: string;
  readonly offset: number;
  readonly type: ValueType;
}

/** The scalars that make up a value, in order. */
export function flatten(type: ValueType): ScalarType[] {
  switch (type.kind) {
    case 'none':
      return [];
    case 'scalar':
      return [type.scalar];
    case 'complex':
      return [type.part, type.part];
    case 'string':
      return ['ptr', 'ptr', 'i64'];
    case 'tuple':
      return type.elements.flatMap(flatten);
    case 'optional':
      return ['bool', ...flatten(type.value)];
    case 'array':
      return ['ptr', 'ptr', ...Array<ScalarType>(2 * type.ndim).fill('i64')];
    case 'list':
    case 'dict':
    case 'set':
    case 'record':
      return ['ptr'];
  }
}

export interface MemoryLayout {
  readonly size: number;
  readonly align: number;
  /** Byte offset of each scalar of `flatten(type)`. */
  readonly offsets: readonly number[];
}

/**
 * How a value's scalars lie in memory when it is an element of an array or list. For scalars and complex numbers
 * this is NumPy's layout, so array data can be copied byte for byte.
 */
export function memoryLayout(type: ValueType): MemoryLayout {
  if (type.kind === 'record') return { size: type.size, align: 8, offsets: [0] };
  let size = 0;
  let align = 1;
  const offsets: number[] = [];
  for (const scalar of flatten(type)) {
    const width = scalarSize(scalar);
    align = Math.max(align, width);
    size = Math.ceil(size / width) * width;
    offsets.push(size);
    size += width;
  }
  return { size: Math.ceil(size / align) * align, align, offsets };
}
