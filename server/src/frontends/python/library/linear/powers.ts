import { arrayOf, int64, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { arrayType } from '../array/parts';
import type { LibraryFunction, PythonSource } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { refusedMatrix } from './matrixArguments';
import text from './powers.py?raw';

const powerSource: PythonSource = { name: 'linear/powers.py', text };

/** `np.linalg.matrix_power`, whose result Numba takes for optional: there is a way through that returns nothing. */
export const powerEntry: LibraryFunction = {
  name: 'numpy.linalg.matrix_power',
  params: params('a n'),
  type: ({ args: [a, n] }) => {
    const refused = refusedMatrix(a, 'np.linalg.matrix_power');
    if (refused) return refused;
    if (unliteral(n!).kind !== 'int') return mismatch('Exponent must be an integer.', 1);
    const { dtype, layout } = arrayType(a!);
    const value: NumbaType = arrayOf(dtype, 2, layout === 'C' ? 'C' : 'A');
    return typed({ kind: 'optional', value }, { args: [a, int64] });
  },
  lower: ({ args: [a, n], result }, lowering) => {
    const found = lowering.callPython(powerSource, 'matrix_power', [a!, n!]);
    const value = result.kind === 'optional' ? result.value : result;
    return lowering.cast({ type: value, parts: found.parts }, result);
  },
};
