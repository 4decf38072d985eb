import { eq, i64, sub } from '@jitsight/shared/ir/expressions';
import type { Value } from '../../lower/lowering';
import { boolean, int64, none, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { iterate, itemType } from '../iteration/dispatch';
import type { LibraryFunction, TypingCall, TypingOutcome } from '../libraryFunction';
import { mismatch, noValue, params, typed } from '../outcome';
import { inPython } from '../pythonCode';
import { isInVersion } from '../version';
import { isIndex } from './item';
import { castsImplicitly, storeOutcome } from './rules';
import { orderOf, type SortOrder, sortInPlace } from './sort';
import { appendAll, copyOf } from './slice';
import { listSource } from './source';
import { appendItem, isList, listLength, type ListType, loadItem, setListLength } from './storage';

type Method = Omit<LibraryFunction, 'name' | 'type'> & {
  type(list: ListType, args: TypingCall['args'], call: TypingCall): TypingOutcome;
};

/** The method for both kinds of list. */
function method(name: string, entry: Method): LibraryFunction[] {
  return (['list', 'typedList'] as const).map((kind) => ({
    ...entry,
    name: `${kind}.${name}`,
    type(call) {
      const list = call.args[0];
      return isList(list) ? entry.type(list, call.args.slice(1), call) : mismatch();
    },
  }));
}

const append = method('append', {
  params: params('self item'),
  type: (list, [item]) => storeOutcome(list, item!, none, (element) => [undefined, element]),
  lower(call, lowering) {
    appendItem(lowering, call.args[0]!, call.args[1]!);
    return noValue;
  },
});

const extend = method('extend', {
  params: params('self iterable'),
  type(list, [iterable], call) {
    const item = itemType(iterable, call.context);
    if (!item) return mismatch('the argument is not iterable', 1);
    return storeOutcome(list, item, none, () => [undefined, unliteral(iterable!)]);
  },
  lower(call, lowering) {
    const list = lowering.hold(call.args[0]!);
    const iterable = lowering.hold(call.args[1]!);
    if (isList(iterable.type)) appendAll(lowering, list, iterable);
    else iterate(lowering, iterable, (item) => appendItem(lowering, list, item));
    return noValue;
  },
});

const insert = method('insert', {
  params: params('self index item'),
  type(list, [index, item]) {
    if (!isIndex(index!)) return mismatch('the index must be an integer', 1);
    return storeOutcome(list, item!, none, (element) => [undefined, int64, element]);
  },
  lower: inPython(listSource, 'insert'),
});

const pop = method('pop', {
  params: params('self index?'),
  type(list, [index]) {
    if (index && !isIndex(index)) return mismatch('the index must be an integer', 1);
    return typed(list.element, { args: [unliteral(list), index && int64] });
  },
  lower(call, lowering) {
    const list = lowering.hold(call.args[0]!);
    if (call.args[1]) {
      const name = list.type.kind === 'typedList' ? 'pop_typed_at' : 'pop_at';
      return lowering.callPython(listSource, name, [list, call.args[1]]);
    }
    const length = lowering.ir.hold(listLength(list), 'length');
    lowering.ir.if(eq(length, i64(0)), () =>
      lowering.raise({ name: 'IndexError', message: 'pop from empty list' }),
    );
    const last = lowering.ir.hold(sub(length, i64(1)), 'last');
    const value = lowering.hold(loadItem(lowering, list, last));
    setListLength(lowering, list, last);
    // The reference that the list held is the statement's now.
    return lowering.temporary(value);
  },
});

const remove = method('remove', {
  params: params('self item'),
  type: (list, [item]) => lookFor(list, item!, none),
  lower: inPython(listSource, 'remove'),
});

const count = method('count', {
  params: params('self item'),
  type: (list, [item]) => lookFor(list, item!, int64),
  lower: inPython(listSource, 'count'),
});

const index = method('index', {
  params: params('self item start? stop?'),
  type(list, [item, start, stop]) {
    if ((start && !isIndex(start)) || (stop && !isIndex(stop))) return mismatch('positions must be integers');
    const outcome = lookFor(list, item!, int64);
    if (outcome.kind !== 'typed') return outcome;
    return { ...outcome, args: [...outcome.args!, start && int64, stop && int64] };
  },
  lower(call, lowering) {
    const given = call.args.filter((arg) => arg !== undefined);
    const names = given[0]!.type.kind === 'typedList' ? searchesOfTyped : searches;
    return lowering.callPython(listSource, names[given.length - 2]!, given);
  },
});

// By the number of bounds; the two kinds word the error differently.
const searches = ['index_of', 'index_from', 'index_between'];
const searchesOfTyped = ['index_of_item', 'index_of_item_from', 'index_of_item_between'];

// A typed list compares with items of its own type only; a plain one with anything.
function lookFor(list: ListType, item: NumbaType, result: NumbaType): TypingOutcome {
  if (list.kind === 'typedList' && !castsImplicitly(item, list.element)) {
    return mismatch('the item does not convert to the type of the elements', 1);
  }
  return typed(result, {
    args: [unliteral(list), list.kind === 'typedList' ? list.element : unliteral(item)],
  });
}

const reverse = method('reverse', {
  params: params('self'),
  type: (list) => typed(none, { args: [unliteral(list)] }),
  lower: inPython(listSource, 'reverse'),
});

const clear = method('clear', {
  params: params('self'),
  type: (list) => typed(none, { args: [unliteral(list)] }),
  lower(call, lowering) {
    const list = lowering.hold(call.args[0]!);
    lowering.ir.for({ start: i64(0), stop: listLength(list) }, (position) => {
      lowering.release(lowering.hold(loadItem(lowering, list, position)));
    });
    setListLength(lowering, list, i64(0));
    return noValue;
  },
});

const copy = method('copy', {
  params: params('self'),
  type(list, _, call) {
    const plain = unliteral(list) as ListType;
    const isOld = !isInVersion({ since: '0.57' }, call.context.numba);
    if (isOld && plain.kind === 'list' && plain.reflected) {
      return mismatch('this version does not copy a list that is an argument', 0);
    }
    const result: ListType = plain.kind === 'list' ? { ...plain, reflected: false } : plain;
    return typed(result, { args: [plain] });
  },
  lower: (call, lowering) => copyOf(lowering, call.args[0]!, call.result),
});

const sort = method('sort', {
  params: params('self key reverse', { key: { kind: 'none' }, reverse: { kind: 'bool', value: false } }),
  type(list, [key, backwards], call) {
    const order = orderOf(list.element, key, call);
    if (!order) return mismatch('the elements cannot be ordered');
    if (backwards && !['bool', 'int'].includes(unliteral(backwards).kind)) {
      return mismatch('reverse must be a boolean or an integer', 2);
    }
    return typed(none, { args: [unliteral(list), key, boolean], data: order });
  },
  lower(call, lowering) {
    const [list, , backwards] = call.args as readonly [Value, Value | undefined, Value];
    sortInPlace(lowering, list, call.data as SortOrder, backwards);
    return noValue;
  },
});

export const listMethods: readonly LibraryFunction[] = [
  ...append,
  ...extend,
  ...insert,
  ...pop,
  ...remove,
  ...count,
  ...index,
  ...reverse,
  ...clear,
  ...copy,
  ...sort,
];
