import { add, convert, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, float32, float64, int64, type NumbaType, tupleOf } from '../../types/numbaType';
import { isNumber } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { mismatch, typed } from '../outcome';
import { itemSizeOf } from './itemSize';
import { arrayType } from './parts';

type Read = (lowering: Lowering, array: Value, result: NumbaType) => Value;

function attribute(
  name: string,
  type: (array: ArrayType) => NumbaType | TypingOutcome,
  read: Read,
): LibraryFunction {
  return {
    name: `getattr array.${name}`,
    type: ({ args }) => {
      const array = args[0];
      if (array?.kind !== 'array') return mismatch();
      const found = type(array);
      return found.kind === 'mismatch' || found.kind === 'typed'
        ? (found as TypingOutcome)
        : typed(found as NumbaType);
    },
    lower: ({ args, result }, lowering) => read(lowering, args[0]!, result),
  };
}

const integerTuple = (array: ArrayType): NumbaType => tupleOf(Array(array.ndim).fill(int64));

export const arrayAttributes: readonly LibraryFunction[] = [
  attribute('shape', integerTuple, (lowering, array, type) => ({ type, parts: lowering.arrayShape(array) })),
  attribute('strides', integerTuple, (lowering, array, type) => ({
    type,
    parts: lowering.arrayStrides(array),
  })),
  attribute(
    'ndim',
    () => int64,
    (_lowering, array, type) => ({ type, parts: [i64(arrayType(array.type).ndim)] }),
  ),
  attribute(
    'size',
    () => int64,
    (lowering, array, type) => ({ type, parts: [lowering.arraySize(array)] }),
  ),
  attribute(
    'itemsize',
    () => int64,
    (lowering, array, type) => ({
      type,
      parts: [i64(itemSizeOf(lowering, arrayType(array.type).dtype))],
    }),
  ),
  {
    ...attribute(
      'nbytes',
      () => int64,
      (lowering, array, type) => {
        const itemSize = i64(itemSizeOf(lowering, arrayType(array.type).dtype));
        return { type, parts: [mul(lowering.arraySize(array), itemSize)] };
      },
    ),
    since: '0.57',
  },
  attribute(
    'dtype',
    ({ dtype }) => ({ kind: 'dtype', of: dtype }),
    (_l, _a, type) => ({ type, parts: [] }),
  ),
  attribute('T', transposedType, transposed),
  attribute(
    'real',
    (array) => partType(array, false),
    (lowering, array, type) => partOf(lowering, array, type, 0),
  ),
  attribute(
    'imag',
    (array) => partType(array, true),
    (lowering, array, type) => partOf(lowering, array, type, 1),
  ),
  {
    name: 'getattr dtype.type',
    type: ({ args }) => {
      const dtype = args[0];
      return dtype?.kind === 'dtype' ? typed({ kind: 'typeClass', of: dtype.of }) : mismatch();
    },
    lower: ({ result }) => ({ type: result, parts: [] }),
  },
  {
    name: 'getattr dtype.kind',
    type: ({ args }) => {
      const dtype = args[0];
      if (dtype?.kind !== 'dtype' || (dtype.of.kind !== 'float' && dtype.of.kind !== 'int'))
        return mismatch();
      const value = dtype.of.kind === 'float' ? 'f' : 'i';
      return typed({ kind: 'literal', literal: 'str', value }, { constant: { kind: 'str', value } });
    },
  },
];

/** Numba swaps C and F; a single dimension keeps its type. */
export function transposedType(array: ArrayType): ArrayType {
  if (array.ndim <= 1) return array;
  const layout = array.layout === 'C' ? 'F' : array.layout === 'F' ? 'C' : 'A';
  return { ...array, layout };
}

export function transposed(lowering: Lowering, array: Value, type: NumbaType): Value {
  return lowering.arrayView(arrayType(type), {
    meminfo: lowering.arrayMeminfo(array),
    data: lowering.arrayData(array),
    shape: [...lowering.arrayShape(array)].reverse(),
    strides: [...lowering.arrayStrides(array)].reverse(),
  });
}

function partType(array: ArrayType, imaginary: boolean): NumbaType | TypingOutcome {
  const { dtype } = array;
  if (dtype.kind === 'complex') {
    return { ...array, dtype: dtype.bits === 64 ? float32 : float64, layout: 'A' };
  }
  if (!isNumber(dtype)) return mismatch(`elements of kind ${dtype.kind} have no parts`);
  if (imaginary && array.layout === 'A') return mismatch('zeros have no layout A');
  return imaginary ? { ...array, readonly: true } : array;
}

/** A view of the parts; the imaginary part of real numbers is an array of zeros. */
function partOf(lowering: Lowering, array: Value, result: NumbaType, which: 0 | 1): Value {
  const type = arrayType(result);
  if (arrayType(array.type).dtype.kind !== 'complex') {
    if (which === 0) return { type, parts: array.parts };
    const zeros = lowering.newArray(
      { ...type, layout: type.layout === 'F' ? 'F' : 'C' },
      lowering.arrayShape(array),
    );
    const zero = lowering.cast(lowering.constant({ kind: 'int', value: 0n }, int64), type.dtype);
    lowering.elementwise([zero], type.dtype, ([element]) => element!, zeros);
    return { type, parts: zeros.parts };
  }
  const offset = which * itemSizeOf(lowering, type.dtype);
  const data = lowering.arrayData(array);
  return lowering.arrayView(type, {
    meminfo: lowering.arrayMeminfo(array),
    data: offset === 0 ? data : add(data, convert(i64(offset), 'ptr')),
    shape: lowering.arrayShape(array),
    strides: lowering.arrayStrides(array),
  });
}
