import { flatten, memoryLayout, type ValueType } from '../../ir/valueType';
import type { HostArray, HostDict, HostList, HostSet, HostValue } from '../hostValue';
import { type ArrayRegion, regionOf } from './arrayRegions';
import type { HostHeap } from './heap';
import { writeTable } from './tables';
import { describe, toWasm, type WasmScalar, writeScalar } from './scalars';

/** What has been put into memory for one call. */
export interface Placement {
  readonly heap: HostHeap;
  readonly regions: readonly ArrayRegion[];
  /** Address of each container's header and each record: a list that is passed twice is one list. */
  readonly containers: Map<HostList | HostDict | HostSet | HostArray, number>;
}

/** The scalars of a value; what it refers to is written to memory. */
export function writeValue(value: HostValue, type: ValueType, placement: Placement): WasmScalar[] {
  switch (type.kind) {
    case 'none':
      return [];
    case 'scalar':
      return [toWasm(value, type.scalar)];
    case 'complex':
      if (typeof value === 'number') return [value, 0];
      return value !== null && typeof value === 'object' && value.kind === 'complex'
        ? [value.re, value.im]
        : mismatch(value, type);
    case 'string':
      return typeof value === 'string' ? writeString(value, placement) : mismatch(value, type);
    case 'optional':
      if (value !== null) return [1, ...writeValue(value, type.value, placement)];
      return [0, ...flatten(type.value).map((scalar) => (/64$/.test(scalar) && scalar !== 'f64' ? 0n : 0))];
    case 'tuple': {
      const items = isKind(value, 'tuple') ? value.items : mismatch(value, type);
      if (items.length !== type.elements.length) return mismatch(value, type);
      return items.flatMap((item, i) => writeValue(item, type.elements[i]!, placement));
    }
    case 'array':
      return isKind(value, 'array') ? writeArray(value, type, placement) : mismatch(value, type);
    case 'list':
      return isKind(value, 'list') ? [writeList(value, type.element, placement)] : mismatch(value, type);
    case 'record':
      return [writeRecord(value, type, placement)];
    case 'dict':
    case 'set':
      return isKind(value, type.kind) ? [writeTable(value, type, placement)] : mismatch(value, type);
  }
}

/** Writes a value to memory as an element of an array, list or record. */
export function writeElement(value: HostValue, type: ValueType, address: number, placement: Placement): void {
  if (type.kind === 'record') {
    writeFields(value, type, address, placement);
    return;
  }
  const scalars = writeValue(value, type, placement);
  const { offsets } = memoryLayout(type);
  const view = placement.heap.view();
  for (const [i, scalar] of flatten(type).entries()) {
    writeScalar(view, address + offsets[i]!, scalar, scalars[i]!);
  }
}

function writeString(value: string, { heap }: Placement): WasmScalar[] {
  const points = Array.from(value, (character) => character.codePointAt(0)!);
  const address = heap.place(4 * points.length, 16);
  const view = heap.view();
  for (const [i, point] of points.entries()) view.setUint32(address + 4 * i, point, true);
  return [0, address, BigInt(points.length)];
}

function writeArray(
  array: HostArray,
  type: Extract<ValueType, { kind: 'array' }>,
  { regions }: Placement,
): WasmScalar[] {
  const { shape, strides } = array;
  if (shape.length !== type.ndim || strides.length !== type.ndim) {
    throw new TypeError(`expected an array of ${type.ndim} dimensions, got ${shape.length}`);
  }
  const region = regionOf(array, memoryLayout(type.element).size, regions);
  const data = region.address + array.buffer.byteOffset + array.offset - region.start;
  return [0, data, ...[...shape, ...strides].map((length) => BigInt(length))];
}

function writeList(list: HostList, element: ValueType, placement: Placement): number {
  const known = placement.containers.get(list);
  const { heap } = placement;
  if (known !== undefined) {
    heap.view().setInt32(known, heap.view().getInt32(known, true) + 1, true);
    return known;
  }
  const header = writeItems(list.items, element, placement);
  placement.containers.set(list, header);
  return header;
}

/** A list of its own, by the address of its header. */
export function writeItems(items: readonly HostValue[], element: ValueType, placement: Placement): number {
  const { heap } = placement;
  const header = heap.block(16);
  const { size } = memoryLayout(element);
  const data = heap.block(items.length * size);
  for (const [i, field] of [1, items.length, items.length, data].entries()) {
    heap.view().setInt32(header + 4 * i, field, true);
  }
  for (const [i, item] of items.entries()) writeElement(item, element, data + i * size, placement);
  return header;
}

function writeRecord(
  value: HostValue,
  type: Extract<ValueType, { kind: 'record' }>,
  placement: Placement,
): number {
  const address = placement.heap.place(type.size, 16);
  if (isKind(value, 'array')) placement.containers.set(value, address);
  writeFields(value, type, address, placement);
  return address;
}

function writeFields(
  value: HostValue,
  type: Extract<ValueType, { kind: 'record' }>,
  address: number,
  placement: Placement,
): void {
  if (isKind(value, 'array')) {
    placement.heap.bytes().set(value.buffer.subarray(value.offset, value.offset + type.size), address);
    return;
  }
  const items = isKind(value, 'tuple') ? value.items : mismatch(value, type);
  for (const [i, field] of type.fields.entries()) {
    writeElement(items[i] ?? null, field.type, address + field.offset, placement);
  }
}

type Compound = Exclude<HostValue, number | bigint | boolean | string | null>;

function isKind<K extends Compound['kind']>(
  value: HostValue,
  kind: K,
): value is Extract<Compound, { kind: K }> {
  return value !== null && typeof value === 'object' && value.kind === kind;
}

function mismatch(value: HostValue, type: ValueType): never {
  throw new TypeError(`expected a value for ${type.kind}, got ${describe(value)}`);
}
