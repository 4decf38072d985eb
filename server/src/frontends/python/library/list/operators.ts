import { add, eq, gt, i64, mul, select } from '@jitsight/shared/ir/expressions';
import type { Value } from '../../lower/lowering';
import { boolean, int64, type NumbaType } from '../../types/numbaType';
import { conversion } from '../../types/conversion';
import { unifyPair } from '../../types/unify';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../libraryFunction';
import type { Lowering } from '../../lower/lowering';
import { mismatch, typed } from '../outcome';
import { inPython } from '../pythonCode';
import { comparisonNames, compareSequences } from '../sequenceComparison';
import { listSource } from './source';
import { castsImplicitly, comparable, ordered } from './rules';
import { appendAll } from './slice';
import { isList, listLength, type ListType, newList } from './storage';

type PlainList = Extract<NumbaType, { kind: 'list' }>;

const isPlainList = (type: NumbaType | undefined): type is PlainList => type?.kind === 'list';

/** `xs + ys`; typed lists have no `+`. */
const concatenate: LibraryFunction = {
  name: 'operator.add',
  type(call) {
    const [a, b] = call.args;
    if (!isPlainList(a) || !isPlainList(b)) return mismatch();
    const element = unifyPair(a.element, b.element);
    if (!element) return mismatch('the elements have no common type');
    const result: PlainList = { kind: 'list', element, reflected: a.reflected || b.reflected };
    return typed(result, { args: [unliteral(a), unliteral(b)] });
  },
  lower(call, lowering) {
    const [a, b] = call.args.map((arg) => lowering.hold(arg!)) as [Value, Value];
    const result = newList(lowering, call.result as ListType, add(listLength(a), listLength(b)));
    appendAll(lowering, result, a);
    appendAll(lowering, result, b);
    return result;
  },
};

/** `xs += ys`: extends the same list. */
const extendInPlace: LibraryFunction = {
  name: 'operator.iadd',
  type(call) {
    const [a, b] = call.args;
    if (!isPlainList(a) || !isPlainList(b)) return mismatch();
    if (conversion(b.element, a.element) === undefined) return mismatch('the elements do not convert', 1);
    return typed(unliteral(a), { args: [unliteral(a), unliteral(b)] });
  },
  lower(call, lowering) {
    const [a, b] = call.args.map((arg) => lowering.hold(arg!)) as [Value, Value];
    appendAll(lowering, a, b);
    return a;
  },
};

const repeat: LibraryFunction = {
  name: 'operator.mul',
  type(call) {
    const [a, b] = call.args;
    const [list, times] = isPlainList(a) ? [a, b] : [b, a];
    if (!isPlainList(list) || !times || unliteral(times).kind !== 'int') return mismatch();
    const plain = unliteral(list);
    return typed(plain, { args: isPlainList(a) ? [plain, int64] : [int64, plain] });
  },
  lower(call, lowering) {
    const [a, b] = call.args as readonly [Value, Value];
    const [list, times] = isList(a.type) ? [lowering.hold(a), b] : [lowering.hold(b), a];
    return repeated(lowering, list, times, call);
  },
};

function repeated(lowering: Lowering, list: Value, times: Value, call: LoweringCall): Value {
  const { ir } = lowering;
  const held = ir.hold(times.parts[0]!, 'times');
  const count = ir.hold(select(gt(held, i64(0)), held, i64(0)));
  const result = lowering.hold(newList(lowering, call.result as ListType, mul(listLength(list), count)));
  ir.for({ start: i64(0), stop: count }, () => appendAll(lowering, result, list));
  return result;
}

const repeatInPlace: LibraryFunction = {
  name: 'operator.imul',
  type(call) {
    const [list, times] = call.args;
    if (!isPlainList(list) || !times || unliteral(times).kind !== 'int') return mismatch();
    return typed(unliteral(list), { args: [unliteral(list), int64] });
  },
  lower: inPython(listSource, 'repeat_in_place'),
};

const contains: LibraryFunction = {
  name: 'operator.contains',
  type(call) {
    const [list, item] = call.args;
    if (!isList(list) || !item) return mismatch();
    if (list.kind === 'typedList' && !castsImplicitly(item, list.element)) {
      return mismatch('the item does not convert to the type of the elements', 1);
    }
    const sought = list.kind === 'typedList' ? list.element : unliteral(item);
    return typed(boolean, { args: [unliteral(list), sought] });
  },
  lower(call, lowering) {
    const [list, item] = call.args as readonly [Value, Value];
    if (!comparable(item.type, (list.type as ListType).element)) {
      return lowering.constant({ kind: 'bool', value: false }, boolean);
    }
    return lowering.callPython(listSource, 'contains', [list, item]);
  },
};

const compare = comparisonNames.map(
  (name): LibraryFunction => ({
    name: `operator.${name}`,
    type: (call) => typeComparison(name, call.args[0], call.args[1]),
    lower(call, lowering) {
      const [a, b] = call.args as readonly [Value, Value];
      if (!isList(a.type) || !isList(b.type)) {
        return lowering.constant({ kind: 'bool', value: name === 'ne' }, boolean);
      }
      return compareSequences(listSource, name, [a, b], lowering);
    },
  }),
);

function typeComparison(name: string, a: NumbaType | undefined, b: NumbaType | undefined): TypingOutcome {
  if (a?.kind === 'typedList' && b && b.kind !== 'typedList' && (name === 'eq' || name === 'ne')) {
    // Never equal, by Numba's rule, whatever the other operand holds.
    const value = name === 'ne';
    return typed({ kind: 'literal', literal: 'bool', value }, { constant: { kind: 'bool', value } });
  }
  if (!isList(a) || !isList(b) || a.kind !== b.kind) return mismatch();
  const args = [unliteral(a), unliteral(b)];
  if (name === 'eq' || name === 'ne') {
    const works = a.kind === 'typedList' || comparable(a.element, b.element);
    return works ? typed(boolean, { args }) : mismatch('the elements cannot be compared');
  }
  const works = ordered(a.element) && ordered(b.element);
  return works ? typed(boolean, { args }) : mismatch('the elements cannot be ordered');
}

const isSame: LibraryFunction = {
  name: 'operator.is_',
  type(call) {
    const [a, b] = call.args;
    if (!isList(a) || !isList(b) || a.kind !== b.kind) return mismatch();
    return typed(boolean, { args: [unliteral(a), unliteral(b)] });
  },
  lower(call) {
    const [a, b] = call.args as readonly [Value, Value];
    return { type: boolean, parts: [eq(a.parts[0]!, b.parts[0]!)] };
  },
};

export const listOperators: readonly LibraryFunction[] = [
  concatenate,
  extendInPlace,
  repeat,
  repeatInPlace,
  contains,
  ...compare,
  isSame,
];
