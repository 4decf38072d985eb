import { memoryLayout, type ValueType } from '../../ir/valueType';
import type { HostArray, HostValue } from '../hostValue';
import type { HostHeap } from './heap';
import { reachOf } from './reach';

/** A range of a host buffer that one or more arrays lie in, and where it is in linear memory. */
export interface ArrayRegion {
  readonly buffer: ArrayBufferLike;
  readonly start: number;
  readonly end: number;
  readonly address: number;
}

interface Extent {
  readonly buffer: ArrayBufferLike;
  start: number;
  end: number;
}

/** Bytes of the underlying buffer that an array's elements take: `[start, end)`. */
export function extentOf(array: HostArray, itemSize: number): { start: number; end: number } {
  const first = array.buffer.byteOffset + array.offset;
  if (array.shape.some((length) => length === 0)) return { start: first, end: first };
  const { low, high } = reachOf(array.shape, array.strides, itemSize);
  const start = first + low;
  const end = first + high;
  const { byteOffset, byteLength } = array.buffer;
  if (start < byteOffset || end > byteOffset + byteLength) {
    throw new RangeError('an array reaches beyond its buffer');
  }
  return { start, end };
}

/** Copies all arrays in the arguments into linear memory. Arrays that overlap stay overlapping. */
export function placeArrays(
  args: readonly HostValue[],
  types: readonly ValueType[],
  heap: HostHeap,
): ArrayRegion[] {
  const extents: Extent[] = [];
  for (const [i, arg] of args.entries()) collect(arg, types[i]!, extents);
  return merge(extents).map((extent) => {
    const { buffer, start, end } = extent;
    const address = heap.place(end - start, 64);
    heap.bytes().set(new Uint8Array(buffer, start, end - start), address);
    return { ...extent, address };
  });
}

/** The region that holds an array's elements. */
export function regionOf(array: HostArray, itemSize: number, regions: readonly ArrayRegion[]): ArrayRegion {
  const { start, end } = extentOf(array, itemSize);
  const region = regions.find(
    (one) => one.buffer === array.buffer.buffer && one.start <= start && end <= one.end,
  );
  if (!region) throw new Error('an array was not placed in memory');
  return region;
}

function collect(value: HostValue, type: ValueType, extents: Extent[]): void {
  if (value === null || typeof value !== 'object') return;
  if (value.kind === 'array' && type.kind === 'array') {
    extents.push({ buffer: value.buffer.buffer, ...extentOf(value, memoryLayout(type.element).size) });
  } else if (type.kind === 'optional') {
    collect(value, type.value, extents);
  } else if (value.kind === 'dict' && type.kind === 'dict') {
    for (const [, item] of value.entries) collect(item, type.value, extents);
  } else if (value.kind === 'list' && type.kind === 'list') {
    for (const item of value.items) collect(item, type.element, extents);
  } else if (value.kind === 'tuple' && type.kind === 'tuple') {
    for (const [i, item] of value.items.entries()) collect(item, type.elements[i]!, extents);
  }
}

function merge(extents: readonly Extent[]): Extent[] {
  const buffers = [...new Set(extents.map((extent) => extent.buffer))];
  return buffers.flatMap((buffer) => {
    const merged: Extent[] = [];
    const own = extents.filter((extent) => extent.buffer === buffer);
    for (const extent of own.sort((a, b) => a.start - b.start || a.end - b.end)) {
      const last = merged.at(-1);
      const joins = last && (extent.start < last.end || extent.start === last.start);
      if (joins) last.end = Math.max(last.end, extent.end);
      else merged.push({ ...extent });
    }
    return merged;
  });
}
