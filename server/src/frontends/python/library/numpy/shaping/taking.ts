import { add, eq, i64, lt, not, or, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType } from '../../../types/numbaType';
import { typesEqual } from '../../../types/typesEqual';
import { isNumber, unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type {
  LibraryFunction,
  LoweringCall,
  PythonSource,
  TypingCall,
  TypingOutcome,
} from '../../libraryFunction';
import { resultOf } from '../../operate';
import { aliases, mismatch, params, typed } from '../../outcome';
import { isInVersion } from '../../version';
import { arrayTypeOf, asArray } from '../arrayLike';
import { atAxis, checkedAxis, insertedAt, withoutAxis } from '../axis';
import { isOmitted } from '../dtypeArgument';
import { flatOf } from './repeating';
import text from './taking.py?raw';

export const takingSource: PythonSource = { name: 'numpy/shaping/taking.py', text };

/** `take`, `take_along_axis`, `select`. Positions along an axis are checked where indices are; without one, always. */
export const takingEntries: readonly LibraryFunction[] = [
  ...aliases(['numpy.take', 'array.take'], {
    params: params('a indices axis?'),
    type: typeTake,
    lower: lowerTake,
  }),
  {
    name: 'numpy.take_along_axis',
    params: params('arr indices axis'),
    type: typeAlongAxis,
    lower: lowerAlongAxis,
  },
  {
    name: 'numpy.select',
    params: params('condlist choicelist default', { default: { kind: 'int', value: 0n } }),
    type: typeSelect,
    lower: ({ args, result }, lowering) =>
      lowering.cast(lowering.callPython(takingSource, 'select', args as readonly Value[]), result),
  },
];

function typeTake({ args: [a, indices, axis], context }: TypingCall): TypingOutcome {
  if (a?.kind !== 'array') return mismatch('needs an array', 0);
  const which = unliteral(indices!);
  const isAlong = !isOmitted(axis);
  if (isAlong && !isInVersion({ since: '0.57' }, context.numba))
    return mismatch('this version takes no axis', 2);
  if (isAlong && unliteral(axis).kind !== 'int') return mismatch('the axis is an integer', 2);
  const rest = isAlong ? a.ndim - 1 : 0;
  if (which.kind === 'int')
    return typed(rest > 0 ? arrayOf(a.dtype, rest) : a.dtype, {
      args: [a, int64, isAlong ? int64 : undefined],
    });
  const isSequence = ['array', 'list', 'tuple'].includes(which.kind);
  const array = isSequence ? arrayTypeOf(which, context) : undefined;
  if (array?.dtype.kind !== 'int') return mismatch('the indices are integers', 1);
  if (isAlong && array.ndim !== 1) return mismatch('the indices have one dimension', 1);
  return typed(arrayOf(a.dtype, isAlong ? a.ndim : array.ndim), {
    args: [a, which, isAlong ? int64 : undefined],
  });
}

function lowerTake(call: LoweringCall, lowering: Lowering): Value {
  const [a, which, axis] = call.args as readonly [Value, Value, Value | undefined];
  const isAlong = axis !== undefined && axis.type.kind !== 'none';
  if (isAlong) return takeAlong(lowering, call, axis);
  const flat = flatOf(lowering, a);
  if (which.type.kind === 'int') return lowering.callPython(takingSource, 'take_one', [flat, which]);
  const indices = lowering.hold(asArray(lowering, which));
  const out = lowering.hold(lowering.newArray(arrayType(call.result), lowering.arrayShape(indices)));
  lowering.callPython(takingSource, 'take_flat', [flat, indices, flatOf(lowering, out)]);
  return out;
}

function takeAlong(lowering: Lowering, { args, result }: LoweringCall, axis: Value): Value {
  const a = lowering.hold(args[0]!);
  const which = args[1]!;
  const { ndim } = arrayType(a.type);
  const error = { name: 'ValueError', message: `axis is out of bounds for array of dimension ${ndim}` };
  const along = lowering.ir.hold(checkedAxis(lowering, axis, ndim, error));
  const isOne = which.type.kind === 'int';
  const indices = lowering.hold(isOne ? which : asArray(lowering, which));
  const rest = withoutAxis(lowering.arrayShape(a), along);
  if (isOne) return takeOne(lowering, axisFirst(lowering, a, along), indices, result, rest);
  const shape = insertedAt(rest, along, lowering.arrayShape(indices)[0]!);
  const out = lowering.hold(lowering.newArray(arrayType(result), shape));
  const parts = [axisFirst(lowering, a, along), indices, axisFirst(lowering, out, along)];
  lowering.callPython(takingSource, 'take_first', parts);
  return out;
}

function takeOne(
  lowering: Lowering,
  a: Value,
  index: Value,
  result: NumbaType,
  rest: readonly Expression[],
): Value {
  const at = lowering.ir.hold(wrapped(index.parts[0]!, lowering.arrayShape(a)[0]!));
  if (result.kind !== 'array') return lowering.loadElement(a, [at]);
  const out = lowering.hold(lowering.newArray(result, rest));
  lowering.forEachIndex(rest, (indices) => {
    lowering.storeElement(out, indices, lowering.loadElement(a, [at, ...indices]));
  });
  return out;
}

const wrapped = (index: Expression, extent: Expression): Expression =>
  select(lt(index, i64(0)), add(index, extent), index);

/** A view whose first axis is this one. */
function axisFirst(lowering: Lowering, array: Value, axis: Expression): Value {
  const moved = (parts: readonly Expression[]): Expression[] =>
    [atAxis(parts, axis), ...withoutAxis(parts, axis)].map((each) => lowering.ir.hold(each));
  return lowering.hold(
    lowering.arrayView(
      { ...arrayType(array.type), layout: 'A' },
      {
        meminfo: lowering.arrayMeminfo(array),
        data: lowering.arrayData(array),
        shape: moved(lowering.arrayShape(array)),
        strides: moved(lowering.arrayStrides(array)),
      },
    ),
  );
}

function typeAlongAxis({ args: [arr, indices, axis] }: TypingCall): TypingOutcome {
  if (arr?.kind !== 'array') return mismatch('The first argument "arr" must be an array', 0);
  if (indices?.kind !== 'array') return mismatch('The second argument "indices" must be an array', 1);
  if (indices.dtype.kind !== 'int') return mismatch('The indices array must contain integers', 1);
  const ndim = isOmitted(axis) ? 1 : arr.ndim;
  if (ndim !== indices.ndim)
    return mismatch('`indices` and `arr` must have the same number of dimensions', 1);
  if (isOmitted(axis)) return typed(arrayOf(arr.dtype, 1), { data: 0 });
  if (axis.kind !== 'literal' || axis.literal !== 'int') return mismatch('axis must be a literal value', 2);
  const along = Number(axis.value) < 0 ? Number(axis.value) + ndim : Number(axis.value);
  return along >= 0 && along < ndim
    ? typed(arrayOf(arr.dtype, ndim), { data: along })
    : mismatch('axis is out of bounds', 2);
}

function lowerAlongAxis({ args, argTypes, result, data }: LoweringCall, lowering: Lowering): Value {
  const { ir } = lowering;
  const axis = data as number;
  const given = argTypes[2]?.kind === 'none' || args[2]?.type.kind === 'none';
  const arr = given ? flatOf(lowering, args[0]!) : lowering.hold(args[0]!);
  const indices = lowering.hold(args[1]!);
  const [from, which] = [arr, indices].map((array) => lowering.arrayShape(array)) as [
    Expression[],
    Expression[],
  ];
  const error = { name: 'ValueError', message: "`arr` and `indices` dimensions don't match" };
  const shape = from.map((extent, k) => {
    const other = which[k]!;
    if (k === axis) return other;
    const isOne = ir.hold(eq(extent, i64(1)));
    ir.if(not(or(isOne, or(eq(other, i64(1)), eq(other, extent)))), () => lowering.raise(error));
    return ir.hold(select(isOne, other, extent));
  });
  const out = lowering.hold(lowering.newArray(arrayType(result), shape));
  lowering.forEachIndex(shape, (at) => {
    const index = lowering.loadElement(indices, broadcast(at, which));
    const place = ir.hold(wrapped(lowering.cast(index, int64).parts[0]!, from[axis]!));
    const source = broadcast(at, from).map((each, k) => (k === axis ? place : each));
    lowering.storeElement(out, at, lowering.loadElement(arr, source));
  });
  return out;
}

/** The indices of what an element of a larger shape is, where extents of 1 stand for any. */
function broadcast(at: readonly Expression[], shape: readonly Expression[]): Expression[] {
  return at.map((index, k) => select(eq(shape[k]!, i64(1)), i64(0), index));
}

function typeSelect({ args: [conditions, choices, fallback], context }: TypingCall): TypingOutcome {
  const [condition, choice] = [conditions, choices].map((type) => itemOf(type));
  if (condition?.kind !== 'array' || choice?.kind !== 'array') return mismatch('the items are arrays');
  if (condition.dtype.kind !== 'bool') return mismatch('condlist arrays must contain booleans', 0);
  if (condition.ndim !== choice.ndim || choice.ndim === 0)
    return mismatch('condlist and choicelist elements must have the same number of dimensions');
  const value = unliteral(fallback!);
  if (!isNumber(value) && value.kind !== 'bool') return mismatch('default must be a scalar', 2);
  const result = resultOf('numpy.multiply', [value, arrayOf(choice.dtype, choice.ndim)], context);
  return result?.kind === 'array' ? typed({ ...result, layout: 'C' }) : mismatch();
}

/** Of a list, or of a tuple of equal types. */
function itemOf(type: NumbaType | undefined): ArrayType | undefined {
  const [first, ...rest] =
    type?.kind === 'tuple' ? type.elements : type?.kind === 'list' ? [type.element] : [];
  const item = rest.every((each) => typesEqual(each, first!)) ? first : undefined;
  return item?.kind === 'array' ? item : undefined;
}
