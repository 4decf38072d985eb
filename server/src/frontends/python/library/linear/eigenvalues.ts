import { not } from '@jitsight/shared/ir/expressions';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, float64, type NumbaType, tupleOf } from '../../types/numbaType';
import { isNumber } from '../../types/unliteral';
import { arrayType } from '../array/parts';
import type { LibraryFunction, PythonSource } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { check, columnsOf, converted, newMatrix, tupleOfArrays, wideOf } from './matrices';
import rootsText from './roots.py?raw';
import { complexEigenSource, realEigenSource } from './sources';
import { ofMatrix } from './systems';

const rootSource: PythonSource = { name: 'linear/roots.py', text: rootsText };

const vector = (dtype: NumbaType): NumbaType => arrayOf(dtype, 1);

/**
 * `np.linalg.eig`, `eigvals` and `np.roots`: eigenvalues of general matrices, real of real ones (until NumPy 2.5), in LAPACK's order;
 * complex ones of a real matrix raise ValueError.
 */
export const eigenvalueEntries: readonly LibraryFunction[] = [
  ofMatrix(
    'eig',
    (dtype) => tupleOf([vector(dtype), arrayOf(dtype, 2, 'F')]),
    (matrix, { result }, lowering) => tupleOfArrays(lowering, eigen(lowering, matrix, 'eig'), result),
  ),
  ofMatrix('eigvals', vector, (matrix, { result }, lowering) =>
    converted(lowering, eigen(lowering, matrix, 'eigvals')[0], result),
  ),
  {
    name: 'numpy.roots',
    params: params('p'),
    type: ({ args: [p] }) => {
      if (p?.kind !== 'array' || !isNumber(p.dtype)) return mismatch('needs an array of numbers', 0);
      return typed(arrayOf(p.dtype.kind === 'int' ? float64 : p.dtype, 1));
    },
    lower: ({ args: [p], result }, lowering) => {
      const array = lowering.hold(p!);
      if (arrayType(array.type).ndim !== 1) {
        lowering.raise({ name: 'ValueError', message: 'Input must be a 1d array.' });
      }
      const none = newMatrix(lowering, arrayType(result).dtype, [lowering.arrayShape(array)[0]!]);
      return lowering.callPython(rootSource, 'roots', [array, none]);
    },
  },
];

/** Eigenvalues and the vectors that belong to them. */
function eigen(lowering: Lowering, matrix: Value, name: string): [Value, Value] {
  check(lowering, matrix, 'check_square', 'check_finite');
  const wide = wideOf(arrayType(matrix.type).dtype);
  const a = columnsOf(lowering, matrix, wide);
  const [n] = lowering.arrayShape(a);
  const z = newMatrix(lowering, wide, [n!, n!]);
  const w = newMatrix(lowering, wide, [n!]);
  if (wide.kind === 'complex') {
    lowering.callPython(complexEigenSource, 'complex_eigenvalues', [a, z, w]);
    return [w, z];
  }
  const areReal = lowering.callPython(realEigenSource, 'eigenvalues', [a, z, w]);
  const message = `${name}() argument must not cause a domain change.`;
  lowering.ir.if(not(areReal.parts[0]!), () => lowering.raise({ name: 'ValueError', message }));
  return [w, z];
}
