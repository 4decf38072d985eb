import { memoryLayout, type ValueType } from '../../ir/valueType';
import type { HostValue } from '../hostValue';
import { type ArrayRegion, regionOf } from './arrayRegions';
import { readElement, readItems } from './readValue';
import { readTable } from './tables';
import type { Placement } from './writeValue';

/** The arguments as the call left them. Arrays that shared memory still do. */
export function readArguments(
  args: readonly HostValue[],
  types: readonly ValueType[],
  placement: Placement,
): HostValue[] {
  const copies = new Map<ArrayRegion, Uint8Array>();
  return args.map((arg, i) => readArgument(arg, types[i]!, placement, copies));
}

function readArgument(
  before: HostValue,
  type: ValueType,
  placement: Placement,
  copies: Map<ArrayRegion, Uint8Array>,
): HostValue {
  if (before === null || typeof before !== 'object') return before;
  const { heap, regions, containers } = placement;
  if (type.kind === 'optional') return readArgument(before, type.value, placement, copies);
  if (before.kind === 'array' && type.kind === 'array') {
    const region = regionOf(before, memoryLayout(type.element).size, regions);
    let buffer = copies.get(region);
    if (!buffer) {
      buffer = heap.bytes().slice(region.address, region.address + region.end - region.start);
      copies.set(region, buffer);
    }
    return { ...before, offset: before.buffer.byteOffset + before.offset - region.start, buffer };
  }
  if (before.kind === 'array' && type.kind === 'record') {
    return readElement(containers.get(before)!, type, heap.memory);
  }
  if (before.kind === 'tuple' && type.kind === 'tuple') {
    const items = before.items.map((item, i) => readArgument(item, type.elements[i]!, placement, copies));
    return { kind: 'tuple', items };
  }
  if (before.kind === 'list' && type.kind === 'list') {
    return { kind: 'list', items: readItems(containers.get(before)!, type.element, heap.memory) };
  }
  if ((before.kind === 'dict' || before.kind === 'set') && type.kind === before.kind) {
    return readTable(containers.get(before)!, type, heap.memory);
  }
  return before;
}
