import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, boolean, type NumbaType, tupleOf } from '../../../types/numbaType';
import { isNumberOrBool, unliteral } from '../../../types/unliteral';
import { astypeCopy } from '../../array/copies';
import { arrayType } from '../../array/parts';
import type {
  LibraryFunction,
  PythonSource,
  TypingCall,
  TypingContext,
  TypingOutcome,
} from '../../libraryFunction';
import { operate, resultOf } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { tupleValue } from '../../tuple/elements';
import { isInVersion } from '../../version';
import { arrayTypeOf, asArray } from '../arrayLike';
import { asLine, inShape } from '../flatView';
import { isSortable, orderSource } from '../order/sorting';
import text from './sets.py?raw';

const source: PythonSource = { name: 'numpy/sets/sets.py', text };

const oneNan = { since: '0.58' };

const no = { kind: 'bool', value: false } as const;

/** `np.unique(a)`: sorted, each value once. */
const unique: LibraryFunction = {
  name: 'numpy.unique',
  params: params('ar'),
  type({ args: [a], context }) {
    if (a?.kind !== 'array' || !isSortable(a.dtype, context))
      return mismatch('needs an array with an order', 0);
    return typed(arrayOf(a.dtype, 1));
  },
  lower: ({ args }, lowering) => uniqueOf(lowering, args[0]!),
};

function uniqueOf(lowering: Lowering, array: Value): Value {
  const sorted = lowering.hold(sortedCopy(lowering, array));
  const name = isInVersion(oneNan, lowering.numba) ? 'unique' : 'old_unique';
  return lowering.hold(lowering.callPython(source, name, [sorted]));
}

function sortedCopy(lowering: Lowering, array: Value): Value {
  const line = asLine(lowering, lowering.hold(array));
  const copy = lowering.hold(astypeCopy(lowering, line, arrayOf(arrayType(line.type).dtype, 1)));
  lowering.callPython(orderSource, 'sort', [copy]);
  return copy;
}

interface Operands {
  readonly first: ArrayType;
  readonly second: ArrayType;
  /** The dtype of both joined. */
  readonly common: NumbaType;
}

function operandsOf(args: TypingCall['args'], context: TypingContext): Operands | undefined {
  const [first, second] = args.slice(0, 2).map((arg) => arrayOrScalar(unliteral(arg!), context));
  if (!first || !second) return undefined;
  const lines = [first, second].map(({ dtype }) => arrayOf(dtype, 1));
  const joined = resultOf('numpy.concatenate', [tupleOf(lines)], context);
  if (joined?.kind !== 'array' || ![joined, first, second].every(({ dtype }) => isSortable(dtype, context))) {
    return undefined;
  }
  return { first, second, common: joined.dtype };
}

function arrayOrScalar(type: NumbaType, context: TypingContext): ArrayType | undefined {
  return isNumberOrBool(type) ? arrayOf(type, 0) : arrayTypeOf(type, context);
}

/** `np.asarray(x)`, where a number is an array of one. */
function arrayed(lowering: Lowering, value: Value): Value {
  return lowering.hold(asArray(lowering, isNumberOrBool(value.type) ? tupleValue([value]) : value));
}

function joined(lowering: Lowering, first: Value, second: Value): Value {
  return lowering.hold(operate(lowering, 'numpy.concatenate', [tupleValue([first, second])]));
}

interface Options {
  readonly invert?: Value;
  readonly assumeUnique: Value;
  /** That of the first operand. */
  readonly shape: readonly Expression[];
}

interface SetFunction {
  readonly name: string;
  readonly params: LibraryFunction['params'];
  readonly since?: string;
  readonly until?: string;
  result(operands: Operands): NumbaType;
  lower(lowering: Lowering, first: Value, second: Value, options: Options): Value;
}

const functions: readonly SetFunction[] = [
  {
    name: 'intersect1d',
    params: params('ar1 ar2'),
    until: '0.60',
    result: ({ common }) => arrayOf(common, 1),
    lower: (lowering, first, second) =>
      ofSortedBoth(lowering, 'repeated', uniqueOf(lowering, first), uniqueOf(lowering, second)),
  },
  {
    name: 'intersect1d',
    params: params('ar1 ar2 assume_unique', { assume_unique: no }),
    since: '0.60',
    result: ({ common }) => arrayOf(common, 1),
    lower: (lowering, first, second, { assumeUnique }) =>
      ofSortedBoth(lowering, 'repeated', ...bothUnique(lowering, first, second, assumeUnique)),
  },
  {
    name: 'setxor1d',
    params: params('ar1 ar2 assume_unique', { assume_unique: no }),
    since: '0.61',
    result: ({ common }) => arrayOf(common, 1),
    lower: (lowering, first, second, { assumeUnique }) =>
      ofSortedBoth(lowering, 'single', ...bothUnique(lowering, first, second, assumeUnique)),
  },
  {
    name: 'setdiff1d',
    params: params('ar1 ar2 assume_unique', { assume_unique: no }),
    since: '0.61',
    result: ({ first }) => arrayOf(first.dtype, 1),
    lower(lowering, first, second, { assumeUnique }) {
      const [a, b] = bothUnique(lowering, first, second, assumeUnique);
      const inverts = lowering.constant({ kind: 'bool', value: true }, boolean);
      const chosen = membersByOrder(lowering, a, b, inverts);
      return lowering.callPython(source, 'kept', [a, chosen]);
    },
  },
  {
    name: 'in1d',
    params: params('ar1 ar2 assume_unique invert', { assume_unique: no, invert: no }),
    since: '0.61',
    until: '0.67',
    result: () => arrayOf(boolean, 1),
    lower: (lowering, first, second, options) => membership(lowering, first, second, options),
  },
  {
    name: 'isin',
    params: params('element test_elements assume_unique invert', { assume_unique: no, invert: no }),
    since: '0.61',
    result: ({ first }) => arrayOf(boolean, first.ndim),
    lower: (lowering, first, second, options) =>
      inShape(lowering, lowering.hold(membership(lowering, first, second, options)), options.shape),
  },
];

function ofSortedBoth(lowering: Lowering, name: string, first: Value, second: Value): Value {
  return lowering.callPython(source, name, [sortedCopy(lowering, joined(lowering, first, second))]);
}

function bothUnique(lowering: Lowering, first: Value, second: Value, assume: Value): [Value, Value] {
  return [first, second].map((line) => uniqueUnless(lowering, line, assume)) as [Value, Value];
}

function uniqueUnless(lowering: Lowering, line: Value, assume: Value): Value {
  const [given] = assume.parts;
  if (given?.op === 'const') return given.value ? line : uniqueOf(lowering, line);
  const name = 'unique_unless';
  return lowering.hold(lowering.callPython(source, name, [line, sortedCopy(lowering, line), assume]));
}

/** What `np.in1d` gives. */
function membership(lowering: Lowering, first: Value, second: Value, options: Options): Value {
  const invert = options.invert!;
  const [assumed] = options.assumeUnique.parts;
  if (assumed?.op === 'const' && !assumed.value) {
    const isOrdered =
      arrayType(first.type).dtype.kind !== 'complex' && arrayType(second.type).dtype.kind !== 'complex';
    const members = isOrdered ? sortedCopy(lowering, second) : second;
    return lowering.callPython(source, isOrdered ? 'are_in' : 'are_in_any_order', [first, members, invert]);
  }
  return membersByOrder(lowering, first, second, invert);
}

/** Few members are compared with one by one; of more, those that equal ones follow in the order of both. */
function membersByOrder(lowering: Lowering, first: Value, second: Value, invert: Value): Value {
  const both = joined(lowering, first, second);
  const order = lowering.hold(lowering.callPython(orderSource, 'argsort_stable', [both]));
  return lowering.hold(lowering.callPython(source, 'members', [first, second, both, order, invert]));
}

function setEntry(entry: SetFunction): LibraryFunction {
  return {
    name: `numpy.${entry.name}`,
    params: entry.params,
    since: entry.since,
    until: entry.until,
    type({ args, context }): TypingOutcome {
      const operands = operandsOf(args, context);
      if (!operands) return mismatch('needs arrays of a common type with an order');
      const [, , ...flags] = args.map((arg) => unliteral(arg!));
      if (!flags.every((flag) => flag.kind === 'bool')) return mismatch('the options must be booleans');
      return typed(entry.result(operands));
    },
    lower({ args, result }, lowering) {
      const [first, second, assumeUnique, invert] = args as readonly [Value, Value, Value, Value];
      const arrays = [first, second].map((value) => arrayed(lowering, value));
      const shape = isNumberOrBool(first.type) ? [] : lowering.arrayShape(arrays[0]!);
      const [a, b] = arrays.map((array) => asLine(lowering, array)) as [Value, Value];
      return lowering.cast(entry.lower(lowering, a, b, { assumeUnique, invert, shape }), result);
    },
  };
}

/** `np.union1d(a, b)`. */
const union: LibraryFunction = {
  name: 'numpy.union1d',
  since: '0.57',
  params: params('ar1 ar2'),
  type({ args, context }) {
    const operands = args.some((arg) => isNumberOrBool(unliteral(arg!)))
      ? undefined
      : operandsOf(args, context);
    return operands
      ? typed(arrayOf(operands.common, 1))
      : mismatch('needs arrays of a common type with an order');
  },
  lower({ args }, lowering) {
    const [first, second] = args.map((arg) => asLine(lowering, arrayed(lowering, arg!))) as [Value, Value];
    return uniqueOf(lowering, joined(lowering, first, second));
  },
};

export const setRoutineEntries: readonly LibraryFunction[] = [unique, union, ...functions.map(setEntry)];
