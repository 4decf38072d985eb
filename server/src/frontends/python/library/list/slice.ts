import { add, i64, mul, ne } from '@jitsight/shared/ir/expressions';
import { int64, none, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { runOf } from '../array/slices';
import type { LibraryFunction } from '../libraryFunction';
import type { Lowering, Value } from '../../lower/lowering';
import { mismatch, noValue, typed } from '../outcome';
import methods from './methods.py?raw';
import { isList, type ListType, listLength, loadItem, newList, appendItem } from './storage';

const source = { name: 'list/methods.py', text: methods };

/** `xs[a:b:c]`: a new list. */
const getSlice: LibraryFunction = {
  name: 'operator.getitem',
  type(call) {
    const [list, index] = call.args;
    if (!isList(list) || index?.kind !== 'slice') return mismatch();
    const plain = unliteral(list);
    return typed(plain, { args: [plain, index] });
  },
  lower(call, lowering) {
    const list = lowering.hold(call.args[0]!);
    const run = runOf(lowering, call.args[1]!, listLength(list));
    const result = lowering.hold(newList(lowering, call.result as ListType, run.length));
    lowering.ir.for({ start: i64(0), stop: run.length }, (k) => {
      appendItem(lowering, result, loadItem(lowering, list, add(run.start, mul(k, run.step))));
    });
    return result;
  },
};

/** `xs[a:b] = ys`, `ys` another list of the same type. */
const setSlice: LibraryFunction = {
  name: 'operator.setitem',
  type(call) {
    const [list, index, value] = call.args;
    if (!isList(list) || index?.kind !== 'slice' || !value) return mismatch();
    if (!isList(value) || value.kind !== list.kind || !typesEqual(value.element, list.element)) {
      return mismatch('a slice takes only a list of the same element type', 2);
    }
    return typed(none, { args: [unliteral(list), index, unliteral(value)] });
  },
  lower(call, lowering) {
    const [list, index, given] = call.args as readonly [Value, Value, Value];
    const target = lowering.hold(list);
    // `xs[:] = xs` reads what it overwrites.
    const values = copyOf(lowering, given);
    const { start, step, length } = runOf(lowering, index, listLength(target));
    const asInt = (part: typeof start): Value => ({ type: int64, parts: [part] });
    if (index.type.kind === 'slice' && index.type.hasStep) {
      const name = target.type.kind === 'typedList' ? 'assign_strided_typed' : 'assign_strided';
      lowering.callPython(source, name, [target, asInt(start), asInt(step), asInt(length), values]);
    } else {
      lowering.callPython(source, 'assign_slice', [target, asInt(start), asInt(length), values]);
    }
    return noValue;
  },
};

/** `del xs[i]`, `del xs[a:b]`. */
const deleteItem: LibraryFunction = {
  name: 'operator.delitem',
  type(call) {
    const [list, index] = call.args;
    if (!isList(list) || !index) return mismatch();
    if (list.kind === 'list' && list.initial !== undefined) {
      // Numba's del does not see past the literal list that such a variable remembers: an internal AssertionError.
      return mismatch('del does not work on a list that was written with literal elements');
    }
    const kind = unliteral(index).kind;
    if (kind !== 'int' && kind !== 'slice') return mismatch();
    return typed(none, { args: [unliteral(list), kind === 'int' ? int64 : index] });
  },
  lower(call, lowering) {
    const [list, index] = call.args as readonly [Value, Value];
    if (index.type.kind !== 'slice') {
      lowering.callPython(source, list.type.kind === 'typedList' ? 'delete_typed' : 'delete', [list, index]);
      return noValue;
    }
    const target = lowering.hold(list);
    const { start, step, length } = runOf(lowering, index, listLength(target));
    if (list.type.kind === 'list') {
      const message = 'unsupported del list[start:stop:step] with step != 1';
      lowering.ir.if(ne(step, i64(1)), () => lowering.raise({ name: 'NotImplementedError', message }));
    }
    const parts = [start, step, length].map((part): Value => ({ type: int64, parts: [part] }));
    lowering.callPython(source, 'delete_slice', [target, ...parts]);
    return noValue;
  },
};

/** A new list with the same elements. */
export function copyOf(lowering: Lowering, given: Value, type: NumbaType = given.type): Value {
  const list = lowering.hold(given);
  const result = lowering.hold(newList(lowering, unliteral(type) as ListType, listLength(list)));
  appendAll(lowering, result, list);
  return result;
}

/** Appends the elements of another list (which may be the same one). */
export function appendAll(lowering: Lowering, target: Value, list: Value): void {
  const stop = lowering.ir.hold(listLength(list), 'length');
  lowering.ir.for({ start: i64(0), stop }, (index) => {
    appendItem(lowering, target, loadItem(lowering, list, index));
  });
}

export const listSliceEntries: readonly LibraryFunction[] = [getSlice, setSlice, deleteItem];
