import { add, constant, convert, i64, load, mul } from '@jitsight/shared/ir/expressions';
import type { Address, Expression } from '@jitsight/shared/ir/nodes';
import { flatten, memoryLayout } from '@jitsight/shared/ir/valueType';
import type { NumbaType } from '../types/numbaType';
import type { Lowering, Value } from './lowering';
import { valueTypeOf } from './valueTypes';

/** Reads a value that lies at `address`. A record is not read: its value is where it lies. */
export function loadAt(lowering: Lowering, type: NumbaType, address: Address): Value {
  const valueType = valueTypeOf(type);
  if (valueType.kind === 'record') return { type, parts: [addressOf(address)] };
  const scalars = flatten(valueType);
  const layout = memoryLayout(valueType);
  const place = scalars.length > 1 ? holdAddress(lowering, address) : address;
  const parts = scalars.map((scalar, i) => load(scalar, shifted(place, layout.offsets[i]!)));
  return { type, parts };
}

export function storeAt(lowering: Lowering, address: Address, value: Value): void {
  const valueType = valueTypeOf(value.type);
  const layout = memoryLayout(valueType);
  if (valueType.kind === 'record') {
    lowering.ir.memoryCopy(addressOf(address), value.parts[0]!, constant('i32', layout.size));
    return;
  }
  const place = value.parts.length > 1 ? holdAddress(lowering, address) : address;
  // All parts are read before any is written: the value may lie where it is stored.
  const parts = value.parts.length > 1 ? value.parts.map((part) => lowering.ir.hold(part)) : value.parts;
  parts.forEach((part, i) => {
    lowering.ir.store(shifted(place, layout.offsets[i]!), part);
  });
}

/** Bytes one element takes in an array or list. */
export function itemSize(type: NumbaType): number {
  return memoryLayout(valueTypeOf(type)).size;
}

function shifted(address: Address, offset: number): Address {
  if (offset === 0) return address;
  return { ...address, offset: (address.offset ?? 0) + offset };
}

function holdAddress(lowering: Lowering, address: Address): Address {
  return {
    ...address,
    base: lowering.ir.hold(address.base, 'base'),
    index: address.index && lowering.ir.hold(address.index, 'index'),
  };
}

/** The address as a pointer. */
export function addressOf(address: Address): Expression {
  let pointer = address.base;
  if (address.index) {
    const index = convert(address.index, 'i64');
    const scale = address.scale ?? 1;
    pointer = add(pointer, convert(scale === 1 ? index : mul(index, i64(scale)), 'ptr'));
  }
  return address.offset ? add(pointer, constant('ptr', address.offset)) : pointer;
}
