import type { Lowering, Value } from '../../../lower/lowering';
import { arrayOf, complex128, float64, type NumbaType } from '../../../types/numbaType';
import { isNumber, isNumberOrBool, isRealOrBool, unliteral } from '../../../types/unliteral';
import { astypeCopy } from '../../array/copies';
import { arrayType } from '../../array/parts';
import type { LibraryFunction, PythonSource, TypingContext } from '../../libraryFunction';
import { mismatch, params, typed } from '../../outcome';
import { tupleValue } from '../../tuple/elements';
import { arrayTypeOf, asArray } from '../arrayLike';
import { asLine, inShape } from '../flatView';
import text from './interpolate.py?raw';

const source: PythonSource = { name: 'numpy/series/interpolate.py', text };

/** `np.interp(x, xp, fp)`: of a number, or of an array in its shape. */
export const interp: LibraryFunction = {
  name: 'numpy.interp',
  params: params('x xp fp'),
  type({ args, context }) {
    const [x, xp, fp] = args.map((arg) => unliteral(arg!)) as [NumbaType, NumbaType, NumbaType];
    const [at, points, values] = [x, xp, fp].map((type) => elementOf(type, context));
    if (!at || !isRealOrBool(at)) return mismatch('x must be real numbers', 0);
    if (!points || !isRealOrBool(points) || ndimOf(xp, context) !== 1)
      return mismatch('xp must be real and 1-d', 1);
    if (!values || ndimOf(fp, context) !== 1) return mismatch('fp must be numbers in one dimension', 2);
    const dtype = values.kind === 'complex' ? complex128 : float64;
    return typed(isNumber(x) ? dtype : arrayOf(dtype, ndimOf(x, context)));
  },
  lower({ args, result }, lowering) {
    const [x, xp, fp] = args as readonly [Value, Value, Value];
    const dtype = result.kind === 'array' ? result.dtype : result;
    const name = dtype.kind === 'complex' ? 'interpolate_complex' : 'interpolate';
    const points = [
      lineAs(lowering, arrayed(lowering, xp), float64),
      lineAs(lowering, arrayed(lowering, fp), dtype),
    ];
    if (result.kind !== 'array') {
      const found = lowering.callPython(source, `${name}_one`, [lowering.cast(x, float64), ...points]);
      return lowering.cast(found, result);
    }
    const array = arrayed(lowering, x);
    const found = lowering.callPython(source, name, [lineAs(lowering, array, float64), ...points]);
    const shape = isNumberOrBool(x.type) ? [] : lowering.arrayShape(array);
    return result.ndim === 1 ? found : inShape(lowering, lowering.hold(found), shape);
  },
};

function elementOf(type: NumbaType, context: TypingContext): NumbaType | undefined {
  return isNumberOrBool(type) ? type : arrayTypeOf(type, context)?.dtype;
}

function ndimOf(type: NumbaType, context: TypingContext): number {
  return isNumberOrBool(type) ? 0 : (arrayTypeOf(type, context)?.ndim ?? -1);
}

function arrayed(lowering: Lowering, value: Value): Value {
  return lowering.hold(asArray(lowering, isNumberOrBool(value.type) ? tupleValue([value]) : value));
}

function lineAs(lowering: Lowering, array: Value, dtype: NumbaType): Value {
  const { ndim } = arrayType(array.type);
  return lowering.hold(asLine(lowering, lowering.hold(astypeCopy(lowering, array, arrayOf(dtype, ndim)))));
}
