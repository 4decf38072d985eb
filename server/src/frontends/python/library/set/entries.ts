import { add, eq, ge, i64, not, or } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { boolean, int64, type NumbaType, none, undefinedType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unify, unifyPair } from '../../types/unify';
import { unliteral } from '../../types/unliteral';
import { length } from '../builtins/len';
import { isHashable } from '../hashing/hash';
import { isSet, listField, newTable, type SetType } from '../hashing/storage';
import { type Iterator, iterate, iteratorOf, itemType } from '../iteration/dispatch';
import type { Cursor, IterationCall, LibraryFunction } from '../libraryFunction';
import { stepThrough } from '../iteration/indexed';
import { listLength, loadItem } from '../list/storage';
import { comparable } from '../list/rules';
import { mismatch, noValue, params, typed } from '../outcome';
import { inPython } from '../pythonCode';
import { isInVersion } from '../version';
import { setSource } from './source';

const setOf = (element: NumbaType): SetType => ({ kind: 'set', element, reflected: false });

const addItem = (lowering: Lowering, set: Value, item: Value): void => {
  const { element } = set.type as SetType;
  lowering.callPython(setSource, 'add', [set, lowering.cast(item, element)]);
};

/** `{a, b}`. */
const display: LibraryFunction = {
  name: 'builtins.set display',
  type(call) {
    const elements = call.args as readonly NumbaType[];
    const element = unify(elements);
    const plain = element && unliteral(element);
    if (!plain || !isHashable(plain)) return mismatch('the elements have no common type that can be hashed');
    return typed(setOf(plain), { args: elements.map(() => plain) });
  },
  lower(call, lowering) {
    const set = newTable(lowering, call.result as SetType);
    callTable(lowering, 'reserve', set, i64(call.args.length));
    for (const item of call.args) addItem(lowering, set, item!);
    return set;
  },
};

/** `set()`, `set(iterable)`. */
const construct: LibraryFunction = {
  name: 'builtins.set',
  params: params('iterable?'),
  type(call) {
    const [iterable] = call.args;
    if (!iterable) return typed(setOf(undefinedType));
    const iterator = iteratorOf(iterable, call.context);
    if (!iterator) return mismatch('the argument is not iterable', 0);
    const element = unliteral(iterator.item);
    if (!isHashable(element)) return mismatch('the items cannot be hashed', 0);
    return typed(setOf(element), { args: [unliteral(iterable)], data: iterator });
  },
  lower(call, lowering) {
    const set = newTable(lowering, call.result as SetType);
    if (!call.args[0]) return set;
    const iterable = lowering.hold(call.args[0]);
    if (isSized(iterable.type)) callTable(lowering, 'reserve', set, length(lowering, iterable));
    iterate(lowering, iterable, (item) => addItem(lowering, set, item), call.data as Iterator);
    return set;
  },
};

// Numba makes room beforehand where its code generation knows a length by then.
function isSized({ kind }: NumbaType): boolean {
  return ['array', 'list', 'tuple', 'range', 'set'].includes(kind);
}

function callTable(lowering: Lowering, name: 'reserve' | 'upsize', set: Value, count: Expression): void {
  lowering.callPython(setSource, name, [set, { type: int64, parts: [count] }]);
}

const addMethod: LibraryFunction = {
  name: 'set.add',
  params: params('self item'),
  type(call) {
    const [set, item] = call.args;
    if (!isSet(set) || !item) return mismatch();
    const element = unifyPair(set.element, unliteral(item));
    if (!element || !isHashable(unliteral(element))) return mismatch('the set holds another type', 1);
    const plain = unliteral(element);
    if (typesEqual(plain, set.element)) return typed(none, { args: [set, plain] });
    const type: SetType = { ...set, element: plain };
    return typed(none, { args: [undefined, plain], refines: { argument: 0, type } });
  },
  lower(call, lowering) {
    addItem(lowering, lowering.hold(call.args[0]!), call.args[1]!);
    return noValue;
  },
};

const removals = (['remove', 'discard'] as const).map(
  (name): LibraryFunction => ({
    name: `set.${name}`,
    params: params('self item'),
    type(call) {
      const [set, item] = call.args;
      if (!isSet(set) || !item || !comparable(set.element, unliteral(item))) return mismatch();
      return typed(none, { args: [set, set.element] });
    },
    lower(call, lowering) {
      lowering.callPython(setSource, name, [call.args[0]!, call.args[1]!]);
      return noValue;
    },
  }),
);

const simple = (name: string, result: (set: SetType) => NumbaType): LibraryFunction => ({
  name: `set.${name}`,
  params: params('self'),
  type: (call) => (isSet(call.args[0]) ? typed(result(call.args[0])) : mismatch()),
  lower: inPython(setSource, name),
});

const update: LibraryFunction = {
  name: 'set.update',
  params: params('self iterable'),
  type(call) {
    const [set, iterable] = call.args;
    const item = itemType(iterable, call.context);
    if (!isSet(set) || !item) return mismatch('the argument is not iterable', 1);
    const element = unifyPair(set.element, unliteral(item));
    if (!element) return mismatch('the set holds another type', 1);
    const args = [undefined, unliteral(iterable!)];
    if (typesEqual(element, set.element)) return typed(none, { args });
    return typed(none, { args, refines: { argument: 0, type: { ...set, element } } });
  },
  lower(call, lowering) {
    const set = lowering.hold(call.args[0]!);
    const iterable = lowering.hold(call.args[1]!);
    const sized = isSized(iterable.type);
    if (sized) {
      const used = lowering.callPython(setSource, 'length', [set]);
      callTable(lowering, 'upsize', set, add(used.parts[0]!, length(lowering, iterable)));
    }
    iterate(lowering, iterable, (item) => addItem(lowering, set, item));
    if (sized) lowering.callPython(setSource, 'downsize', [set]);
    return noValue;
  },
};

type Family = readonly (readonly [readonly string[], string])[];

const mixesKinds = new Set(['set.difference', 'operator.sub']);

function needsSameKind(name: string, numba: string): boolean {
  const changes = name.endsWith('_update') || /^operator\.i(or|and|sub|xor)$/.test(name);
  return !changes && !mixesKinds.has(name) && !isInVersion({ since: '0.57' }, numba);
}

/** Operations on two sets of one element type: names, and the Python function. */
function ofTwo(
  family: Family,
  result: (set: SetType) => NumbaType,
  lower: (python: string) => LibraryFunction['lower'] = (python) => inPython(setSource, python),
): LibraryFunction[] {
  return family.flatMap(([names, python]) =>
    names.map(
      (name): LibraryFunction => ({
        name,
        type(call) {
          const [a, b] = call.args;
          if (!isSet(a) || !isSet(b) || call.args.length !== 2) return mismatch();
          if (!typesEqual(a.element, b.element)) return mismatch('the sets hold different types', 1);
          if (a.reflected !== b.reflected && needsSameKind(name, call.context.numba)) {
            return mismatch('this version mixes no argument set with one made here', 1);
          }
          return typed(result(a));
        },
        lower: lower(python),
      }),
    ),
  );
}

const combinations = ofTwo(
  [
    [['set.union', 'operator.or_'], 'union'],
    [['set.intersection', 'operator.and_'], 'intersection'],
    [['set.difference', 'operator.sub'], 'difference'],
    [['set.symmetric_difference', 'operator.xor'], 'symmetric_difference'],
  ],
  (set) => set,
);

const tests = ofTwo(
  [
    [['set.issubset', 'operator.le'], 'is_subset'],
    [['set.issuperset', 'operator.ge'], 'is_superset'],
    [['operator.lt'], 'is_proper_subset'],
    [['operator.gt'], 'is_proper_superset'],
    [['operator.eq'], 'is_equal'],
    [['operator.ne'], 'is_different'],
    [['set.isdisjoint'], 'is_disjoint'],
  ],
  () => boolean,
);

const updates = ofTwo(
  [
    [['set.intersection_update'], 'intersection_update'],
    [['set.difference_update'], 'difference_update'],
    [['set.symmetric_difference_update'], 'symmetric_difference_update'],
  ],
  () => none,
);

/** `s |= t` and the like: the same set, changed. */
const inPlace = ofTwo(
  [
    [['operator.ior'], 'update'],
    [['operator.iand'], 'intersection_update'],
    [['operator.isub'], 'difference_update'],
    [['operator.ixor'], 'symmetric_difference_update'],
  ],
  (set) => set,
  (python) => (call, lowering) => {
    const set = lowering.hold(call.args[0]!);
    lowering.callPython(setSource, python, [set, call.args[1]!]);
    return set;
  },
);

const contains: LibraryFunction = {
  name: 'operator.contains',
  type(call) {
    const [set, item] = call.args;
    if (!isSet(set) || !item || !comparable(set.element, unliteral(item))) return mismatch();
    return typed(boolean, { args: [set, set.element] });
  },
  lower: inPython(setSource, 'contains'),
};

/** Items in the order of the table, as Numba gives them. */
const iteration: LibraryFunction = {
  name: 'iter set',
  type: (call) => (isSet(call.args[0]) ? typed(call.args[0].element) : mismatch()),
  iterate: (call, lowering, body) => stepThrough(setCursor(call, lowering), lowering, body),
  cursor: setCursor,
};

function setCursor(call: IterationCall, lowering: Lowering): Cursor {
  const { ir } = lowering;
  const set = lowering.hold(call.args[0]!);
  const position = ir.local('i64', 'position');
  ir.set(position, i64(0));
  return {
    next(exhausted) {
      const hashes = lowering.hold(listField(set, 'hashes'));
      const keys = listField(set, 'keys');
      const size = ir.hold(listLength(hashes), 'size');
      ir.loop((label) => {
        ir.if(ge(position, size), () => ir.break(label));
        const code = ir.hold(loadItem(lowering, hashes, position).parts[0]!, 'code');
        const isFree = or(eq(code, i64(-1)), eq(code, i64(-2)));
        ir.if(not(isFree), () => ir.break(label));
        ir.set(position, add(position, i64(1)));
      });
      ir.if(ge(position, size), exhausted);
      const item = lowering.hold(loadItem(lowering, keys, position), call.hint);
      ir.set(position, add(position, i64(1)));
      return item;
    },
  };
}

export const setEntries: readonly LibraryFunction[] = [
  display,
  construct,
  addMethod,
  ...removals,
  simple('pop', (set) => set.element),
  simple('clear', () => none),
  simple('copy', (set) => set),
  update,
  ...combinations,
  ...tests,
  ...updates,
  ...inPlace,
  contains,
  iteration,
];
