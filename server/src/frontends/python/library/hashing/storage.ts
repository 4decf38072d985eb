import { call, convert, i32, i64, load } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import { memoryLayout } from '@jitsight/shared/ir/valueType';
import type { Lowering, Value } from '../../lower/lowering';
import { tableHeader } from '../../lower/tableReferences';
import { int64, type NumbaType, none } from '../../types/numbaType';
import type { LibraryFunction } from '../libraryFunction';
import { type ListType, newList, setListLength } from '../list/storage';
import { mismatch, noValue, typed } from '../outcome';

export type DictType = Extract<NumbaType, { kind: 'typedDict' }>;
export type SetType = Extract<NumbaType, { kind: 'set' }>;

type ListField = 'keys' | 'values' | 'hashes' | 'slots';
type CounterField = 'used' | 'fill' | 'finger';

export function isDict(type: NumbaType | undefined): type is DictType {
  return type?.kind === 'typedDict';
}

export function isSet(type: NumbaType | undefined): type is SetType {
  return type?.kind === 'set';
}

const listOf = (element: NumbaType): ListType => ({ kind: 'typedList', element });

function listType(table: NumbaType, field: ListField): ListType {
  if (field === 'hashes' || field === 'slots') return listOf(int64);
  if (isSet(table)) return listOf(table.element);
  if (!isDict(table)) throw new Error(`no table: ${table.kind}`);
  return listOf(field === 'keys' ? table.key : table.value);
}

/**
 * An empty dict or set. Its element type may not be known here yet (`set()`), so it has room for none. Its lists are
 * typed lists: a dict has its keys and values in the order of insertion and an index table in `slots`; a set is one open
 * table, kept in `keys` and `hashes`.
 */
export function newTable(lowering: Lowering, type: DictType | SetType): Value {
  const { ir } = lowering;
  const base = ir.hold(call('rt.allocate', 'ptr', i32(tableHeader.size)), 'table');
  ir.memoryFill(base, i32(0), i32(tableHeader.size));
  ir.store({ base, offset: tableHeader.count }, i32(1));
  const table = lowering.temporary({ type, parts: [base] });
  const fields: ListField[] = isDict(type) ? ['keys', 'values', 'hashes', 'slots'] : ['keys', 'hashes'];
  for (const field of fields) {
    putList(lowering, table, field, newList(lowering, listType(type, field), i64(0)));
  }
  return table;
}

function putList(lowering: Lowering, table: Value, field: ListField, list: Value): void {
  lowering.retain(list);
  lowering.ir.store({ base: table.parts[0]!, offset: tableHeader[field] }, list.parts[0]!);
}

export function listField(table: Value, field: ListField): Value {
  return {
    type: listType(table.type, field),
    parts: [load('ptr', { base: table.parts[0]!, offset: tableHeader[field] })],
  };
}

/** Number of items, i64. */
export function tableLength(table: Value): Expression {
  return convert(load('i32', { base: table.parts[0]!, offset: tableHeader.used }), 'i64');
}

/** Gives a set a new open table of `size` places, all empty. */
function resetSlots(lowering: Lowering, table: Value, size: Expression): void {
  const { ir } = lowering;
  const held = ir.hold(size, 'size');
  for (const field of ['keys', 'hashes'] as const) {
    const old = lowering.hold(listField(table, field));
    const type = listType(table.type, field);
    const list = lowering.hold(newList(lowering, type, held));
    const itemSize = memoryLayout(lowering.valueTypeOf(type.element)).size;
    const data = load('ptr', { base: list.parts[0]!, offset: 12 });
    const bytes = { op: 'mul', type: 'i32', left: convert(held, 'i32'), right: i32(itemSize) } as const;
    ir.memoryFill(data, i32(field === 'hashes' ? 0xff : 0), bytes);
    setListLength(lowering, list, held);
    putList(lowering, table, field, list);
    lowering.release(old);
  }
}

const isTable = (type: NumbaType | undefined): type is DictType | SetType => isDict(type) || isSet(type);

/** For the library's own Python: the parts of a dict or set. */
const lists = (['keys', 'values', 'hashes', 'slots'] as const).map(
  (field): LibraryFunction => ({
    name: `jitsight.${field}_of`,
    type: (call) => (isTable(call.args[0]) ? typed(listType(call.args[0], field)) : mismatch()),
    lower: (call, lowering) => listField(lowering.hold(call.args[0]!), field),
  }),
);

const counters = (['used', 'fill', 'finger'] as const).flatMap((field: CounterField): LibraryFunction[] => [
  {
    name: `jitsight.get_${field}`,
    type: (call) => (isTable(call.args[0]) ? typed(int64) : mismatch()),
    lower: (call) => ({
      type: int64,
      parts: [convert(load('i32', { base: call.args[0]!.parts[0]!, offset: tableHeader[field] }), 'i64')],
    }),
  },
  {
    name: `jitsight.set_${field}`,
    type: (call) => (isTable(call.args[0]) ? typed(none, { args: [call.args[0], int64] }) : mismatch()),
    lower(call, lowering) {
      const [table, value] = call.args as readonly [Value, Value];
      lowering.ir.store(
        { base: table.parts[0]!, offset: tableHeader[field] },
        convert(value.parts[0]!, 'i32'),
      );
      return noValue;
    },
  },
]);

const reset: LibraryFunction = {
  name: 'jitsight.reset_slots',
  type: (call) => (isSet(call.args[0]) ? typed(none, { args: [call.args[0], int64] }) : mismatch()),
  lower(call, lowering) {
    resetSlots(lowering, lowering.hold(call.args[0]!), call.args[1]!.parts[0]!);
    return noValue;
  },
};

/** An empty one of the same type. */
const emptyLike: LibraryFunction = {
  name: 'jitsight.empty_like',
  type: (call) => (isTable(call.args[0]) ? typed(call.args[0]) : mismatch()),
  lower: (call, lowering) => newTable(lowering, call.result as DictType | SetType),
};

export const tableIntrinsics: readonly LibraryFunction[] = [...lists, ...counters, reset, emptyLike];
