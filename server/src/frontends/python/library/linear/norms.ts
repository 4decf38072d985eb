import {
  bool,
  convert,
  eq,
  f64,
  gt,
  i64,
  lt,
  mul,
  ne,
  not,
  or,
  select,
  sub,
} from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { boolean, float32, float64, int64, type NumbaType } from '../../types/numbaType';
import { isNumber, unliteral } from '../../types/unliteral';
import { part, scalar } from '../arithmetic/kernel';
import { arrayType } from '../array/parts';
import type { LibraryFunction, LoweringCall, TypingCall, TypingOutcome } from '../libraryFunction';
import { isOmitted } from '../numpy/dtypeArgument';
import { operate } from '../operate';
import { mismatch, params, typed } from '../outcome';
import { singularValues } from './decompositions';
import { realOf, refusedMatrix } from './matrixArguments';
import { normSource } from './sources';

/** `np.linalg.norm(x, ord)`, `cond(x, p)`, `matrix_rank(A, tol)`; none takes an axis. */
export const normEntries: readonly LibraryFunction[] = [
  { name: 'numpy.linalg.norm', params: params('x ord?'), type: typeNorm, lower: lowerNorm },
  {
    name: 'numpy.linalg.cond',
    params: params('x p?'),
    type: ({ args: [x, p] }) => {
      const refused = refusedMatrix(x, 'np.linalg.cond');
      return refused ?? typed(float64, { args: [x, orderType(p)] });
    },
    lower: lowerCondition,
  },
  {
    name: 'numpy.linalg.matrix_rank',
    params: params('A tol?'),
    type: ({ args: [a, tolerance] }) => {
      const refused = refusedMatrix(a, 'np.linalg.matrix_rank', true);
      if (refused) return refused;
      const isNumeric = isOmitted(tolerance) || isNumber(unliteral(tolerance));
      return isNumeric ? typed(int64, { args: [a, orderType(tolerance)] }) : mismatch('tol is a number', 1);
    },
    lower: lowerRank,
  },
];

/** What is no number types as well, and is no order when run. */
function orderType(order: NumbaType | undefined): NumbaType | undefined {
  const type = order && unliteral(order);
  if (type?.kind === 'int' || type?.kind === 'bool') return int64;
  return type?.kind === 'float' ? float64 : type;
}

function typeNorm({ args: [x, order] }: TypingCall): TypingOutcome {
  const refused = refusedMatrix(x, 'np.linalg.norm', true);
  if (refused) return refused;
  const { dtype, ndim } = arrayType(x!);
  const type = orderType(order);
  if (type?.kind === 'complex') return mismatch('the order is a real number', 1);
  const isPlain = isOmitted(type);
  return typed(isPlain && ndim === 1 ? realOf(dtype) : float64, { args: [x, isPlain ? undefined : type] });
}

const number = (lowering: Lowering, value: number): Value =>
  lowering.constant({ kind: 'float', value }, float64);

function lowerNorm({ args: [x, order], result }: LoweringCall, lowering: Lowering): Value {
  const array = lowering.hold(x!);
  const { dtype, ndim } = arrayType(array.type);
  if (!order || order.type.kind === 'none')
    return lowering.cast(lowering.cast(euclidean(lowering, array), realOf(dtype)), result);
  if (!isNumber(order.type)) return refused(lowering);
  if (ndim === 2) return matrixNorm(lowering, array, orderOf(lowering, order));
  const { ir } = lowering;
  const p = lowering.hold(order);
  const norm = ir.local('f64', 'norm');
  ir.if(
    eq(part(lowering.cast(p, float64)), f64(2)),
    () => ir.set(norm, rounded(lowering, euclidean(lowering, array), dtype)),
    () =>
      ir.set(norm, part(lowering.cast(lowering.callPython(normSource, 'of_vector', [array, p]), float64))),
  );
  return scalar(float64, norm);
}

/** What BLAS and LAPACK give is of the matrix's own precision. */
function rounded(lowering: Lowering, value: Value, dtype: NumbaType): Expression {
  return part(lowering.cast(lowering.cast(value, realOf(dtype)), float64));
}

function euclidean(lowering: Lowering, array: Value): Value {
  const isVector = arrayType(array.type).ndim === 1;
  const flat = isVector ? array : operate(lowering, 'numpy.ravel', [array]);
  return lowering.callPython(normSource, 'euclidean', [flat]);
}

function refused(lowering: Lowering): Value {
  lowering.callPython(normSource, 'refuse', []);
  return number(lowering, 0);
}

function matrixNorm(lowering: Lowering, matrix: Value, order: Value): Value {
  const { ir } = lowering;
  const norm = ir.local('f64', 'norm');
  ir.set(norm, f64(0));
  const p = part(order);
  const greatest = realOf(arrayType(matrix.type).dtype) === float32 ? greatestSingle : Number.MAX_VALUE;
  ir.if(gt(lowering.arraySize(matrix), i64(0)), () => {
    ifTwo(
      lowering,
      p,
      () => {
        const values = singularValues(lowering, matrix);
        const at = select(gt(p, f64(0)), i64(0), sub(lowering.arrayShape(values)[0]!, i64(1)));
        ir.set(norm, part(lowering.cast(lowering.loadElement(values, [ir.hold(at)]), float64)));
      },
      () => {
        const isLine = or(isEither(p, 1), isEither(p, Number.POSITIVE_INFINITY));
        ir.if(not(isLine), () => void refused(lowering));
        const found = lowering.callPython(normSource, 'of_matrix', [
          matrix,
          order,
          number(lowering, greatest),
        ]);
        ir.set(norm, lowering.cast(found, float64).parts[0]!);
      },
    );
  });
  return { type: float64, parts: [norm] };
}

const greatestSingle = (2 - 2 ** -23) * 2 ** 127;
const isEither = (p: Expression, size: number): Expression => or(eq(p, f64(size)), eq(p, f64(-size)));

// Where the order is a constant, no code is left of the other way.
function ifTwo(lowering: Lowering, p: Expression, then: () => void, otherwise: () => void): void {
  const known = p.op === 'const' ? Number(p.value) : undefined;
  if (known === undefined) lowering.ir.if(isEither(p, 2), then, otherwise);
  else if (Math.abs(known) === 2) then();
  else otherwise();
}

/** The order as float64, a constant where it is one. */
function orderOf(lowering: Lowering, order: Value): Value {
  const given = part(order);
  const isKnown = given.op === 'const' && typeof given.value !== 'boolean';
  return isKnown ? number(lowering, Number(given.value)) : lowering.hold(lowering.cast(order, float64));
}

function lowerCondition({ args: [x, p] }: LoweringCall, lowering: Lowering): Value {
  const { ir } = lowering;
  const matrix = lowering.hold(x!);
  const ratio = (isInverse: Value): Expression =>
    part(lowering.callPython(normSource, 'condition', [singularValues(lowering, matrix), isInverse]));
  if (!p || p.type.kind === 'none') return scalar(float64, ratio(scalar(boolean, bool(false))));
  if (!isNumber(p.type)) return refused(lowering);
  const order = orderOf(lowering, p);
  const found = ir.local('f64', 'condition');
  ifTwo(
    lowering,
    part(order),
    () => ir.set(found, ratio(scalar(boolean, lt(part(order), f64(0))))),
    () => {
      const inverse = lowering.hold(operate(lowering, 'numpy.linalg.inv', [matrix]));
      const norms = [matrix, inverse].map((each) => part(lowering.hold(matrixNorm(lowering, each, order))));
      const product = ir.hold(mul(norms[0]!, norms[1]!));
      ir.set(found, select(ne(product, product), f64(Number.POSITIVE_INFINITY), product));
    },
  );
  return scalar(float64, found);
}

function lowerRank({ args: [a, tolerance] }: LoweringCall, lowering: Lowering): Value {
  const array = lowering.hold(a!);
  const { dtype, ndim } = arrayType(array.type);
  if (ndim === 1) return lowering.callPython(normSource, 'rank_of_vector', [array]);
  const values = singularValues(lowering, array);
  if (tolerance && tolerance.type.kind !== 'none')
    return lowering.callPython(normSource, 'rank', [values, tolerance]);
  const [rows, columns] = lowering.arrayShape(array) as [Expression, Expression];
  const longer = convert(select(gt(rows, columns), rows, columns), 'f64');
  const epsilon = realOf(dtype) === float32 ? 2 ** -23 : 2 ** -52;
  const largest = part(lowering.cast(lowering.loadElement(values, [i64(0)]), float64));
  const least = scalar(float64, mul(mul(largest, longer), f64(epsilon)));
  return lowering.callPython(normSource, 'rank', [values, least]);
}
