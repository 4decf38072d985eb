import { i64 } from '@jitsight/shared/ir/expressions';
import type { TypedFunction } from '../../infer/typedFunction';
import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { TypingCall } from '../libraryFunction';
import { ordered } from './rules';
import { listSource } from './source';
import { appendItem, elementType, listLength, loadItem, newList } from './storage';

/** What elements are ordered by: themselves, or what a function gives for each. */
export interface SortOrder {
  readonly key?: { readonly target: TypedFunction; readonly type: NumbaType };
}

/** Undefined where that has no order. */
export function orderOf(
  element: NumbaType,
  key: NumbaType | undefined,
  call: TypingCall,
): SortOrder | undefined {
  if (!key || key.kind === 'none') return ordered(unliteral(element)) ? {} : undefined;
  const found = call.context.typeCallable(key, [element]);
  const type = found && unliteral(found.result);
  return type && ordered(type) ? { key: { target: found.target, type } } : undefined;
}

/** Sorts a list stably, by keys that are computed once for each element. */
export function sortInPlace(lowering: Lowering, list: Value, { key }: SortOrder, backwards: Value): void {
  const held = lowering.hold(list);
  if (!key) {
    lowering.callPython(listSource, 'sort', [held, backwards]);
    return;
  }
  if (key.target.captures.length > 0) {
    lowering.notLowered('sorting by a function that uses variables around it is not compiled yet');
  }
  const length = lowering.ir.hold(listLength(held), 'length');
  const keys = lowering.hold(
    newList(lowering, { kind: 'list', element: key.type, reflected: false }, length),
  );
  lowering.ir.for({ start: i64(0), stop: length }, (position) => {
    const item = lowering.cast(loadItem(lowering, held, position), elementType(held));
    appendItem(lowering, keys, lowering.call(key.target, [item]));
  });
  lowering.callPython(listSource, 'sort_by', [held, keys, backwards]);
}
