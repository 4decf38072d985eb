import { bool, i64 } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, boolean, int64, type NumbaType, uint64 } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unliteral } from '../../types/unliteral';
import { scalar } from '../arithmetic/kernel';
import { arrayType } from '../array/parts';
import type { LibraryFunction, LoweringCall } from '../libraryFunction';
import { asLine } from '../numpy/flatView';
import { extentsOf } from '../numpy/shapeArgument';
import { mismatch, params, typed } from '../outcome';
import { sizeNdim } from './size';
import { drawFrom, withoutState } from './source';

/** `integers` takes both bounds in Numba; its `dtype` must be a NumPy class. */
export const integerEntries: readonly LibraryFunction[] = [
  {
    name: 'randomGenerator.integers',
    params: params('self low high size? dtype? endpoint?'),
    since: '0.57',
    type: ({ args: [self, low, high, size, dtype, endpoint] }) => {
      if (!isBound(low!) || !isBound(high!)) return mismatch('the bounds must be integers');
      if (endpoint && unliteral(endpoint).kind !== 'bool') return mismatch('endpoint must be a bool');
      const element = elementOf(dtype);
      if (!element) return mismatch("dtype must be one of NumPy's integer classes or np.bool_");
      const ndim = sizeNdim(size);
      if (ndim === undefined) return mismatch('size must be an integer or a tuple of integers of one type');
      const args = [self, unliteral(low!), unliteral(high!), size, dtype, endpoint && boolean];
      return typed(ndim === 'none' ? element : arrayOf(element, ndim), { args });
    },
    lower: lowerIntegers,
  },
];

function isBound(type: NumbaType): boolean {
  const { kind } = unliteral(type);
  return kind === 'int' || kind === 'bool';
}

function elementOf(dtype: NumbaType | undefined): NumbaType | undefined {
  if (!dtype) return int64;
  const wanted = dtype.kind === 'typeClass' ? dtype.of : undefined;
  return wanted && isBound(wanted) ? wanted : undefined;
}

function lowerIntegers(call: LoweringCall, lowering: Lowering): Value {
  const [self, low, high, size, , endpoint] = call.args;
  const { result } = call;
  const element = result.kind === 'array' ? result.dtype : result;
  const isUnsigned = typesEqual(element, uint64);
  const bounds = [low!, high!].map((bound) => toBound(lowering, bound, isUnsigned));
  const isClosed = endpoint ?? scalar(boolean, bool(false));
  const given = [...bounds, isClosed, ...limitsOf(element)];
  const run = (name: string, args: readonly Value[]) => drawFrom(lowering, self!, name, args);
  const width = widthOf(element);
  if (result.kind !== 'array' && width >= 32) {
    return lowering.cast(run(isUnsigned ? 'draw_unsigned' : `draw${width}`, given), element);
  }
  const shape = result.kind === 'array' ? extentsOf(lowering, size!) : [i64(1)];
  const made = result.kind === 'array' ? arrayType(result) : arrayOf(element, 1);
  const array = lowering.hold(lowering.newArray(made, shape));
  const fill = isUnsigned ? 'fill_unsigned' : width === 1 ? 'fill_bool' : `fill${width}`;
  run(fill, [asLine(lowering, array), ...given]);
  return result.kind === 'array' ? array : lowering.hold(lowering.loadElement(array, [i64(0)]));
}

/** Bounds are compared as int64, those of uint64 draws as uint64. */
function toBound(lowering: Lowering, bound: Value, isUnsigned: boolean): Value {
  const wanted = isUnsigned ? uint64 : int64;
  const given = bound.type.kind === 'int' && bound.type.signed ? int64 : bound.type;
  if (isUnsigned && typesEqual(given, int64)) {
    return withoutState(lowering, 'to_unsigned', [lowering.cast(bound, int64)]);
  }
  if (!isUnsigned && typesEqual(given, uint64)) return withoutState(lowering, 'to_signed', [bound]);
  return lowering.cast(bound, wanted);
}

function widthOf(element: NumbaType): 1 | 8 | 16 | 32 | 64 {
  return element.kind === 'int' ? element.bits : 1;
}

/** What the dtype holds; of bool, as Numba has it, from -1 to 2. */
function limitsOf(element: NumbaType): Value[] {
  if (element.kind !== 'int') return [-1n, 2n].map(integer);
  if (typesEqual(element, uint64)) return [];
  const { bits, signed } = element;
  const most = 2n ** BigInt(signed ? bits - 1 : bits) - 1n;
  return [signed ? -most - 1n : 0n, most].map(integer);
}

const integer = (value: bigint): Value => scalar(int64, i64(value));
