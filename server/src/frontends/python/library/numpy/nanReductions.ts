import type { Lowering, Value } from '../../lower/lowering';
import {
  type ArrayType,
  arrayOf,
  complex128,
  float64,
  int64,
  type NumbaType,
  uint64,
} from '../../types/numbaType';
import { isNumberOrBool, unliteral } from '../../types/unliteral';
import type { LibraryFunction, LoweringCall, PythonSource } from '../libraryFunction';
import { operate } from '../operate';
import { mismatch, params, typed } from '../outcome';
import { isInVersion } from '../version';
import { arrayTypeOf, asArray } from './arrayLike';
import { isOmitted } from './dtypeArgument';
import text from './nans.py?raw';
import { numberConstant } from './reductions';

const source: PythonSource = { name: 'numpy/nans.py', text };

const hasNan = (type: NumbaType): boolean => type.kind === 'float' || type.kind === 'complex';

/** A function of one array. */
function ofArray(
  name: string,
  result: (array: ArrayType, numba: string) => NumbaType,
  lower: (array: Value, call: LoweringCall, lowering: Lowering) => Value,
): LibraryFunction {
  return {
    name,
    params: params('a'),
    type(call) {
      const [a] = call.args;
      if (a?.kind !== 'array' || !isNumberOrBool(a.dtype)) return mismatch('needs an array of numbers', 0);
      return typed(result(a, call.context.numba));
    },
    lower: (call, lowering) =>
      lowering.cast(lower(lowering.hold(call.args[0]!), call, lowering), call.result),
  };
}

const integersWiden = (dtype: NumbaType): NumbaType => (hasNan(dtype) ? dtype : int64);

const sums = (
  [
    ['nansum', 'total', 0],
    ['nanprod', 'product', 1],
  ] as const
).map(([name, python, start]) =>
  ofArray(
    `numpy.${name}`,
    (array) => integersWiden(array.dtype),
    (array, call, lowering) =>
      lowering.callPython(source, python, [array, numberConstant(lowering, start, call.result)]),
  ),
);

const cumulatives = (
  [
    ['nancumsum', 'running_total', 0, 'numpy.cumsum'],
    ['nancumprod', 'running_product', 1, 'numpy.cumprod'],
  ] as const
).map(([name, python, start, plain]) =>
  ofArray(
    `numpy.${name}`,
    (array, numba) => arrayOf(cumulativeType(array.dtype, plain === 'numpy.cumprod', numba), 1),
    (array, call, lowering) => {
      const type = call.result as ArrayType;
      if (!hasNan((array.type as ArrayType).dtype)) return operate(lowering, plain, [array]);
      const out = lowering.newArray(type, [lowering.arraySize(array)]);
      const first = numberConstant(lowering, start, type.dtype);
      return lowering.callPython(source, python, [array, first, out]);
    },
  ),
);

/** The dtype of `np.cumsum` and `np.cumprod`. */
export function cumulativeType(dtype: NumbaType, isProduct: boolean, numba: string): NumbaType {
  if (hasNan(dtype)) return dtype;
  if (dtype.kind !== 'int' || dtype.signed) return int64;
  if (!isInVersion({ since: '0.67' }, numba)) return uint64;
  return isProduct || dtype.bits === 64 ? dtype : int64;
}

const meanOf = (dtype: NumbaType): NumbaType => (dtype.kind === 'complex' ? complex128 : float64);

function nanMean(lowering: Lowering, array: Value): Value {
  const type = meanOf((array.type as ArrayType).dtype);
  const nan: Value =
    type.kind === 'complex'
      ? lowering.constant({ kind: 'complex', re: Number.NaN, im: Number.NaN }, type)
      : lowering.constant({ kind: 'float', value: Number.NaN }, type);
  const found = lowering.callPython(source, 'mean', [array, numberConstant(lowering, 0, type), nan]);
  return lowering.cast(found, type);
}

const mean = ofArray(
  'numpy.nanmean',
  (array) => meanOf(array.dtype),
  (array, _, lowering) => nanMean(lowering, array),
);

/** `np.nanvar(a)`; newer versions take `ddof`, and the other parameters only as None. */
const variances = (['numpy.nanvar', 'numpy.nanstd'] as const).flatMap((name) => [
  nanVariance(name, params('a'), { until: '0.67' }),
  nanVariance(name, params('a axis? dtype? out? ddof', { ddof: { kind: 'int', value: 0n } }), {
    since: '0.67',
  }),
]);

function nanVariance(
  name: string,
  parameters: LibraryFunction['params'],
  versions: { readonly since?: string; readonly until?: string },
): LibraryFunction {
  return {
    name,
    params: parameters,
    ...versions,
    type(call) {
      const [a, axis, dtype, out, ddof] = call.args;
      if (a?.kind !== 'array' || !isNumberOrBool(a.dtype)) return mismatch('needs an array of numbers', 0);
      if (!isOmitted(axis) || !isOmitted(dtype) || !isOmitted(out)) {
        return mismatch('axis, dtype and out are not supported');
      }
      if (ddof && unliteral(ddof).kind !== 'int') return mismatch('ddof must be an integer', 4);
      return typed(float64, { args: [a, undefined, undefined, undefined, ddof && int64] });
    },
    lower(call, lowering) {
      const array = lowering.hold(call.args[0]!);
      const m = nanMean(lowering, array);
      const ddof = call.args[4] ?? numberConstant(lowering, 0, int64);
      const python = m.type.kind === 'complex' ? 'variance_complex' : 'variance';
      const variance = lowering.cast(lowering.callPython(source, python, [array, m, ddof]), float64);
      if (name === 'numpy.nanvar') return variance;
      const half = lowering.constant({ kind: 'float', value: 0.5 }, float64);
      return operate(lowering, 'operator.pow', [variance, half]);
    },
  };
}

/** `np.nanmin`, `np.nanmax`: of anything that makes an array. */
const extremes = (
  [
    ['nanmin', 'least'],
    ['nanmax', 'greatest'],
  ] as const
).map(
  ([name, python]): LibraryFunction => ({
    name: `numpy.${name}`,
    params: params('a'),
    type(call) {
      const array = arrayTypeOf(call.args[0], call.context);
      return array && isNumberOrBool(array.dtype)
        ? typed(array.dtype)
        : mismatch('needs an array of numbers', 0);
    },
    lower(call, lowering) {
      const array = asArray(lowering, call.args[0]!);
      const isComplex = call.result.kind === 'complex';
      return lowering.callPython(source, isComplex ? `${python}_complex` : python, [array]);
    },
  }),
);

export const nanReductionEntries: readonly LibraryFunction[] = [
  ...sums,
  ...cumulatives,
  mean,
  ...variances,
  ...extremes,
];
