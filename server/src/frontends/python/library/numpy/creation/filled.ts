import { constant, convert, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../../lower/lowering';
import { conversion } from '../../../types/conversion';
import { arrayOf, type ArrayType, float64, int64, type NumbaType } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import { itemSizeOf } from '../../array/itemSize';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../../libraryFunction';
import { mismatch, params, typed } from '../../outcome';
import { compareVersions } from '../../version';
import { dtypeArgument, isOmitted, isPythonFloat } from '../dtypeArgument';
import { extentsOf, shapeNdim } from '../shapeArgument';

type Fill = (lowering: Lowering, array: Value, call: LoweringCall) => void;

const leave: Fill = () => {};
const zero: Fill = (lowering, array) => fillWithZeros(lowering, array);
const one: Fill = (lowering, array) => {
  fillWith(lowering, array, lowering.constant({ kind: 'int', value: 1n }, int64));
};
const givenValue: Fill = (lowering, array, { args }) => fillWith(lowering, array, args[1]!);

/** `np.empty`, `zeros`, `ones`, `full` and their `_like` forms. */
export const filledEntries: readonly LibraryFunction[] = [
  byShape('empty', leave),
  byShape('zeros', zero),
  byShape('ones', one),
  byPrototype('empty_like', 'arr', leave),
  byPrototype('zeros_like', 'a', zero),
  byPrototype('ones_like', 'a', one),
  {
    name: 'numpy.full',
    params: params('shape fill_value dtype?'),
    type: ({ args: [shape, value, dtype], context }) => {
      const takesFloat = compareVersions(context.numba, '0.57') >= 0;
      const element = isOmitted(dtype) ? unliteral(value!) : elementType(dtype, takesFloat);
      return element && holds(element, value!) ? typeNew(shape, element) : mismatch();
    },
    lower: (call, lowering) => lowerNew(call, lowering, givenValue),
  },
  {
    name: 'numpy.full_like',
    params: params('a fill_value dtype?'),
    type: ({ args: [prototype, value, dtype] }) => {
      const result = likeType(unliteral(prototype!), dtype);
      return result && holds(result.dtype, value!) ? typed(result) : mismatch();
    },
    lower: (call, lowering) => lowerLike(call, lowering, givenValue),
  },
];

function byShape(name: string, fill: Fill): LibraryFunction {
  return {
    name: `numpy.${name}`,
    params: params('shape dtype?'),
    type: ({ args: [shape, dtype] }) => {
      const element = isOmitted(dtype) ? float64 : elementType(dtype, true);
      return element ? typeNew(shape, element) : mismatch('no such dtype', 1);
    },
    lower: (call, lowering) => lowerNew(call, lowering, fill),
  };
}

function byPrototype(name: string, parameter: string, fill: Fill): LibraryFunction {
  return {
    name: `numpy.${name}`,
    params: params(`${parameter} dtype?`),
    type: ({ args: [prototype, dtype] }) => {
      const result = likeType(unliteral(prototype!), dtype);
      return result ? typed(result) : mismatch();
    },
    lower: (call, lowering) => lowerLike(call, lowering, fill),
  };
}

/** Python's `float` passes for a dtype where Numba has it as the default. */
function elementType(dtype: NumbaType, takesFloat: boolean): NumbaType | undefined {
  return takesFloat && isPythonFloat(dtype) ? float64 : dtypeArgument(dtype);
}

function typeNew(shape: NumbaType | undefined, element: NumbaType): TypingOutcome {
  const ndim = shapeNdim(shape);
  if (ndim === undefined) return mismatch('the shape is an integer or a tuple of integers', 0);
  return typed(arrayOf(element, ndim));
}

function likeType(prototype: NumbaType, dtype: NumbaType | undefined): ArrayType | undefined {
  const element = isOmitted(dtype)
    ? prototype.kind === 'array'
      ? prototype.dtype
      : prototype
    : dtypeArgument(dtype);
  if (!element || !isElement(element)) return undefined;
  if (prototype.kind !== 'array') return arrayOf(element, 0);
  const layout = prototype.layout === 'A' ? 'C' : prototype.layout;
  return { ...prototype, dtype: element, layout, readonly: false };
}

/** What NumPy can hold in an array. */
export function isElement(type: NumbaType): boolean {
  return ['bool', 'int', 'float', 'complex', 'datetime', 'timedelta', 'record', 'charseq'].includes(
    type.kind,
  );
}

function holds(element: NumbaType, value: NumbaType): boolean {
  return isElement(element) && conversion(unliteral(value), element) !== undefined;
}

function lowerNew(call: LoweringCall, lowering: Lowering, fill: Fill): Value {
  const array = lowering.newArray(arrayType(call.result), extentsOf(lowering, call.args[0]!));
  fill(lowering, array, call);
  return array;
}

function lowerLike(call: LoweringCall, lowering: Lowering, fill: Fill): Value {
  const prototype = lowering.hold(call.args[0]!);
  const shape = prototype.type.kind === 'array' ? lowering.arrayShape(prototype) : [];
  const array = lowering.newArray(arrayType(call.result), shape);
  fill(lowering, array, call);
  return array;
}

export function fillWithZeros(lowering: Lowering, array: Value): void {
  const bytes = mul(lowering.arraySize(array), i64(itemSizeOf(lowering, arrayType(array.type).dtype)));
  lowering.ir.memoryFill(lowering.arrayData(array), constant('i32', 0), convert(bytes, 'i32'));
}

/** Stores the same value, converted once, into every element. */
export function fillWith(lowering: Lowering, array: Value, value: Value): void {
  const { dtype, ndim } = arrayType(array.type);
  const element = lowering.hold(lowering.cast(value, dtype));
  if (ndim === 0) lowering.storeElement(array, [], element);
  else lowering.elementwise([element], dtype, ([each]) => each!, array);
}
