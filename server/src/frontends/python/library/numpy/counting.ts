import type { Value } from '../../lower/lowering';
import { type ArrayType, arrayOf, int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction } from '../libraryFunction';
import { aliases, mismatch, params, typed } from '../outcome';
import { isInVersion } from '../version';
import { checkedAxis, forEachLine, withoutAxis } from './axis';
import { isOmitted } from './dtypeArgument';
import { cumulativeType } from './nanReductions';
import { numberConstant, reductionSource } from './reductions';

/** `np.count_nonzero(a)`, `np.count_nonzero(a, axis)`. */
const countNonzero: LibraryFunction = {
  name: 'numpy.count_nonzero',
  params: params('a axis?'),
  type(call) {
    const [a, axis] = call.args;
    if (a?.kind !== 'array') return mismatch('needs an array', 0);
    if (isOmitted(axis)) return typed(int64);
    if (unliteral(axis).kind !== 'int') return mismatch('axis must be an integer', 1);
    const isOld = !isInVersion({ since: '0.67' }, call.context.numba);
    // Summing booleans over the only axis gave a boolean.
    const ofLine: NumbaType = isOld ? { kind: 'bool' } : int64;
    return typed(a.ndim === 1 ? ofLine : arrayOf(int64, a.ndim - 1), { args: [a, int64] });
  },
  lower(call, lowering) {
    const [a, axis] = call.args as readonly [Value, Value | undefined];
    const array = lowering.hold(a);
    const count = (values: Value) => lowering.callPython(reductionSource, 'count_nonzero', [values]);
    if (!axis || axis.type.kind === 'none' || call.result.kind !== 'array') {
      return lowering.cast(count(array), call.result);
    }
    const { ndim } = array.type as ArrayType;
    const error = { name: 'ValueError', message: 'axis is out of bounds for array' };
    const along = checkedAxis(lowering, axis, ndim, error);
    const shape = withoutAxis(lowering.arrayShape(array), along);
    const result = lowering.hold(lowering.newArray(call.result, shape));
    forEachLine(lowering, array, along, (line, indices) => {
      lowering.storeElement(result, indices, count(line));
    });
    return result;
  },
};

const cumprod = aliases(['numpy.cumprod', 'array.cumprod'], {
  params: params('a'),
  type(call) {
    const [a] = call.args;
    if (a?.kind !== 'array') return mismatch('needs an array', 0);
    return typed(arrayOf(cumulativeType(a.dtype, true, call.context.numba), 1));
  },
  lower(call, lowering) {
    const array = lowering.hold(call.args[0]!);
    const type = call.result as ArrayType;
    const out = lowering.newArray(type, [lowering.arraySize(array)]);
    const one = numberConstant(lowering, 1, type.dtype);
    return lowering.callPython(reductionSource, 'running_product', [array, one, out]);
  },
});

export const countingEntries: readonly LibraryFunction[] = [countNonzero, ...cumprod];
