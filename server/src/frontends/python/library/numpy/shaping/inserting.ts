import { add, i64 } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../../lower/lowering';
import { arrayOf, int64, type NumbaType, tupleOf } from '../../../types/numbaType';
import { isNumber, unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../../libraryFunction';
import { operate, resultOf } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { arrayTypeOf, asArray } from '../arrayLike';
import { isOmitted } from '../dtypeArgument';
import { flatOf } from './repeating';
import { takingSource } from './taking';

/** `np.append(arr, values, axis)`, `np.insert(arr, obj, values)`; without an axis of flattened arrays. */
export const insertingEntries: readonly LibraryFunction[] = [
  { name: 'numpy.append', params: params('arr values axis?'), type: typeAppend, lower: lowerAppend },
  {
    name: 'numpy.insert',
    params: params('arr obj values axis?'),
    since: '0.67',
    type: typeInsert,
    lower: lowerInsert,
  },
];

function typeAppend({ args: [arr, values, axis], context }: TypingCall): TypingOutcome {
  const given = [arr, values].map((type) => unliteral(type!));
  if (!isOmitted(axis)) {
    const result = resultOf('numpy.concatenate', [tupleOf(given), axis], context);
    return result ? typed(result, { args: [...given, int64] }) : mismatch('the arrays cannot be joined');
  }
  const arrays = given.map((type) => arrayTypeOf(type, context));
  if (!arrays.every((array) => array !== undefined)) return mismatch('the arguments are array-like');
  const lines = arrays.map((array) => arrayOf(array.dtype, 1));
  const result = resultOf('numpy.concatenate', [tupleOf(lines)], context);
  return result ? typed(result, { args: given }) : mismatch('input arrays must have compatible dtypes');
}

function lowerAppend({ args: [arr, values, axis] }: LoweringCall, lowering: Lowering): Value {
  const isAlong = axis !== undefined && axis.type.kind !== 'none';
  const parts = [arr!, values!].map((part) => (isAlong ? lowering.hold(part) : flatOf(lowering, part)));
  const tuple: Value = {
    type: tupleOf(parts.map((part) => part.type)),
    parts: parts.flatMap((part) => part.parts),
  };
  return operate(lowering, 'numpy.concatenate', isAlong ? [tuple, axis] : [tuple]);
}

function typeInsert({ args: [arr, obj, values, axis], context }: TypingCall): TypingOutcome {
  if (!isOmitted(axis)) return mismatch("The 'axis' argument is not supported", 3);
  const isSequence = (type: NumbaType): boolean => ['array', 'list', 'tuple'].includes(type.kind);
  const [into, where, what] = [arr, obj, values].map((type) => unliteral(type!)) as [
    NumbaType,
    NumbaType,
    NumbaType,
  ];
  const array = isSequence(into) ? arrayTypeOf(into, context) : undefined;
  if (!array) return mismatch('arr must be either an Array or a Sequence', 0);
  if (!isSequence(what) && !isNumber(what) && what.kind !== 'bool')
    return mismatch('values must be a scalar, an Array or a Sequence', 2);
  const result = arrayOf(array.dtype, 1);
  if (where.kind === 'int') return typed(result, { args: [into, int64, what, axis] });
  const indices = isSequence(where) ? arrayTypeOf(where, context) : undefined;
  if (indices?.dtype.kind !== 'int') return mismatch('obj should be of Integer dtype', 1);
  return typed(result, { args: [into, where, what, axis] });
}

function lowerInsert({ args: [arr, obj, values], result }: LoweringCall, lowering: Lowering): Value {
  const [flat, inserted] = [arr!, values!].map((each) => flatOf(lowering, each)) as [Value, Value];
  const isOne = obj!.type.kind === 'int';
  const where = isOne ? lowering.hold(obj!) : flatOf(lowering, asArray(lowering, obj!));
  const count: Value = isOne
    ? { type: int64, parts: [lowering.arraySize(inserted)] }
    : lowering.callPython(takingSource, 'inserted_count', [where, inserted]);
  const size = lowering.ir.hold(add(lowering.arraySize(flat), count.parts[0] ?? i64(0)));
  const out = lowering.hold(lowering.newArray(arrayType(result), [size]));
  lowering.callPython(takingSource, isOne ? 'insert_at' : 'insert_several', [flat, where, inserted, out]);
  return out;
}
