import { ge, i64, lt, not, or, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, float64, int32, int64, type NumbaType, tupleOf } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { isNumber, unliteral } from '../../types/unliteral';
import { astypeCopy } from '../array/copies';
import { arrayType } from '../array/parts';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { mismatch, params, typed } from '../outcome';
import { realOf, refusedMatrix } from './matrixArguments';
import {
  asColumn,
  type Check,
  check,
  columnsOf,
  firstColumn,
  least,
  newMatrix,
  tupleOfArrays,
  wideOf,
} from './matrices';
import { checkSource, decompositionSource, triangularSource } from './sources';

/**
 * `np.linalg.inv`, `det`, `slogdet`, `cholesky`, `solve`, `lstsq`: of matrices of floats and complex numbers in any layout. Raise LinAlgError
 * as Numba does, which looks for numbers that are not finite first.
 */
export const systemEntries: readonly LibraryFunction[] = [
  ofMatrix(
    'inv',
    (dtype) => arrayOf(dtype, 2, 'F'),
    (matrix, { result }, lowering) => {
      check(lowering, matrix, 'check_square', 'check_finite');
      return inPlace(lowering, matrix, 'invert', result);
    },
  ),
  ofMatrix(
    'cholesky',
    (dtype) => arrayOf(dtype, 2),
    (matrix, { result }, lowering) => {
      check(lowering, matrix, 'check_square');
      return inPlace(lowering, matrix, 'cholesky', result);
    },
  ),
  ofMatrix(
    'slogdet',
    (dtype) => tupleOf([wideOf(dtype), float64]),
    (matrix, call, lowering) => determinant('log_determinant', matrix, call, lowering),
  ),
  ofMatrix('det', wideOf, (matrix, call, lowering) => determinant('determinant', matrix, call, lowering)),
  { name: 'numpy.linalg.solve', params: params('a b'), type: typeSolve, lower: lowerSolve },
  {
    name: 'numpy.linalg.lstsq',
    params: params('a b rcond?'),
    type: typeLeastSquares,
    lower: lowerLeastSquares,
  },
];

/** A function of one matrix. */
export function ofMatrix(
  name: string,
  resultOf: (dtype: NumbaType) => NumbaType,
  lower: ((matrix: Value, call: LoweringCall, lowering: Lowering) => Value) | undefined,
): LibraryFunction {
  return {
    name: `numpy.linalg.${name}`,
    params: params('a'),
    type: ({ args: [a] }) => {
      const refused = refusedMatrix(a, `np.linalg.${name}`);
      return refused ?? typed(resultOf(arrayType(a!).dtype));
    },
    lower: lower && ((call, lowering) => lower(lowering.hold(call.args[0]!), call, lowering)),
  };
}

// Single precision is rounded once, from what double precision gives.
function inPlace(lowering: Lowering, matrix: Value, name: string, result: NumbaType): Value {
  const type = arrayType(result);
  const columns = columnsOf(lowering, matrix, wideOf(type.dtype));
  lowering.callPython(triangularSource, name, [columns]);
  return typesEqual(columns.type, type) ? columns : astypeCopy(lowering, columns, type);
}

function determinant(name: string, matrix: Value, { result }: LoweringCall, lowering: Lowering): Value {
  const { dtype } = arrayType(matrix.type);
  check(lowering, matrix, 'check_square', 'check_finite');
  const columns = columnsOf(lowering, matrix);
  const variant = dtype.kind === 'complex' ? `complex_${name}` : name;
  return lowering.cast(lowering.callPython(triangularSource, variant, [columns]), result);
}

function refusedSystem(
  name: string,
  a: NumbaType | undefined,
  b: NumbaType | undefined,
): TypingOutcome | undefined {
  const refused = refusedMatrix(a, name) ?? refusedMatrix(b, name, true);
  if (refused) return refused;
  if (typesEqual(arrayType(a!).dtype, arrayType(b!).dtype)) return undefined;
  return mismatch(`${name}() only supports inputs that have homogeneous dtypes`);
}

function typeSolve({ args: [a, b] }: TypingCall): TypingOutcome {
  const refused = refusedSystem('np.linalg.solve', a, b);
  if (refused) return refused;
  const { dtype, ndim } = arrayType(b!);
  return typed(arrayOf(dtype, ndim, ndim === 2 ? 'F' : 'C'));
}

/** Makes the checks of a system, in Numba's order, and wide copies of both sides. */
function system(lowering: Lowering, { args }: LoweringCall, ...checks: readonly Check[]): [Value, Value] {
  const [a, b] = args.slice(0, 2).map((arg) => lowering.hold(arg!)) as [Value, Value];
  check(lowering, a, 'check_finite', ...checks);
  check(lowering, b, 'check_finite', ...checks);
  lowering.callPython(checkSource, 'check_system', [a, asColumn(lowering, b)]);
  const wide = wideOf(arrayType(a.type).dtype);
  return [columnsOf(lowering, a, wide), columnsOf(lowering, asColumn(lowering, b), wide)];
}

function lowerSolve(call: LoweringCall, lowering: Lowering): Value {
  const type = arrayType(call.result);
  const [a, b] = system(lowering, call);
  lowering.callPython(checkSource, 'check_not_tall', [a]);
  lowering.callPython(triangularSource, 'solve', [a, b]);
  const found = lowering.hold(type.ndim === 1 ? firstColumn(lowering, b) : b);
  return typesEqual(found.type, type) ? found : astypeCopy(lowering, found, type);
}

function typeLeastSquares({ args: [a, b, rcond] }: TypingCall): TypingOutcome {
  const refused = refusedSystem('np.linalg.lstsq', a, b);
  if (refused) return refused;
  if (rcond && !isNumber(unliteral(rcond))) return mismatch('rcond is a number', 2);
  const { dtype, ndim } = arrayType(b!);
  const real = arrayOf(realOf(dtype), 1);
  return typed(tupleOf([arrayOf(dtype, ndim), real, int32, real]), { args: [a, b, rcond && float64] });
}

function lowerLeastSquares(call: LoweringCall, lowering: Lowering): Value {
  const { ir } = lowering;
  const wide = wideOf(arrayType(call.argTypes[0]!).dtype);
  const given = lowering.hold(call.args[1]!);
  const isVector = arrayType(given.type).ndim === 1;
  const [a, b] = system(lowering, call, 'check_not_empty');
  const [m, n] = lowering.arrayShape(a) as [Expression, Expression];
  const [, count] = lowering.arrayShape(b);
  const x = newMatrix(lowering, wide, [n, count!]);
  const s = newMatrix(lowering, float64, [least(lowering, m, n)]);
  const rcond = call.args[2] ?? lowering.constant({ kind: 'float', value: -1 }, float64);
  const untouched = columnsOf(lowering, a);
  const rank = lowering.hold(lowering.callPython(decompositionSource, 'least_squares', [a, b, rcond, x, s]));
  const isLoose = ir.hold(or(lt(rank.parts[0]!, n), ge(n, m)));
  const rest = newMatrix(lowering, float64, [ir.hold(select(isLoose, i64(0), count!))]);
  ir.if(not(isLoose), () => {
    lowering.callPython(decompositionSource, 'residuals', [untouched, b, rest]);
  });
  const solution = isVector ? lowering.hold(firstColumn(lowering, x)) : x;
  return tupleOfArrays(
    lowering,
    [solution, rest, lowering.cast({ type: int64, parts: rank.parts }, int32), s],
    call.result,
  );
}
