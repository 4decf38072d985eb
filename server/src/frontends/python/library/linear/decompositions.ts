import { gt, i64, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, float64, type NumbaType, tupleOf } from '../../types/numbaType';
import { isNumber, unliteral } from '../../types/unliteral';
import { astypeCopy } from '../array/copies';
import { arrayType } from '../array/parts';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { realOf, refusedMatrix } from './matrixArguments';
import { check, columnsOf, converted, least, newMatrix, tupleOfArrays, wideOf } from './matrices';
import { decompositionSource, householderSource } from './sources';
import { ofMatrix } from './systems';

const vector = (dtype: NumbaType): NumbaType => arrayOf(realOf(dtype), 1);
const columns = (dtype: NumbaType): NumbaType => arrayOf(dtype, 2, 'F');

/** `np.linalg.qr`, `eigh`, `eigvalsh`, `svd`, `pinv`: computed in double precision, with the signs that LAPACK gives. */
export const decompositionEntries: readonly LibraryFunction[] = [
  ofMatrix('qr', (dtype) => tupleOf([arrayOf(dtype, 2, 'A'), columns(dtype)]), lowerQr),
  ofMatrix(
    'eigh',
    (dtype) => tupleOf([vector(dtype), columns(dtype)]),
    (matrix, { result }, lowering) => tupleOfArrays(lowering, symmetric(lowering, matrix), result),
  ),
  ofMatrix('eigvalsh', vector, (matrix, { result }, lowering) =>
    converted(lowering, symmetric(lowering, matrix)[0], result),
  ),
  {
    name: 'numpy.linalg.svd',
    params: params('a full_matrices?'),
    type: ({ args: [a, full] }) => {
      const refused = refusedMatrix(a, 'np.linalg.svd');
      if (refused) return refused;
      const { dtype } = arrayType(a!);
      return typed(tupleOf([columns(dtype), vector(dtype), columns(dtype)]), {
        args: [a, full && unliteral(full)],
      });
    },
    lower: lowerSvd,
  },
  { name: 'numpy.linalg.pinv', params: params('a rcond?'), type: typePinv, lower: lowerPinv },
];

function lowerQr(matrix: Value, { result }: LoweringCall, lowering: Lowering): Value {
  check(lowering, matrix, 'check_not_empty', 'check_finite');
  const wide = wideOf(arrayType(matrix.type).dtype);
  const a = columnsOf(lowering, matrix, wide);
  const [m, n] = lowering.arrayShape(a) as [Expression, Expression];
  const k = least(lowering, m, n);
  const taus = newMatrix(lowering, wide, [k]);
  const q = newMatrix(lowering, wide, [m, k]);
  const r = newMatrix(lowering, wide, [k, n]);
  lowering.callPython(householderSource, 'triangularize', [a, taus]);
  lowering.callPython(householderSource, 'orthogonal', [a, taus, q]);
  lowering.callPython(householderSource, 'upper', [a, r]);
  return tupleOfArrays(lowering, [q, r], result);
}

function symmetric(lowering: Lowering, matrix: Value): [Value, Value] {
  check(lowering, matrix, 'check_square', 'check_finite');
  const a = columnsOf(lowering, matrix, wideOf(arrayType(matrix.type).dtype));
  const w = newMatrix(lowering, float64, [lowering.arrayShape(a)[0]!]);
  lowering.callPython(decompositionSource, 'eigh', [a, w]);
  return [w, a];
}

/** Singular values of a matrix, in its own precision. */
export function singularValues(lowering: Lowering, matrix: Value): Value {
  check(lowering, matrix, 'check_not_empty', 'check_finite');
  const { dtype } = arrayType(matrix.type);
  const a = columnsOf(lowering, matrix, wideOf(dtype));
  const values = lowering.hold(lowering.callPython(decompositionSource, 'singular', [a]));
  return converted(lowering, values, vector(dtype));
}

function lowerSvd({ args, result }: LoweringCall, lowering: Lowering): Value {
  const { ir } = lowering;
  const matrix = lowering.hold(args[0]!);
  check(lowering, matrix, 'check_not_empty', 'check_finite');
  const wide = wideOf(arrayType(matrix.type).dtype);
  const a = columnsOf(lowering, matrix, wide);
  const [m, n] = lowering.arrayShape(a) as [Expression, Expression];
  const k = least(lowering, m, n);
  const isFull = args[1] && ir.hold(lowering.truth(args[1]));
  const widthOf = (side: Expression): Expression => (isFull ? ir.hold(select(isFull, side, k)) : side);
  const u = newMatrix(lowering, wide, [m, widthOf(m)]);
  const s = newMatrix(lowering, float64, [k]);
  const v = newMatrix(lowering, wide, [n, widthOf(n)]);
  lowering.callPython(decompositionSource, 'svd', [a, u, s, v]);
  const transposed = lowering.hold(lowering.callPython(decompositionSource, 'adjoint', [v]));
  return tupleOfArrays(lowering, [u, s, transposed], result);
}

function typePinv({ args: [a, rcond] }: TypingCall): TypingOutcome {
  const refused = refusedMatrix(a, 'np.linalg.pinv');
  if (refused) return refused;
  if (rcond && !isNumber(unliteral(rcond))) return mismatch('rcond is a number', 1);
  return typed(columns(arrayType(a!).dtype), { args: [a, rcond && float64] });
}

function lowerPinv({ args, result }: LoweringCall, lowering: Lowering): Value {
  const type = arrayType(result);
  const matrix = lowering.hold(args[0]!);
  check(lowering, matrix, 'check_finite');
  const wide = wideOf(type.dtype);
  const a = columnsOf(lowering, matrix, wide);
  const [m, n] = lowering.arrayShape(a) as [Expression, Expression];
  const out = newMatrix(lowering, wide, [n, m]);
  const rcond = args[1] ?? lowering.constant({ kind: 'float', value: 1e-15 }, float64);
  lowering.ir.if(gt(lowering.arraySize(a), i64(0)), () => {
    lowering.callPython(decompositionSource, 'pinv', [a, rcond, out]);
  });
  return type.dtype === wide ? out : astypeCopy(lowering, out, type);
}
