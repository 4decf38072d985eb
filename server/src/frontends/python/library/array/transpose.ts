import { add, and, eq, ge, i64, lt, not, or, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, int64, type NumbaType, tupleOf } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { LibraryFunction, TypingOutcome } from '../libraryFunction';
import { extentsOf, shapeNdim } from '../numpy/shapeArgument';
import { mismatch, params, typed } from '../outcome';
import { transposed, transposedType } from './attributes';
import { arrayType } from './parts';
import { isOmitted } from '../numpy/dtypeArgument';

/** `transpose` with and without axes, `swapaxes`, `moveaxis`: views with the dimensions in another order. */
export const transposeEntries: readonly LibraryFunction[] = [
  {
    name: 'array.transpose',
    type: ({ args: [array, ...axes] }) => typeTranspose(array, axes),
    lower: ({ args: [array, ...axes], result }, lowering) => lowerTranspose(lowering, array!, axes, result),
  },
  {
    name: 'numpy.transpose',
    params: params('a axes?'),
    type: ({ args: [array, axes] }) => typeTranspose(array, axes ? [axes] : []),
    lower: ({ args: [array, axes], result }, lowering) => lowerTranspose(lowering, array!, [axes], result),
  },
  {
    name: 'numpy.permute_dims',
    params: params('a axes?'),
    since: '0.60',
    type: ({ args: [array, axes] }) => typeTranspose(array, axes ? [axes] : []),
    lower: ({ args: [array, axes], result }, lowering) => lowerTranspose(lowering, array!, [axes], result),
  },
  {
    name: 'numpy.swapaxes',
    params: params('a axis1 axis2'),
    type: ({ args }) => typeTwoAxes(args),
    lower: ({ args, result }, lowering) => {
      const array = lowering.hold(args[0]!);
      const { ndim } = arrayType(array.type);
      const [one, other] = args.slice(1).map((axis) => normalAxis(lowering, axis!.parts[0]!, ndim));
      const axes = Array.from({ length: ndim }, (_, axis) =>
        select(eq(i64(axis), one!), other!, select(eq(i64(axis), other!), one!, i64(axis))),
      );
      return permuted(lowering, array, axes, arrayType(result));
    },
  },
  {
    name: 'numpy.moveaxis',
    params: params('a source destination'),
    since: '0.57',
    type: ({ args }) => typeTwoAxes(args),
    lower: ({ args, result }, lowering) => {
      const array = lowering.hold(args[0]!);
      const { ndim } = arrayType(array.type);
      const [from, to] = args.slice(1).map((axis) => normalAxis(lowering, axis!.parts[0]!, ndim));
      const axes = Array.from({ length: ndim }, (_, axis) => movedAxis(i64(axis), from!, to!));
      return permuted(lowering, array, axes, arrayType(result));
    },
  },
];

function typeTranspose(
  array: NumbaType | undefined,
  axes: readonly (NumbaType | undefined)[],
): TypingOutcome {
  if (array?.kind !== 'array') return mismatch();
  if (axes.length === 0 || (axes.length === 1 && isOmitted(axes[0]))) return typed(transposedType(array));
  const isTuple = axes.length === 1 && unliteral(axes[0]!).kind === 'tuple';
  const count = isTuple ? shapeNdim(axes[0]) : axes.every((axis) => shapeNdim(axis) === 1) ? axes.length : -1;
  if (count !== array.ndim) return mismatch('one axis for each dimension');
  if (axes.length === 1 && !isTuple) return typed(array, { args: [array, int64] });
  const wanted = isTuple ? [tupleOf(Array(count).fill(int64))] : axes.map(() => int64);
  return typed({ ...array, layout: 'A' }, { args: [array, ...wanted] });
}

function typeTwoAxes([array, one, other]: readonly (NumbaType | undefined)[]): TypingOutcome {
  const areAxes = [one, other].every((axis) => axis && unliteral(axis).kind === 'int');
  if (array?.kind !== 'array' || !areAxes) return mismatch();
  return typed({ ...array, layout: 'A' }, { args: [array, int64, int64] });
}

function lowerTranspose(
  lowering: Lowering,
  array: Value,
  axes: readonly (Value | undefined)[],
  result: NumbaType,
): Value {
  const held = lowering.hold(array);
  const { ndim } = arrayType(held.type);
  const given = axes.flatMap((axis) => (isOmitted(axis?.type) ? [] : extentsOf(lowering, axis!)));
  if (given.length === 0) return transposed(lowering, held, result);
  return permuted(
    lowering,
    held,
    given.map((axis) => normalAxis(lowering, axis, ndim)),
    arrayType(result),
  );
}

/** An axis counted from the front; raises where the array has none such. */
export function normalAxis(lowering: Lowering, axis: Expression, ndim: number): Expression {
  const { ir } = lowering;
  const given = ir.hold(axis);
  const position = ir.hold(select(lt(given, i64(0)), add(given, i64(ndim)), given));
  const error = { name: 'ValueError', message: 'axis is out of bounds for array of given dimension' };
  ir.if(or(lt(position, i64(0)), ge(position, i64(ndim))), () => lowering.raise(error));
  return position;
}

function permuted(lowering: Lowering, array: Value, axes: readonly Expression[], type: ArrayType): Value {
  checkDistinct(lowering, axes);
  const pick = (from: readonly Expression[], axis: Expression): Expression =>
    lowering.ir.hold(
      from.reduce((chosen, each, k) => (k === 0 ? each : select(eq(axis, i64(k)), each, chosen))),
    );
  const held = axes.map((axis) => lowering.ir.hold(axis));
  return lowering.arrayView(type, {
    meminfo: lowering.arrayMeminfo(array),
    data: lowering.arrayData(array),
    shape: held.map((axis) => pick(lowering.arrayShape(array), axis)),
    strides: held.map((axis) => pick(lowering.arrayStrides(array), axis)),
  });
}

function checkDistinct(lowering: Lowering, axes: readonly Expression[]): void {
  const error = { name: 'ValueError', message: 'repeated axis in transpose' };
  axes.forEach((axis, i) => {
    for (const other of axes.slice(i + 1)) lowering.ir.if(eq(axis, other), () => lowering.raise(error));
  });
}

// Which dimension stands at `axis` after one was taken from `from` to `to`.
function movedAxis(axis: Expression, from: Expression, to: Expression): Expression {
  const forward = and(ge(axis, from), lt(axis, to));
  const backward = and(not(lt(axis, add(to, i64(1)))), lt(axis, add(from, i64(1))));
  const shifted = select(forward, add(axis, i64(1)), select(backward, add(axis, i64(-1)), axis));
  return select(eq(axis, to), from, shifted);
}
