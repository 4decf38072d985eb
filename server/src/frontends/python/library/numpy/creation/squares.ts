import { add, gt, i64, le, lt, select, sub } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../../lower/lowering';
import { arrayOf, float64, int64, type NumbaType } from '../../../types/numbaType';
import { unliteral } from '../../../types/unliteral';
import { arrayType } from '../../array/parts';
import type { LibraryFunction } from '../../libraryFunction';
import { mismatch, params, typed } from '../../outcome';
import { dtypeArgument, isOmitted, isPythonFloat } from '../dtypeArgument';
import { fillWithZeros } from './filled';

const isInteger = (type: NumbaType | undefined): boolean =>
  type !== undefined && unliteral(type).kind === 'int';

/** `np.eye(N, M, k, dtype)` and `np.identity(n, dtype)`. */
export const squareEntries: readonly LibraryFunction[] = [
  {
    name: 'numpy.eye',
    params: params('N M? k? dtype?'),
    type: ({ args: [rows, columns, diagonal, dtype] }) => {
      const element = isOmitted(dtype) || isPythonFloat(dtype) ? float64 : dtypeArgument(dtype);
      const fits = isInteger(rows) && [columns, diagonal].every((type) => isOmitted(type) || isInteger(type));
      if (!element || !fits) return mismatch();
      const index = (type: NumbaType | undefined): NumbaType | undefined => (isOmitted(type) ? type : int64);
      return typed(arrayOf(element, 2), { args: [int64, index(columns), index(diagonal), dtype] });
    },
    lower: ({ args, result }, lowering) => {
      const rows = lowering.ir.hold(args[0]!.parts[0]!);
      const columns = lowering.ir.hold(args[1]?.parts[0] ?? rows);
      return diagonalOfOnes(lowering, result, { rows, columns, diagonal: args[2]?.parts[0] ?? i64(0) });
    },
  },
  identity(undefined, '0.57'),
  identity('0.57', undefined),
];

function identity(since: string | undefined, until: string | undefined): LibraryFunction {
  return {
    name: 'numpy.identity',
    // Before 0.57 it took no keywords.
    params: since ? params('n dtype?') : undefined,
    since,
    until,
    type: ({ args: [size, dtype] }) => {
      const element = isOmitted(dtype) ? float64 : dtypeArgument(dtype);
      return element && isInteger(size) ? typed(arrayOf(element, 2), { args: [int64, dtype] }) : mismatch();
    },
    lower: ({ args, result }, lowering) => {
      const rows = lowering.ir.hold(args[0]!.parts[0]!);
      return diagonalOfOnes(lowering, result, { rows, columns: rows, diagonal: i64(0) });
    },
  };
}

interface Diagonal {
  readonly rows: Expression;
  readonly columns: Expression;
  /** Above the main one if positive. */
  readonly diagonal: Expression;
}

function diagonalOfOnes(lowering: Lowering, result: NumbaType, shape: Diagonal): Value {
  const { ir } = lowering;
  const array = lowering.newArray(arrayType(result), [shape.rows, shape.columns]);
  fillWithZeros(lowering, array);
  const one = lowering.constant({ kind: 'int', value: 1n }, int64);
  const above = ir.hold(shape.diagonal);
  const isAbove = gt(above, i64(0));
  const firstColumn = ir.hold(select(isAbove, above, i64(0)));
  const firstRow = ir.hold(select(isAbove, i64(0), sub(i64(0), above)));
  const across = ir.hold(sub(shape.columns, firstColumn));
  const down = ir.hold(sub(shape.rows, firstRow));
  const shorter = ir.hold(select(lt(across, down), across, down));
  const count = select(le(shorter, i64(0)), i64(0), shorter);
  ir.for({ start: i64(0), stop: count }, (index) => {
    lowering.storeElement(array, [add(firstRow, index), add(firstColumn, index)], one);
  });
  return array;
}
