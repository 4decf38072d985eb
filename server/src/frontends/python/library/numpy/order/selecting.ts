import { i64, mul } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../../lower/lowering';
import { type ArrayType, arrayOf, float64, int64, type NumbaType } from '../../../types/numbaType';
import { isNumberOrBool, isRealOrBool, unliteral } from '../../../types/unliteral';
import { astypeCopy } from '../../array/copies';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../../libraryFunction';
import { resultOf } from '../../operate';
import { mismatch, params, typed } from '../../outcome';
import { tupleValue, uniformElement } from '../../tuple/elements';
import { isInVersion } from '../../version';
import { arrayTypeOf, asArray } from '../arrayLike';
import { asLine } from '../flatView';
import { orderSource } from './sorting';

/** `np.partition(a, kth)`, `np.argpartition(a, kth)` along the last axis. */
const partitions = (
  [
    ['numpy.partition', undefined],
    ['numpy.argpartition', '0.57'],
  ] as const
).map(
  ([name, since]): LibraryFunction => ({
    name,
    since,
    params: params('a kth'),
    type: (call) => typePartition(call, name === 'numpy.argpartition'),
    lower: (call, lowering) => lowerPartition(call, lowering, name === 'numpy.argpartition'),
  }),
);

function typePartition({ args, context }: TypingCall, positions: boolean): TypingOutcome {
  const [a, kth] = args.map((arg) => unliteral(arg!)) as [NumbaType, NumbaType];
  const array = ['array', 'list', 'typedList', 'tuple'].includes(a.kind) && arrayTypeOf(a, context);
  if (!array || array.ndim === 0) return mismatch('needs an array of at least one dimension', 0);
  if (!resultOf('jitsight.nan_last', [array.dtype, array.dtype], context)) return mismatch('no order', 0);
  const position = elementOf(kth);
  const isPosition =
    position?.kind === 'int' || (position?.kind === 'bool' && !isInVersion({ since: '0.67' }, context.numba));
  if (!isPosition || !(isNumberOrBool(kth) || arrayTypeOf(kth, context))) {
    return mismatch('the positions must be integers', 1);
  }
  return typed(arrayOf(positions ? int64 : array.dtype, array.ndim));
}

function elementOf(type: NumbaType): NumbaType | undefined {
  if (type.kind === 'array') return type.dtype;
  if (type.kind === 'list' || type.kind === 'typedList') return type.element;
  return type.kind === 'tuple' ? uniformElement(type) : type;
}

function lowerPartition({ args, result }: LoweringCall, lowering: Lowering, positions: boolean): Value {
  const type = arrayType(result);
  const array = asArray(lowering, args[0]!);
  const kth = kthArray(lowering, args[1]!);
  const copy = lowering.hold(astypeCopy(lowering, array, { ...arrayType(array.type), layout: 'C' }));
  const rows = asRows(lowering, copy);
  if (!positions) {
    lowering.callPython(orderSource, 'partition', [rows, kth]);
    return copy;
  }
  const out = lowering.hold(lowering.newArray(type, lowering.arrayShape(copy)));
  lowering.callPython(orderSource, 'argpartition', [rows, kth, asRows(lowering, out)]);
  return out;
}

function kthArray(lowering: Lowering, kth: Value): Value {
  const array = asArray(lowering, isNumberOrBool(kth.type) ? tupleValue([kth]) : kth);
  if (arrayType(array.type).ndim !== 1) {
    lowering.raise({ name: 'ValueError', message: 'kth must be scalar or 1-D' });
    return lowering.newArray(arrayOf(int64, 1), [i64(0)]);
  }
  return astypeCopy(lowering, array, arrayOf(int64, 1));
}

/** A C-ordered array as rows along its last axis. */
export function asRows(lowering: Lowering, array: Value): Value {
  const { dtype } = array.type as ArrayType;
  const shape = lowering.arrayShape(array);
  const strides = lowering.arrayStrides(array);
  const length = shape.at(-1)!;
  const step = strides.at(-1)!;
  return lowering.hold(
    lowering.arrayView(arrayOf(dtype, 2), {
      meminfo: lowering.arrayMeminfo(array),
      data: lowering.arrayData(array),
      shape: [shape.slice(0, -1).reduce(mul, i64(1)), length],
      strides: [mul(length, step), step],
    }),
  );
}

/** `np.median(a)`, `np.nanmedian(a)` of all elements. */
const medians = (['median', 'nanmedian'] as const).map(
  (name): LibraryFunction => ({
    name: `numpy.${name}`,
    params: params('a'),
    type({ args: [a] }) {
      if (a?.kind !== 'array') return mismatch('needs an array', 0);
      return isRealOrBool(a.dtype) ? typed(float64) : mismatch('the elements have no order', 0);
    },
    lower({ args }, lowering) {
      const ofNothing = isInVersion({ since: '0.61' }, lowering.numba) ? 'median_or_nan' : 'median';
      const found = lowering.callPython(orderSource, name === 'median' ? ofNothing : name, [args[0]!]);
      return lowering.cast(found, float64);
    },
  }),
);

/** `np.percentile(a, q)` and its kin: of all elements, interpolated linearly. */
const percentiles = (
  [
    ['percentile', 100, false],
    ['nanpercentile', 100, true],
    ['quantile', 1, false],
    ['nanquantile', 1, true],
  ] as const
).map(
  ([name, top, skip]): LibraryFunction => ({
    name: `numpy.${name}`,
    params: params('a q'),
    type({ args, context }) {
      const [a, q] = args.map((arg) => unliteral(arg!)) as [NumbaType, NumbaType];
      const isOne = isNumberOrBool(q) || (q.kind === 'array' && q.ndim === 0);
      const given = [a, q].map((type) => (isNumberOrBool(type) ? type : arrayTypeOf(type, context)?.dtype));
      if (!given.every((type) => type && isRealOrBool(type))) return mismatch('needs real numbers');
      return typed(isOne ? float64 : arrayOf(float64, 1));
    },
    lower({ args, result }, lowering) {
      const [a, q] = args.map((arg) => flatFloats(lowering, arg!)) as [Value, Value];
      const limit = lowering.constant({ kind: 'float', value: top }, float64);
      const skips = lowering.constant({ kind: 'bool', value: skip }, { kind: 'bool' });
      const function_ = result.kind === 'array' ? 'percentiles' : 'percentile';
      return lowering.callPython(orderSource, function_, [a, q, limit, skips]);
    },
  }),
);

/** Numbers of any shape as an array of floats. */
function flatFloats(lowering: Lowering, value: Value): Value {
  const array = lowering.hold(asArray(lowering, isNumberOrBool(value.type) ? tupleValue([value]) : value));
  const floats = astypeCopy(lowering, array, arrayOf(float64, arrayType(array.type).ndim));
  return asLine(lowering, floats);
}

export const selectingEntries: readonly LibraryFunction[] = [...partitions, ...medians, ...percentiles];
