import { i64 } from '@jitsight/shared/ir/expressions';
import type { Value } from '../../lower/lowering';
import { type NumbaType, undefinedType } from '../../types/numbaType';
import { unify } from '../../types/unify';
import { unliteral } from '../../types/unliteral';
import { type Iterator, iterate, iteratorOf } from '../iteration/dispatch';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { appendItem, isList, type ListType, newList } from './storage';

/** `[a, b, c]`: the elements unify, or it is a LiteralList that keeps each element's type. */
const display: LibraryFunction = {
  name: 'builtins.list display',
  type(call) {
    const elements = call.args as readonly NumbaType[];
    if (elements.length === 0) return typed(emptyList);
    const element = unify(elements);
    if (!element) {
      return listsOfRelatives(elements)
        ? mismatch('lists of different element types have no common list type')
        : typed({ kind: 'literalList', elements });
    }
    const plain = unliteral(element);
    const initial = initialValue(elements);
    const list: ListType = { kind: 'list', element: plain, reflected: false };
    return typed(initial ? { ...list, initial } : list, { args: elements.map(() => plain) });
  },
  lower(call, lowering) {
    if (call.result.kind === 'literalList') {
      return { type: call.result, parts: call.args.flatMap((arg) => arg!.parts) };
    }
    const list = newList(lowering, unliteral(call.result) as ListType, i64(call.args.length));
    for (const item of call.args) appendItem(lowering, list, item!);
    return list;
  },
};

const emptyList: ListType = { kind: 'list', element: undefinedType, reflected: false };

// Numba unifies them and fails when it generates the code.
function listsOfRelatives(types: readonly NumbaType[]): boolean {
  const lists = types.filter((type) => isList(type));
  return lists.length === types.length && unify(lists.map((list) => list.element)) !== undefined;
}

// Numba remembers the values of a display made of literals of one kind.
function initialValue(elements: readonly NumbaType[]): string | undefined {
  const kinds = new Set(elements.map((each) => (each.kind === 'literal' ? each.literal : undefined)));
  if (kinds.size !== 1 || kinds.has(undefined)) return undefined;
  const texts = elements.map((each) => {
    if (each.kind !== 'literal') return '';
    if (each.literal === 'str') return `'${each.value}'`;
    return each.literal === 'bool' ? (each.value ? 'True' : 'False') : String(each.value);
  });
  return `[${texts.join(', ')}]`;
}

/** `list()`, `list(iterable)`, and `numba.typed.List` likewise. */
const construct = (['list', 'typedList'] as const).map(
  (kind): LibraryFunction => ({
    name: kind === 'list' ? 'builtins.list' : 'numba.typed.List',
    params: params('iterable?'),
    type(call) {
      const [iterable] = call.args;
      if (!iterable) return typed(listOf(kind, undefinedType));
      const iterator = iteratorOf(iterable, call.context);
      if (!iterator) return mismatch('the argument is not iterable', 0);
      const result = listOf(kind, unliteral(iterator.item));
      return typed(result, { args: [unliteral(iterable)], data: iterator });
    },
    lower(call, lowering) {
      const list = lowering.hold(newList(lowering, call.result as ListType, i64(0)));
      const append = (item: Value) => appendItem(lowering, list, item);
      if (call.args[0]) iterate(lowering, call.args[0], append, call.data as Iterator);
      return list;
    },
  }),
);

function listOf(kind: 'list' | 'typedList', element: NumbaType): ListType {
  return kind === 'list' ? { kind, element, reflected: false } : { kind, element };
}

/** `numba.typed.List.empty_list(float64)`. */
const emptyTyped: LibraryFunction = {
  name: 'numba.typed.List.empty_list',
  params: params('item_type allocated?'),
  type(call): TypingOutcome {
    const element = namedType(call.args[0]!);
    return element ? typed({ kind: 'typedList', element }) : mismatch('the element type is not a type', 0);
  },
  lower: (call, lowering) => newList(lowering, call.result as ListType, i64(0)),
};

/** The type that an expression such as `types.float64` or `np.int32` names. */
export function namedType(type: NumbaType): NumbaType | undefined {
  return type.kind === 'typeClass' || type.kind === 'dtype' ? type.of : undefined;
}

export const listConstructors: readonly LibraryFunction[] = [display, ...construct, emptyTyped];
