import { i64 } from '@jitsight/shared/ir/expressions';
import type { Value } from '../../lower/lowering';
import { boolean } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { type Iterator, iterate, iteratorOf } from '../iteration/dispatch';
import type { LibraryFunction } from '../libraryFunction';
import { orderOf, type SortOrder, sortInPlace } from '../list/sort';
import { appendItem, type ListType, newList } from '../list/storage';
import { mismatch, params, typed } from '../outcome';

/** `sorted(iterable, key=None, reverse=False)`: a new list, in stable order. */
export const sorted: LibraryFunction = {
  name: 'builtins.sorted',
  params: params('iterable key reverse', { key: { kind: 'none' }, reverse: { kind: 'bool', value: false } }),
  type(call) {
    const [iterable, key, reverse] = call.args;
    const iterator = iterable && iteratorOf(iterable, call.context);
    if (!iterator) return mismatch('the argument is not iterable', 0);
    const element = unliteral(iterator.item);
    const order = orderOf(element, key, call);
    if (!order) return mismatch('the items cannot be ordered', 0);
    if (reverse && !['bool', 'int'].includes(unliteral(reverse).kind))
      return mismatch('reverse must be a boolean');
    const result: ListType = { kind: 'list', element, reflected: false };
    return typed(result, { args: [unliteral(iterable!), key, boolean], data: { iterator, order } });
  },
  lower(call, lowering) {
    const [iterable, , reverse] = call.args as readonly [Value, Value | undefined, Value];
    const { iterator, order } = call.data as { readonly iterator: Iterator; readonly order: SortOrder };
    const list = lowering.hold(newList(lowering, call.result as ListType, i64(0)));
    const append = (item: Value) => appendItem(lowering, list, item);
    iterate(lowering, iterable, append, iterator);
    sortInPlace(lowering, list, order, reverse);
    return list;
  },
};
