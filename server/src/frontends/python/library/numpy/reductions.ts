import type { Lowering, Value } from '../../lower/lowering';
import {
  type ArrayType,
  boolean,
  float32,
  float64,
  int64,
  type NumbaType,
  uint64,
} from '../../types/numbaType';
import { isNumberOrBool, unliteral } from '../../types/unliteral';
import type {
  LibraryFunction,
  LoweringCall,
  PythonSource,
  TypingCall,
  TypingOutcome,
} from '../libraryFunction';
import { holds, operate, resultOf } from '../operate';
import { aliases, mismatch, params, typed } from '../outcome';
import { isInVersion } from '../version';
import { arrayTypeOf, asArray } from './arrayLike';
import { isOmitted } from './dtypeArgument';
import text from './reductions.py?raw';

export const reductionSource: PythonSource = { name: 'numpy/reductions.py', text };

/** Means of empty arrays are NaN, scalars are taken, and variances are of float64. */
const scalarsTaken = { since: '0.67' };

/** A function of one array (and, in newer versions, of one number). */
function reduction(
  names: readonly string[],
  result: (dtype: NumbaType, numba: string) => NumbaType | undefined,
  lower: (array: Value, call: LoweringCall, lowering: Lowering) => Value,
  ofScalar?: (scalar: NumbaType) => NumbaType | undefined,
): readonly LibraryFunction[] {
  return aliases(names, {
    params: params('a'),
    type: (call) => typeReduction(call, result, ofScalar),
    lower(call, lowering) {
      const [a] = call.args as readonly [Value];
      return lower(a.type.kind === 'array' ? a : asArray(lowering, a), call, lowering);
    },
  });
}

function typeReduction(
  call: TypingCall,
  result: (dtype: NumbaType, numba: string) => NumbaType | undefined,
  ofScalar?: (scalar: NumbaType) => NumbaType | undefined,
): TypingOutcome {
  const a = call.args[0]!;
  const { numba } = call.context;
  if (a.kind !== 'array') {
    const scalar = unliteral(a);
    const known = isNumberOrBool(scalar) && isInVersion(scalarsTaken, numba) && ofScalar?.(scalar);
    return known ? typed(known, { args: [scalar] }) : mismatch('needs an array', 0);
  }
  const type = result(a.dtype, numba);
  return type ? typed(type) : mismatch('does not take arrays of that dtype', 0);
}

/** The type of `np.prod`: that of NumPy's integers at least. */
function productType(dtype: NumbaType): NumbaType | undefined {
  if (dtype.kind === 'bool') return int64;
  if (dtype.kind === 'int') return dtype.signed ? int64 : uint64;
  return isNumberOrBool(dtype) ? dtype : undefined;
}

function meanType(dtype: NumbaType): NumbaType | undefined {
  if (dtype.kind === 'float' || dtype.kind === 'complex' || dtype.kind === 'timedelta') return dtype;
  return isNumberOrBool(dtype) ? float64 : undefined;
}

function varianceType(dtype: NumbaType, numba: string): NumbaType | undefined {
  if (!isNumberOrBool(dtype)) return undefined;
  const isSingle =
    (dtype.kind === 'float' && dtype.bits === 32) || (dtype.kind === 'complex' && dtype.bits === 64);
  return isSingle && !isInVersion(scalarsTaken, numba) ? float32 : float64;
}

/** 0 or 1 of a number type. */
export function numberConstant(lowering: Lowering, value: 0 | 1, type: NumbaType): Value {
  return lowering.cast(lowering.constant({ kind: 'int', value: BigInt(value) }, int64), type);
}

const products = reduction(
  ['numpy.prod', 'array.prod'],
  productType,
  (array, call, lowering) => {
    const one = numberConstant(lowering, 1, call.result);
    const found = lowering.callPython(reductionSource, 'product', [array, one]);
    return lowering.cast(found, call.result);
  },
  productType,
);

const means = reduction(
  ['numpy.mean', 'array.mean'],
  meanType,
  (array, call, lowering) => lowering.cast(meanOf(lowering, array, call.result), call.result),
  meanType,
);

/** The mean before it is rounded to its type: float64 for float32. */
function meanOf(lowering: Lowering, array: Value, type: NumbaType): Value {
  if (type.kind === 'timedelta') return lowering.notLowered('means of timedelta64 are not compiled yet');
  const zero = numberConstant(lowering, 0, type);
  if (!isInVersion(scalarsTaken, lowering.numba)) {
    return lowering.callPython(reductionSource, 'mean_checked', [array, zero]);
  }
  const nan: Value =
    type.kind === 'complex'
      ? lowering.constant({ kind: 'complex', re: Number.NaN, im: Number.NaN }, type)
      : lowering.constant({ kind: 'float', value: Number.NaN }, type);
  return lowering.callPython(reductionSource, 'mean', [array, zero, nan]);
}

function varianceOf(lowering: Lowering, given: Value, type: NumbaType): Value {
  const array = lowering.hold(given);
  const { dtype } = array.type as ArrayType;
  const mean = meanType(dtype)!;
  const m = lowering.cast(meanOf(lowering, array, mean), mean);
  const name = dtype.kind === 'complex' ? 'variance_complex' : 'variance';
  return lowering.cast(lowering.callPython(reductionSource, name, [array, m]), type);
}

const variances = reduction(['numpy.var', 'array.var'], varianceType, (array, call, lowering) =>
  varianceOf(lowering, array, call.result),
);

const deviations = reduction(
  ['numpy.std', 'array.std'],
  varianceType,
  (array, call, lowering) => {
    const variance = varianceOf(lowering, array, call.result);
    const half = lowering.constant({ kind: 'float', value: 0.5 }, float64);
    return lowering.cast(operate(lowering, 'operator.pow', [variance, half]), call.result);
  },
  (scalar) => (scalar.kind === 'float' ? scalar : float64),
);

/** `np.any`, `np.all`: also of numbers, in every version. */
const truths = (
  [
    ['any', 'any_element'],
    ['all', 'all_elements'],
  ] as const
).flatMap(([name, python]) =>
  aliases([`numpy.${name}`, `array.${name}`], {
    params: params('a'),
    type(call) {
      const a = unliteral(call.args[0]!);
      if (a.kind === 'array') return typed(boolean);
      return isNumberOrBool(a) ? typed(boolean, { args: [a] }) : mismatch('needs an array', 0);
    },
    lower(call, lowering) {
      const [a] = call.args as readonly [Value];
      if (a.type.kind !== 'array') return { type: boolean, parts: [lowering.truth(a)] };
      return lowering.callPython(reductionSource, python, [a]);
    },
  }),
);

/** `np.average(a, weights=w)`; an axis compiles, and then does not work. */
const average: LibraryFunction = {
  name: 'numpy.average',
  params: params('a axis? weights?'),
  type(call) {
    const [a, axis, weights] = call.args;
    const array = arrayTypeOf(a, call.context);
    if (!array) return mismatch('needs an array', 0);
    if (!isOmitted(axis) && isInVersion(scalarsTaken, call.context.numba)) {
      return typed({ kind: 'none' }, { data: 'axis' });
    }
    const mean = meanType(array.dtype);
    if (!mean) return mismatch('does not take arrays of that dtype', 0);
    if (isOmitted(weights)) return typed(mean);
    const other = arrayTypeOf(weights, call.context);
    const product = other && resultOf('numpy.multiply', [array, other], call.context);
    if (product?.kind !== 'array') return mismatch('the weights must be an array', 2);
    const quotient = resultOf('operator.truediv', [product.dtype, other!.dtype], call.context);
    return quotient ? typed(quotient) : mismatch('the weights must be numbers', 2);
  },
  lower(call, lowering) {
    if (call.data === 'axis') {
      lowering.raise({ name: 'TypeError', message: 'Numba does not support average with axis.' });
      return { type: call.result, parts: [] };
    }
    const array = asArray(lowering, call.args[0]!);
    const weights = call.args[2];
    if (!weights || weights.type.kind === 'none') {
      const mean = meanType((array.type as ArrayType).dtype)!;
      return lowering.cast(meanOf(lowering, array, mean), call.result);
    }
    return lowering.cast(weightedMean(lowering, array, asArray(lowering, weights)), call.result);
  },
};

function weightedMean(lowering: Lowering, array: Value, given: Value): Value {
  const weights = lowering.hold(given);
  const total = (values: Value) => lowering.hold(operate(lowering, 'numpy.sum', [values]));
  const scale = total(weights);
  const zero = numberConstant(lowering, 0, scale.type);
  lowering.ir.if(holds(lowering, 'operator.eq', scale, zero), () =>
    lowering.raise({
      name: 'ZeroDivisionError',
      message: "Weights sum to zero, can't be normalized.",
    }),
  );
  const sum = total(operate(lowering, 'numpy.multiply', [array, weights]));
  return operate(lowering, 'operator.truediv', [sum, scale]);
}

export const reductionEntries: readonly LibraryFunction[] = [
  ...products,
  ...means,
  ...variances,
  ...deviations,
  ...truths,
  average,
];
