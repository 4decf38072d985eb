import type { Value } from '../../../lower/lowering';
import { arrayOf, complex128, float64, type NumbaType } from '../../../types/numbaType';
import { isNumberOrBool, unliteral } from '../../../types/unliteral';
import type { LibraryFunction, PythonSource } from '../../libraryFunction';
import { mismatch, params, typed } from '../../outcome';
import { arrayTypeOf, asArray } from '../arrayLike';
import { isOmitted } from '../dtypeArgument';
import text from './trapezoid.py?raw';

const source: PythonSource = { name: 'numpy/series/trapezoid.py', text };

/** `np.trapezoid(y, x=None, dx=1.0)`, which NumPy 2 calls what was `np.trapz`. */
export const trapezoidEntries: readonly LibraryFunction[] = (
  [
    { name: 'numpy.trapz', until: '0.67' },
    { name: 'numpy.trapezoid', since: '0.61' },
  ] as const
).map(
  (named): LibraryFunction => ({
    ...named,
    params: params('y x? dx', { dx: { kind: 'float', value: 1 } }),
    type({ args, context }) {
      const [y, x, dx] = args.map((arg) => arg && unliteral(arg)) as [NumbaType, NumbaType, NumbaType];
      const values = arrayTypeOf(y, context);
      if (!values || values.ndim === 0) return mismatch('y cannot be a scalar', 0);
      const points = isOmitted(x) ? undefined : arrayTypeOf(x, context);
      if (points ? points.ndim !== 1 || points.layout === 'A' : !isOmitted(x)) {
        return mismatch('x must be an array of one dimension', 1);
      }
      if (!isNumberOrBool(dx) || !isNumberOrBool(values.dtype)) return mismatch('needs numbers');
      const steps = points?.dtype ?? dx;
      const dtype = [values.dtype, steps].some((type) => type.kind === 'complex') ? complex128 : float64;
      const result = values.ndim === 1 ? dtype : arrayOf(dtype, values.ndim - 1);
      return typed(result, { args: [y, x, dx] });
    },
    lower({ args, result }, lowering) {
      const [y, x, dx] = args as readonly [Value, Value | undefined, Value];
      const values = lowering.hold(asArray(lowering, y));
      const isEven = !x || x.type.kind === 'none';
      const found = isEven
        ? lowering.callPython(source, 'evenly', [values, dx])
        : lowering.callPython(source, 'at_points', [values, lowering.hold(asArray(lowering, x))]);
      return lowering.cast(found, result);
    },
  }),
);
