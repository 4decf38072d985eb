import { constant, i64 } from '@jitsight/shared/ir/expressions';
import { flatten, memoryLayout } from '@jitsight/shared/ir/valueType';
import type { Lowering, Value } from '../../lower/lowering';
import { tupleElements } from '../../lower/tuples';
import { none, type NumbaType, tupleOf } from '../../types/numbaType';
import type { LibraryFunction, LoweringCall } from '../libraryFunction';
import { type ListType, listData, newList, setListLength } from '../list/storage';

/**
 * An instance is held as a list of one element, the tuple of its fields: what counts its owners and releases its
 * fields is that of lists.
 */
export function newInstance(lowering: Lowering, type: NumbaType): Value {
  const list = newList(lowering, storageOf(type), i64(1));
  setListLength(lowering, list, i64(1));
  const { size } = memoryLayout(lowering.valueTypeOf(fieldsOf(type)));
  lowering.ir.memoryFill(listData(list), constant('i32', 0), constant('i32', size));
  return { type, parts: list.parts };
}

function fieldsOf(type: NumbaType) {
  if (type.kind !== 'jitclass') throw new Error(`expected an instance of a jitclass, got ${type.kind}`);
  return tupleOf(type.fields.map((field) => field.type));
}

function storageOf(type: NumbaType): ListType {
  return { kind: 'list', element: fieldsOf(type), reflected: false };
}

function dataOf(lowering: Lowering, instance: Value) {
  return lowering.ir.hold(listData(instance), 'fields');
}

/** The field whose number is the resolution's data. */
export const getField: LibraryFunction = {
  name: 'getattr jitclass.field',
  type: () => ({ kind: 'mismatch' }),
  lower: ({ args, data }: LoweringCall, lowering) => {
    const instance = args[0]!;
    const fields = lowering.loadValue(fieldsOf(instance.type), dataOf(lowering, instance));
    return tupleElements(fields)[data as number]!;
  },
};

/** Replaces the field whose number is the resolution's data; the instance becomes one more owner of the value. */
export const setField: LibraryFunction = {
  name: 'setattr jitclass.field',
  type: () => ({ kind: 'mismatch' }),
  lower: ({ args, data }: LoweringCall, lowering) => {
    const [instance, stored] = args;
    const tuple = fieldsOf(instance!.type);
    const address = dataOf(lowering, instance!);
    const value = lowering.hold(stored!);
    const old = lowering.hold(tupleElements(lowering.loadValue(tuple, address))[data as number]!, 'old');
    lowering.retain(value);
    const { offsets } = memoryLayout(lowering.valueTypeOf(tuple));
    const from = tuple.elements
      .slice(0, data as number)
      .reduce((count, type) => count + flatten(lowering.valueTypeOf(type)).length, 0);
    value.parts.forEach((part, i) => {
      lowering.ir.store({ base: address, offset: offsets[from + i]! }, part);
    });
    lowering.release(old);
    return { type: none, parts: [] };
  },
};
