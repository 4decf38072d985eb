import { eq, i64, ne } from '@jitsight/shared/ir/expressions';
import { arrayOf, float64, int64 } from '../../../types/numbaType';
import { isNumber, unliteral } from '../../../types/unliteral';
import { astypeCopy } from '../../array/copies';
import { arrayType } from '../../array/parts';
import { reshaped } from '../../array/reshape';
import type {
  LibraryFunction,
  LoweringCall,
  PythonSource,
  TypingCall,
  TypingOutcome,
} from '../../libraryFunction';
import type { Lowering, Value } from '../../../lower/lowering';
import { mismatch, params, typed } from '../../outcome';
import { arrayTypeOf, asArray } from '../arrayLike';
import { isOmitted } from '../dtypeArgument';
import { promoteTypes } from '../promotion';
import text from './unwrapping.py?raw';

const source: PythonSource = { name: 'numpy/shaping/unwrapping.py', text };

/** `np.unwrap(p, discont, axis, period)`; the axis is the last one. */
export const unwrapEntry: LibraryFunction = {
  name: 'numpy.unwrap',
  params: params('p discont? axis? period?'),
  since: '0.59',
  type: typeUnwrap,
  lower: lowerUnwrap,
};

function typeUnwrap({ args: [p, discont, axis, period], context }: TypingCall): TypingOutcome {
  if (axis && unliteral(axis).kind !== 'int') return mismatch('The argument "axis" must be an integer', 2);
  const given = unliteral(p!);
  const array = ['array', 'list', 'tuple'].includes(given.kind) ? arrayTypeOf(given, context) : undefined;
  if (!array) return mismatch('The argument "p" must be array-like', 0);
  const scalars = [discont, period].filter((type) => !isOmitted(type));
  if (!scalars.every((type) => isNumber(unliteral(type!)))) return mismatch('discont and period are numbers');
  const step = period ? unliteral(period) : float64;
  const dtype = promoteTypes(array.dtype, step);
  if (!dtype || dtype.kind === 'complex') return mismatch('needs real numbers', 0);
  // Numba has no code for rows of what lies by columns.
  if (given.kind === 'array' && given.layout === 'F') return mismatch('needs an array in C order', 0);
  const wide = isOmitted(discont) ? discont : float64;
  return typed(arrayOf(dtype, array.ndim), { args: [given, wide, axis && int64, period && float64] });
}

function lowerUnwrap({ args: [p, discont, axis, period], result }: LoweringCall, lowering: Lowering): Value {
  const { ir } = lowering;
  const type = arrayType(result);
  if (type.dtype.kind !== 'float') return lowering.notLowered('np.unwrap of integers is not compiled yet');
  if (axis) {
    const error = { name: 'ValueError', message: 'Value for argument "axis" is not supported' };
    ir.if(ne(axis.parts[0]!, i64(-1)), () => lowering.raise(error));
  }
  const out = lowering.hold(astypeCopy(lowering, asArray(lowering, p!), type));
  const length = lowering.arrayShape(out)[type.ndim - 1]!;
  const error = { name: 'ZeroDivisionError', message: 'integer division or modulo by zero' };
  ir.if(eq(length, i64(0)), () => lowering.raise(error));
  const full = lowering.hold(period ?? lowering.constant({ kind: 'float', value: 2 * Math.PI }, float64));
  const flat = reshaped(lowering, out, [lowering.arraySize(out)], { ...type, ndim: 1 });
  const limit =
    discont && discont.type.kind !== 'none' ? discont : lowering.callPython(source, 'half', [full]);
  lowering.callPython(source, 'unwrap', [flat, { type: int64, parts: [length] }, limit, full]);
  return out;
}
