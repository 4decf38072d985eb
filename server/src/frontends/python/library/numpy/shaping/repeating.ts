import { i64, lt } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType, tupleOf, unicode } from '../../../types/numbaType';
import { isNumber, unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import { reshaped } from '../../array/reshape';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../../libraryFunction';
import { operate } from '../../operate';
import { aliases, mismatch, params, typed } from '../../outcome';
import { arrayTypeOf, asArray } from '../arrayLike';
import { extentsOf, shapeNdim } from '../shapeArgument';
import { rearrangingSource } from './flips';

/** `roll`, `repeat`, `resize`, `trim_zeros`, `delete`: none takes an axis. */
export const repeatingEntries: readonly LibraryFunction[] = [
  { name: 'numpy.roll', params: params('a shift'), type: typeRoll, lower: lowerRoll },
  ...aliases(['numpy.repeat', 'array.repeat'], {
    params: params('a repeats'),
    type: typeRepeat,
    lower: lowerRepeat,
  }),
  {
    name: 'numpy.resize',
    params: params('a new_shape'),
    since: '0.57',
    type: typeResize,
    lower: lowerResize,
  },
  {
    name: 'numpy.trim_zeros',
    params: params('filt trim', { trim: { kind: 'str', value: 'fb' } }),
    since: '0.57',
    type: ({ args: [filt, trim] }) => {
      if (filt?.kind !== 'array' || filt.ndim > 1) return mismatch('The first argument must be an array', 0);
      if (unliteral(trim!).kind !== 'unicode') return mismatch('The second argument must be a string', 1);
      return typed(filt, { args: [filt, unicode] });
    },
    lower: ({ args, result }, lowering) =>
      lowering.cast(lowering.callPython(rearrangingSource, 'trim_zeros', [args[0]!, args[1]!]), result),
  },
  { name: 'numpy.delete', params: params('arr obj'), type: typeDelete, lower: lowerDelete },
];

const isInteger = (type: NumbaType | undefined): boolean =>
  type !== undefined && unliteral(type).kind === 'int';

/** `np.ravel(np.asarray(x))`. */
export function flatOf(lowering: Lowering, value: Value): Value {
  return lowering.hold(operate(lowering, 'numpy.ravel', [asArray(lowering, value)]));
}

function typeRoll({ args: [a, shift], context }: TypingCall): TypingOutcome {
  if (!isInteger(shift) && unliteral(shift!).kind !== 'bool') return mismatch('shift must be an integer', 1);
  const array = arrayTypeOf(a && unliteral(a), context);
  return array ? typed(arrayOf(array.dtype, array.ndim), { args: [unliteral(a!), int64] }) : mismatch();
}

function lowerRoll({ args, result }: LoweringCall, lowering: Lowering): Value {
  const array = lowering.hold(asArray(lowering, args[0]!));
  if (arrayType(result).ndim === 0) return array;
  const type = arrayType(result);
  const out = lowering.hold(lowering.newArray(type, lowering.arrayShape(array)));
  const flat = reshaped(lowering, out, [lowering.arraySize(out)], { ...type, ndim: 1 });
  lowering.callPython(rearrangingSource, 'roll', [array, args[1]!, flat]);
  return out;
}

function typeRepeat({ args: [a, repeats], context }: TypingCall): TypingOutcome {
  const given = unliteral(a!);
  const takes = ['array', 'list', 'tuple'].includes(given.kind) || isNumber(given) || given.kind === 'bool';
  const array = takes ? arrayTypeOf(given, context) : undefined;
  if (!array) return mismatch('needs an array, a sequence or a number', 0);
  const count = unliteral(repeats!);
  const result = arrayOf(array.dtype, 1);
  if (count.kind === 'int') return typed(result, { args: [given, int64] });
  const item = count.kind === 'array' ? count.dtype : count.kind === 'list' ? count.element : undefined;
  return item?.kind === 'int'
    ? typed(result, { args: [given, count] })
    : mismatch('The repeats argument must be an integer or an array-like of integer dtype', 1);
}

function lowerRepeat({ args }: LoweringCall, lowering: Lowering): Value {
  const flat = flatOf(lowering, args[0]!);
  const count = args[1]!;
  const isOne = count.type.kind === 'int';
  const counts = isOne ? count : asArray(lowering, count);
  return lowering.callPython(rearrangingSource, isOne ? 'repeat' : 'repeat_each', [flat, counts]);
}

function typeResize({ args: [a, shape], context }: TypingCall): TypingOutcome {
  const array = arrayTypeOf(a && unliteral(a), context);
  const ndim = shapeNdim(shape);
  if (!array || ndim === undefined) return mismatch('needs an array and a shape of integers');
  const wanted = unliteral(shape!).kind === 'tuple' ? tupleOf(Array(ndim).fill(int64)) : int64;
  return typed(arrayOf(array.dtype, ndim), { args: [unliteral(a!), wanted] });
}

function lowerResize({ args, result }: LoweringCall, lowering: Lowering): Value {
  const flat = flatOf(lowering, args[0]!);
  const extents = extentsOf(lowering, args[1]!);
  const error = { name: 'ValueError', message: 'All elements of `new_shape` must be non-negative' };
  for (const extent of extents) lowering.ir.if(lt(extent, i64(0)), () => lowering.raise(error));
  const type = arrayType(result);
  const out = lowering.hold(lowering.newArray(type, extents));
  const line = reshaped(lowering, out, [lowering.arraySize(out)], { ...type, ndim: 1 });
  lowering.callPython(rearrangingSource, 'resize', [flat, line]);
  return out;
}

function typeDelete({ args: [a, obj], context }: TypingCall): TypingOutcome {
  const given = unliteral(a!);
  const isSequence = ['array', 'list', 'tuple'].includes(given.kind);
  const array = isSequence ? arrayTypeOf(given, context) : undefined;
  if (!array) return mismatch('arr must be either an Array or a Sequence', 0);
  const which = unliteral(obj!);
  const result = arrayOf(array.dtype, 1);
  if (which.kind === 'int') return typed(result, { args: [given, int64] });
  if (which.kind === 'slice') return typed(result, { args: [given, which] });
  const indices: ArrayType | undefined = arrayTypeOf(isNumber(which) ? undefined : which, context);
  return indices?.dtype.kind === 'int' && indices.ndim === 1
    ? typed(result, { args: [given, which] })
    : mismatch('obj should be of Integer dtype', 1);
}

function lowerDelete({ args }: LoweringCall, lowering: Lowering): Value {
  const flat = flatOf(lowering, args[0]!);
  const which = args[1]!;
  if (which.type.kind === 'int') return lowering.callPython(rearrangingSource, 'delete_one', [flat, which]);
  if (which.type.kind === 'slice')
    return lowering.callPython(rearrangingSource, 'delete_slice', [flat, which]);
  return lowering.callPython(rearrangingSource, 'delete_several', [flat, asArray(lowering, which)]);
}
