import { i64, lt, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayOf, complex128, float64, type NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { astypeCopy } from '../array/copies';
import { arrayType } from '../array/parts';
import { checkSource } from './sources';

export type Check = 'check_square' | 'check_finite' | 'check_not_empty' | 'check_power';

/** Raises LinAlgError where one of the checks fails. */
export function check(lowering: Lowering, matrix: Value, ...names: readonly Check[]): void {
  for (const name of names) lowering.callPython(checkSource, name, [matrix]);
}

/** The numbers in which decompositions are computed, of whichever numbers a matrix is. */
export function wideOf(dtype: NumbaType): NumbaType {
  return dtype.kind === 'complex' ? complex128 : float64;
}

/** A copy in F order that may be overwritten. */
export function columnsOf(lowering: Lowering, matrix: Value, dtype = arrayType(matrix.type).dtype): Value {
  return lowering.hold(astypeCopy(lowering, matrix, arrayOf(dtype, arrayType(matrix.type).ndim, 'F')));
}

export function newMatrix(lowering: Lowering, dtype: NumbaType, shape: readonly Expression[]): Value {
  return lowering.hold(lowering.newArray(arrayOf(dtype, shape.length, shape.length > 1 ? 'F' : 'C'), shape));
}

/** The array itself where it is of this type already, else a converted copy. */
export function converted(lowering: Lowering, array: Value, type: NumbaType): Value {
  const wanted = arrayType(type);
  const own = arrayType(array.type);
  const isSame =
    typesEqual(own.dtype, wanted.dtype) && (own.layout === wanted.layout || wanted.layout === 'A');
  if (isSame) return { type, parts: array.parts };
  return lowering.hold(
    astypeCopy(lowering, array, { ...wanted, layout: wanted.layout === 'A' ? 'F' : wanted.layout }),
  );
}

/** Several arrays as the tuple that a function returns. */
export function tupleOfArrays(lowering: Lowering, values: readonly Value[], type: NumbaType): Value {
  const members = type.kind === 'tuple' ? type.elements : [];
  return {
    type,
    parts: values.flatMap((value, i) => {
      const member = members[i]!;
      return member.kind === 'array'
        ? converted(lowering, value, member).parts
        : lowering.cast(value, member).parts;
    }),
  };
}

export function least(lowering: Lowering, a: Expression, b: Expression): Expression {
  return lowering.ir.hold(select(lt(a, b), a, b));
}

/** A vector as a matrix of one column. */
export function asColumn(lowering: Lowering, array: Value): Value {
  const type = arrayType(array.type);
  if (type.ndim === 2) return array;
  const held = lowering.hold(array);
  return lowering.hold(
    lowering.arrayView(
      { ...type, ndim: 2, layout: 'A' },
      {
        meminfo: lowering.arrayMeminfo(held),
        data: lowering.arrayData(held),
        shape: [lowering.arrayShape(held)[0]!, i64(1)],
        strides: [lowering.arrayStrides(held)[0]!, i64(0)],
      },
    ),
  );
}

/** The first column of a matrix in F order, as a vector. */
export function firstColumn(lowering: Lowering, matrix: Value): Value {
  const type = arrayType(matrix.type);
  return lowering.arrayView(
    { ...type, ndim: 1, layout: 'C' },
    {
      meminfo: lowering.arrayMeminfo(matrix),
      data: lowering.arrayData(matrix),
      shape: [lowering.arrayShape(matrix)[0]!],
      strides: [lowering.arrayStrides(matrix)[0]!],
    },
  );
}
