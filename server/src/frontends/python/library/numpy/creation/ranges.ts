import { binary, convert, gt, i64, lt, select, sub, unary } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { arrayOf, complex128, float64, int64, type NumbaType } from '../../../types/numbaType';
import { isNumber, unliteral } from '../../../types/unliteral';
import { numpyComplexDivide } from '../../arithmetic/complex';
import { part, scalar } from '../../arithmetic/kernel';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, LoweringCall, TypingOutcome } from '../../libraryFunction';
import { addNumbers, mulNumbers, subNumbers } from '../../operators/arithmetic';
import { trueDivideNumbers } from '../../operators/division';
import { applyScalar } from '../../operators/scalarOperator';
import { mismatch, params, typed } from '../../outcome';
import { dtypeArgument, isOmitted } from '../dtypeArgument';

/** `np.arange` and `np.linspace`. */
export const rangeArrayEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.arange',
    params: params('start stop? step? dtype?'),
    until: '0.60',
    type: ({ args }) => typeArange(args),
    lower: lowerArange,
  },
  {
    // The first parameter is positional only, which its name keeps anyone from giving by keyword.
    name: 'numpy.arange',
    params: params('(start) stop? step? dtype?'),
    since: '0.60',
    type: ({ args }) => typeArange(args),
    lower: lowerArange,
  },
  {
    name: 'numpy.linspace',
    until: '0.57',
    type: ({ args }) => typeLinspace(args),
    lower: lowerLinspace,
  },
  {
    name: 'numpy.linspace',
    params: params('start stop num?'),
    since: '0.57',
    type: ({ args }) => typeLinspace(args),
    lower: lowerLinspace,
  },
];

function typeArange(args: readonly (NumbaType | undefined)[]): TypingOutcome {
  const [start, stop, step] = args.slice(0, 3).map((type) => (isOmitted(type) ? undefined : held(type)));
  const dtype = args[3];
  const bounds = [start, stop, step].filter((type) => type !== undefined);
  if (!start || !bounds.every(isNumber)) return mismatch('the bounds are numbers');
  if (!isOmitted(dtype) && dtype.kind !== 'dtype' && dtype.kind !== 'typeClass')
    return mismatch(undefined, 3);
  const element = isOmitted(dtype) ? rangeType(bounds) : dtypeArgument(dtype);
  if (!element) return mismatch('unsigned bounds need a dtype');
  return typed(arrayOf(element, 1), { args: [start, stop, step, dtype] });
}

function held(type: NumbaType): NumbaType {
  return unliteral(type.kind === 'optional' ? type.value : type);
}

// Numba takes the largest of the bounds' types and int64, which only signed integers compare with.
function rangeType(bounds: readonly NumbaType[]): NumbaType | undefined {
  if (bounds.some((type) => type.kind === 'complex')) return complex128;
  if (bounds.some((type) => type.kind === 'float')) return float64;
  return bounds.every((type) => type.kind === 'int' && type.signed) ? int64 : undefined;
}

function lowerArange({ args, result }: LoweringCall, lowering: Lowering): Value {
  const { ir } = lowering;
  const number = (value: bigint): Value => lowering.constant({ kind: 'int', value }, int64);
  const [first, second, third] = args.slice(0, 3).map((value) => (value ? lowering.hold(value) : undefined));
  const isOneBound = !second || second.type.kind === 'none';
  const start = isOneBound ? number(0n) : first!;
  const stop = isOneBound ? first! : second;
  const step = third && third.type.kind !== 'none' ? third : number(1n);
  if (third) {
    const tooLong = { name: 'ValueError', message: 'Maximum allowed size exceeded' };
    const isZero = lowering.truth(step);
    ir.if({ op: 'not', type: 'bool', value: isZero }, () => lowering.raise(tooLong));
  }
  const count = ir.hold(countOf(lowering, { start, stop, step }), 'count');
  const array = lowering.newArray(arrayType(result), [count]);
  ir.for({ start: i64(0), stop: count, parallel: lowering.parallel || undefined }, (index) => {
    const offset = applyScalar(mulNumbers, lowering, [scalar(int64, index), step]);
    lowering.storeElement(array, [index], applyScalar(addNumbers, lowering, [start, offset]));
  });
  return array;
}

interface Bounds {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
}

/** How many items: the quotient rounded up, of complex numbers the smaller of both parts'. */
function countOf(lowering: Lowering, { start, stop, step }: Bounds): Expression {
  const distance = applyScalar(subNumbers, lowering, [stop, start]);
  const quotient = lowering.hold(applyScalar(trueDivideNumbers, lowering, [distance, step]));
  const counts = quotient.parts.map((each) => {
    const count = lowering.ir.hold(convert(unary('ceil', convert(each, 'f64')), 'i64'));
    return lowering.ir.hold(select(lt(count, i64(0)), i64(0), count));
  });
  const [real, imaginary] = counts;
  return imaginary ? select(lt(imaginary, real!), imaginary, real!) : real!;
}

function typeLinspace(args: readonly (NumbaType | undefined)[]): TypingOutcome {
  const [start, stop, num] = args.map((type) => type && unliteral(type));
  if (args.length > 3 || !start || !stop || !isNumber(start) || !isNumber(stop)) return mismatch();
  if (num && num.kind !== 'int') return mismatch('the number of points is an integer', 2);
  const isComplex = start.kind === 'complex' || stop.kind === 'complex';
  const element = isComplex ? complex128 : float64;
  return typed(arrayOf(element, 1), { args: [element, element, num && int64] });
}

function lowerLinspace({ args, result }: LoweringCall, lowering: Lowering): Value {
  const { ir } = lowering;
  const type = arrayType(result);
  const [start, stop] = args.slice(0, 2).map((value) => lowering.hold(value!)) as [Value, Value];
  const count = ir.hold(args[2]?.parts[0] ?? i64(50), 'count');
  const array = lowering.newArray(type, [count]);
  const last = ir.hold(sub(count, i64(1)));
  const element = (value: Value): Value => ({ type: type.dtype, parts: value.parts });
  const delta = lowering.hold(applyScalar(subNumbers, lowering, [stop, start]));
  if (lowering.parallel && args[2]) {
    // Numba's own formula there: it rounds otherwise, and a single point is no number.
    ir.for({ start: i64(0), stop: count, parallel: true }, (index) => {
      const along = scalar(float64, binary('div', convert(index, 'f64'), convert(last, 'f64')));
      const offset = applyScalar(mulNumbers, lowering, [delta, lowering.cast(along, type.dtype)]);
      lowering.storeElement(array, [index], element(applyScalar(addNumbers, lowering, [start, offset])));
    });
    return array;
  }
  const divisions = lowering.cast(scalar(int64, last), type.dtype);
  ir.if(gt(count, i64(0)), () => lowering.storeElement(array, [i64(0)], start));
  ir.if(gt(last, i64(0)), () => {
    const step = lowering.hold(divide(lowering, delta, divisions, type.dtype), 'step');
    ir.for({ start: i64(0), stop: count, parallel: lowering.parallel || undefined }, (index) => {
      const offset = applyScalar(mulNumbers, lowering, [scalar(int64, index), step]);
      lowering.storeElement(array, [index], element(applyScalar(addNumbers, lowering, [start, offset])));
    });
    lowering.storeElement(array, [last], stop);
  });
  return array;
}

function divide(lowering: Lowering, a: Value, b: Value, type: NumbaType): Value {
  if (type.kind === 'complex') return numpyComplexDivide(lowering, [a, b], type, 'numpy');
  return scalar(type, binary('div', part(a), part(b)));
}
