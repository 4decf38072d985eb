import { wrapIndex } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { conversion } from '../../types/conversion';
import { int64, none, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { mismatch, noValue, typed } from '../outcome';
import { castsImplicitly } from './rules';
import { isList, type ListType, listLength, loadItem, replaceItem } from './storage';

/** `xs[i]`. */
const getItem: LibraryFunction = {
  name: 'operator.getitem',
  type(call) {
    const [list, index] = call.args;
    if (!isList(list) || !index) return mismatch();
    if (!isIndex(index)) return mismatch('a list index must be an integer or a slice', 1);
    return typed(list.element, { args: [unliteral(list), int64] });
  },
  lower(call, lowering) {
    const list = lowering.hold(call.args[0]!);
    const index = checked(lowering, list, call.args[1]!, 'getitem out of range');
    return loadItem(lowering, list, index);
  },
};

/** `xs[i] = value`. */
const setItem: LibraryFunction = {
  name: 'operator.setitem',
  type(call) {
    const [list, index, value] = call.args;
    if (!isList(list) || !index || !value || !isIndex(index)) return mismatch();
    return typeStore(list, value);
  },
  lower(call, lowering) {
    const list = lowering.hold(call.args[0]!);
    const index = checked(lowering, list, call.args[1]!, 'setitem out of range');
    replaceItem(lowering, list, lowering.ir.hold(index, 'index'), call.args[2]!);
    return noValue;
  },
};

// A list takes any number, cutting it down if need be; a typed list only what fits.
function typeStore(list: ListType, value: NumbaType): TypingOutcome {
  const item = unliteral(value);
  if (list.element.kind === 'undefined') {
    const refined: ListType = { ...list, element: item };
    return typed(none, { args: [refined, int64, item], refines: { argument: 0, type: refined } });
  }
  const fits =
    list.kind === 'list'
      ? typesEqual(item, list.element) || conversion(item, list.element) !== undefined
      : castsImplicitly(item, list.element);
  if (!fits) return mismatch('the value does not convert to the type of the elements', 2);
  return typed(none, { args: [unliteral(list), int64, list.element] });
}

export function isIndex(type: NumbaType): boolean {
  return unliteral(type).kind === 'int';
}

// Typed lists word it otherwise, and alike for reading and storing.
function checked(lowering: Lowering, list: Value, index: Value, message: string): Expression {
  const length = lowering.ir.hold(listLength(list), 'length');
  const wrapped = wrapIndex(lowering.ir.hold(index.parts[0]!, 'index'), length);
  const text = list.type.kind === 'typedList' ? 'list index out of range' : message;
  return lowering.ir.checkIndex(wrapped, length, { name: 'IndexError', message: text }, false);
}

export const listItemEntries: readonly LibraryFunction[] = [getItem, setItem];
