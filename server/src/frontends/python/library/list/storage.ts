import {
  add,
  binary,
  call,
  constant,
  convert,
  eq,
  i32,
  i64,
  load,
  mul,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { memoryLayout } from '@jitsight/shared/ir/valueType';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, type NumbaType } from '../../types/numbaType';

export type ListType = Extract<NumbaType, { kind: 'list' | 'typedList' }>;

/** Offsets in the header that a list's pointer points to; see `ValueType`. */
const header = { count: 0, length: 4, capacity: 8, data: 12, size: 16 } as const;

export function isList(type: NumbaType | undefined): type is ListType {
  return type?.kind === 'list' || type?.kind === 'typedList';
}

export function elementType(list: Value): NumbaType {
  if (!isList(list.type)) throw new Error(`expected a list, got ${list.type.kind}`);
  return list.type.element;
}

/** An empty list with room for `capacity` (i64) elements; the statement owns it. */
export function newList(lowering: Lowering, type: ListType, capacity: Expression): Value {
  const { ir } = lowering;
  const room = ir.hold(convert(capacity, 'i32'), 'room');
  const list = ir.hold(call('rt.allocate', 'ptr', i32(header.size)), 'list');
  const data = call('rt.allocate', 'ptr', mul(room, i32(elementSize(lowering, type.element))));
  ir.store({ base: list, offset: header.count }, i32(1));
  ir.store({ base: list, offset: header.length }, i32(0));
  ir.store({ base: list, offset: header.capacity }, room);
  ir.store({ base: list, offset: header.data }, data);
  return lowering.temporary({ type, parts: [list] });
}

/** Number of elements, i64. */
export function listLength(list: Value): Expression {
  return convert(load('i32', { base: list.parts[0]!, offset: header.length }), 'i64');
}

/** Where the elements lie, until the list grows. */
export function listData(list: Value): Expression {
  return load('ptr', { base: list.parts[0]!, offset: header.data });
}

export function setListLength(lowering: Lowering, list: Value, length: Expression): void {
  lowering.ir.store({ base: list.parts[0]!, offset: header.length }, convert(length, 'i32'));
}

/** The element at an index that is in range. */
export function loadItem(lowering: Lowering, list: Value, index: Expression): Value {
  return lowering.loadElement(asArray(lowering, list), [index]);
}

/** Puts an element where none is: what lies there is not released. The list becomes one more owner of `value`. */
export function initializeItem(lowering: Lowering, list: Value, index: Expression, value: Value): void {
  const item = lowering.hold(lowering.cast(value, elementType(list)));
  lowering.retain(item);
  lowering.storeElement(asArray(lowering, list), [index], item);
}

/** Replaces the element at an index that is in range. */
export function replaceItem(lowering: Lowering, list: Value, index: Expression, value: Value): void {
  const item = lowering.hold(lowering.cast(value, elementType(list)));
  const old = lowering.hold(loadItem(lowering, list, index), 'old');
  lowering.retain(item);
  lowering.storeElement(asArray(lowering, list), [index], item);
  lowering.release(old);
}

/** Appends, growing the storage by half when it is full. */
export function appendItem(lowering: Lowering, list: Value, value: Value): void {
  const { ir } = lowering;
  const held = lowering.hold(list);
  const item = lowering.hold(lowering.cast(value, elementType(held)));
  const base = held.parts[0]!;
  const length = ir.hold(load('i32', { base, offset: header.length }), 'length');
  const capacity = load('i32', { base, offset: header.capacity });
  ir.if(eq(length, capacity), () => {
    const room = ir.hold(add(add(length, binary('shr', length, i32(1))), i32(4)), 'room');
    const bytes = mul(room, i32(elementSize(lowering, elementType(held))));
    const data = call('rt.reallocate', 'ptr', load('ptr', { base, offset: header.data }), bytes);
    ir.store({ base, offset: header.data }, data);
    ir.store({ base, offset: header.capacity }, room);
  });
  lowering.retain(item);
  lowering.storeElement(asArray(lowering, held), [convert(length, 'i64')], item);
  ir.store({ base, offset: header.length }, add(length, constant('i32', 1)));
}

/** The elements as an array; valid until the list grows. */
function asArray(lowering: Lowering, list: Value): Value {
  const element = elementType(list);
  return lowering.arrayView(arrayOf(element, 1), {
    meminfo: constant('ptr', 0),
    data: load('ptr', { base: list.parts[0]!, offset: header.data }),
    shape: [listLength(list)],
    strides: [i64(elementSize(lowering, element))],
  });
}

function elementSize(lowering: Lowering, element: NumbaType): number {
  return memoryLayout(lowering.valueTypeOf(element)).size;
}
