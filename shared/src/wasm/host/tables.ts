import type { ValueType } from '../../ir/valueType';
import type { HostDict, HostSet, HostValue } from '../hostValue';
import { readItems } from './readValue';
import { type Placement, writeItems } from './writeValue';

/** Pointers in the header of a dict or set, and its size. */
const keysOffset = 4;
const valuesOffset = 8;
const hashesOffset = 12;
const slotsOffset = 16;
const headerSize = 32;

type TableType = Extract<ValueType, { kind: 'dict' | 'set' }>;

const i64: ValueType = { kind: 'scalar', scalar: 'i64' };

/** The dict or set whose header is at that address. One that no code has indexed yet has keys without hashes. */
export function readTable(header: number, type: TableType, memory: WebAssembly.Memory): HostDict | HostSet {
  const view = new DataView(memory.buffer);
  const listAt = (offset: number, element: ValueType): HostValue[] =>
    readItems(view.getUint32(header + offset, true), element, memory);
  const hashes = listAt(hashesOffset, i64);
  const isEntry = (_: unknown, i: number) => hashes[i] !== -1n && hashes[i] !== -2n;
  if (type.kind === 'set') return { kind: 'set', items: listAt(keysOffset, type.element).filter(isEntry) };
  const values = listAt(valuesOffset, type.value).filter(isEntry);
  const keys = listAt(keysOffset, type.key).filter(isEntry);
  return { kind: 'dict', entries: keys.map((key, i) => [key, values[i]!]) };
}

/** Writes keys and values without an index: what the host calls makes one first. */
export function writeTable(value: HostDict | HostSet, type: TableType, placement: Placement): number {
  const { heap } = placement;
  const known = placement.containers.get(value);
  if (known !== undefined) {
    heap.view().setInt32(known, heap.view().getInt32(known, true) + 1, true);
    return known;
  }
  const header = heap.block(headerSize);
  placement.containers.set(value, header);
  heap.bytes().fill(0, header, header + headerSize);
  heap.view().setInt32(header, 1, true);
  const put = (offset: number, items: readonly HostValue[], element: ValueType) => {
    const list = writeItems(items, element, placement);
    heap.view().setUint32(header + offset, list, true);
  };
  if (value.kind === 'set' && type.kind === 'set') put(keysOffset, value.items, type.element);
  if (value.kind === 'dict' && type.kind === 'dict') {
    put(
      keysOffset,
      value.entries.map(([key]) => key),
      type.key,
    );
    put(
      valuesOffset,
      value.entries.map(([, item]) => item),
      type.value,
    );
    put(slotsOffset, [], i64);
  }
  put(hashesOffset, [], i64);
  return header;
}
