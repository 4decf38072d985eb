import { i64 } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { none, type NumbaType } from '../../types/numbaType';
import { dictSource } from '../dict/source';
import type { LibraryFunction } from '../libraryFunction';
import { isList, listLength, loadItem } from '../list/storage';
import { noValue, typed } from '../outcome';
import { setSource } from '../set/source';
import { elementsOf } from '../tuple/elements';
import { isDict, isSet, listField } from './storage';

/** Whether a dict or set is somewhere in values of the type. */
export function holdsTables(type: NumbaType): boolean {
  switch (type.kind) {
    case 'set':
    case 'typedDict':
      return true;
    case 'list':
    case 'typedList':
      return holdsTables(type.element);
    case 'tuple':
      return type.elements.some(holdsTables);
    default:
      return false;
  }
}

/** Makes the index of every dict and set that the host wrote as keys and values only. */
const indexTables: LibraryFunction = {
  name: 'jitsight.index_tables',
  type: () => typed(none),
  lower(call, lowering) {
    index(lowering, call.args[0]!);
    return noValue;
  },
};

function index(lowering: Lowering, value: Value): void {
  const { type } = value;
  if (!holdsTables(type)) return;
  const held = lowering.hold(value);
  if (isSet(type)) lowering.callPython(setSource, 'index_items', [held]);
  else if (isDict(type)) {
    lowering.callPython(dictSource, 'index_entries', [held]);
    indexItems(lowering, listField(held, 'values'));
  } else if (isList(type)) indexItems(lowering, held);
  else if (type.kind === 'tuple') {
    for (const element of elementsOf(lowering, held)) index(lowering, element);
  }
}

function indexItems(lowering: Lowering, list: Value): void {
  const held = lowering.hold(list);
  if (!isList(held.type) || !holdsTables(held.type.element)) return;
  lowering.ir.for({ start: i64(0), stop: listLength(held) }, (position) => {
    index(lowering, loadItem(lowering, held, position));
  });
}

export const hostTableEntries: readonly LibraryFunction[] = [indexTables];
