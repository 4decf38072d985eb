import { and, bool, eq, i64, lt, not, or, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { boolean, int64, type NumbaType, type TupleType, tupleOf } from '../../types/numbaType';
import { unifyPair } from '../../types/unify';
import { unliteral } from '../../types/unliteral';
import { comparable, ordered } from '../list/rules';
import type { LibraryFunction, TypingCall, TypingOutcome } from '../libraryFunction';
import { holds } from '../operate';
import { mismatch, params, typed } from '../outcome';
import { elementsOf, uniformElement } from './elements';

const isTuple = (type: NumbaType | undefined): type is TupleType => type?.kind === 'tuple';

const concatenate: LibraryFunction = {
  name: 'operator.add',
  type(call) {
    const [a, b] = call.args;
    if (!isTuple(a) || !isTuple(b)) return mismatch();
    return typed(tupleOf([...a.elements, ...b.elements]), { args: [a, b] });
  },
  lower: (call) => ({
    type: call.result,
    parts: [...call.args[0]!.parts, ...call.args[1]!.parts],
  }),
};

function allEqual(lowering: Lowering, a: readonly Value[], b: readonly Value[]): Expression {
  if (a.length !== b.length) return bool(false);
  return a.map((element, i) => holds(lowering, 'operator.eq', element, b[i]!)).reduce(and, bool(true));
}

// The first pair that differs decides; built from the last element backwards.
function isLess(
  lowering: Lowering,
  a: readonly Value[],
  b: readonly Value[],
  whenEqual: boolean,
): Expression {
  const shared = Math.min(a.length, b.length);
  const tie = a.length === b.length ? whenEqual : a.length < b.length;
  let decided: Expression = bool(tie);
  for (let i = shared - 1; i >= 0; i--) {
    const same = holds(lowering, 'operator.eq', a[i]!, b[i]!);
    const less = holds(lowering, 'operator.lt', a[i]!, b[i]!);
    decided = select(same, decided, less);
  }
  return decided;
}

const comparisons: Readonly<
  Record<string, (lowering: Lowering, a: readonly Value[], b: readonly Value[]) => Expression>
> = {
  eq: allEqual,
  ne: (lowering, a, b) => not(allEqual(lowering, a, b)),
  lt: (lowering, a, b) => isLess(lowering, a, b, false),
  le: (lowering, a, b) => isLess(lowering, a, b, true),
  gt: (lowering, a, b) => isLess(lowering, b, a, false),
  ge: (lowering, a, b) => isLess(lowering, b, a, true),
};

const compare = Object.entries(comparisons).map(
  ([name, emit]): LibraryFunction => ({
    name: `operator.${name}`,
    type: (call) => typeComparison(name, call),
    lower(call, lowering) {
      const [a, b] = call.args.map((arg) => elementsOf(lowering, lowering.hold(arg!)));
      return { type: boolean, parts: [emit(lowering, a!, b!)] };
    },
  }),
);

function typeComparison(name: string, call: TypingCall): TypingOutcome {
  const [a, b] = call.args;
  if (!isTuple(a) || !isTuple(b)) return mismatch();
  const works = name === 'eq' || name === 'ne' ? comparable : bothOrdered;
  const pairs = a.elements
    .slice(0, b.elements.length)
    .map((element, i) => [element, b.elements[i]!] as const);
  const fits = pairs.every(([x, y]) => works(unliteral(x), unliteral(y)));
  return fits
    ? typed(boolean, { args: [unliteral(a), unliteral(b)] })
    : mismatch('the elements do not compare');
}

function bothOrdered(a: NumbaType, b: NumbaType): boolean {
  return ordered(a) && ordered(b) && unifyPair(a, b) !== undefined;
}

/** `x in t`, of a tuple whose elements have one type; in `()` there is nothing. */
const contains: LibraryFunction = {
  name: 'operator.contains',
  type(call) {
    const [tuple, item] = call.args;
    if (!isTuple(tuple) || !item) return mismatch();
    if (tuple.elements.length === 0) {
      const result: NumbaType = { kind: 'literal', literal: 'bool', value: false };
      return typed(result, { constant: { kind: 'bool', value: false } });
    }
    if (!uniformElement(tuple)) return mismatch('the elements have different types');
    return typed(boolean, { args: [unliteral(tuple), unliteral(item)] });
  },
  lower(call, lowering) {
    const item = lowering.hold(call.args[1]!);
    const elements = elementsOf(lowering, lowering.hold(call.args[0]!));
    const found = elements.map((element) =>
      comparable(element.type, item.type) || item.type.kind === 'array'
        ? holds(lowering, 'operator.eq', element, item)
        : bool(false),
    );
    return { type: boolean, parts: [found.reduce(or)] };
  },
};

const index: LibraryFunction = {
  name: 'tuple.index',
  params: params('self value'),
  type(call) {
    const [tuple, item] = call.args;
    if (!isTuple(tuple) || !item || !uniformElement(tuple))
      return mismatch('the elements have different types');
    return typed(int64, { args: [unliteral(tuple), unliteral(item)] });
  },
  lower(call, lowering) {
    const { ir } = lowering;
    const item = lowering.hold(call.args[1]!);
    const position = ir.local('i64', 'position');
    ir.set(position, i64(-1));
    elementsOf(lowering, lowering.hold(call.args[0]!)).forEach((element, i) => {
      const isHere = holds(lowering, 'operator.eq', element, item);
      ir.if(and(lt(position, i64(0)), isHere), () => ir.set(position, i64(i)));
    });
    ir.if(eq(position, i64(-1)), () =>
      lowering.raise({ name: 'ValueError', message: 'tuple.index(x): x not in tuple' }),
    );
    return { type: int64, parts: [position] };
  },
};

/** `tuple()`, and `tuple(t)` of a tuple; of all else the length is not known when compiling. */
const construct: LibraryFunction = {
  name: 'builtins.tuple',
  params: params('iterable?'),
  type(call) {
    const [source] = call.args;
    if (!source) return typed(tupleOf([]));
    return isTuple(source)
      ? typed(unliteral(source))
      : mismatch('the number of elements must be known when compiling', 0);
  },
  lower: (call) => call.args[0] ?? { type: call.result, parts: [] },
};

const display: LibraryFunction = {
  name: 'builtins.tuple display',
  type: (call) => typed(tupleOf(call.args as readonly NumbaType[])),
  lower: (call) => ({ type: call.result, parts: call.args.flatMap((arg) => arg!.parts) }),
};

export const tupleOperators: readonly LibraryFunction[] = [
  concatenate,
  ...compare,
  contains,
  index,
  construct,
  display,
];
