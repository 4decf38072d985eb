import { and, bool, eq, i64, ne } from '@jitsight/shared/ir/expressions';
import type { Expression, LocalExpression } from '@jitsight/shared/ir/nodes';
import { arrayShape, asArray, isArray } from './arrays';
import type { FunctionLowering } from './functionLowering';
import type { Value } from './lowering';

/** The shape several operands broadcast to; raises Numba's error where they do not. */
export function broadcastShape(lowering: FunctionLowering, operands: readonly Value[]): Expression[] {
  const arrays = operands.filter(isArray);
  const ndim = Math.max(0, ...arrays.map((array) => asArray(array).type.ndim));
  if (arrays.length === 1) return [...arrayShape(arrays[0]!)];
  const shape: LocalExpression[] = Array.from({ length: ndim }, () => lowering.ir.local('i64', 'extent'));
  const given = shape.map(() => false);
  operands.forEach((operand, position) => {
    if (!isArray(operand)) return;
    const missing = ndim - asArray(operand).type.ndim;
    arrayShape(operand).forEach((extent, axis) => {
      const target = shape[axis + missing]!;
      if (!given[axis + missing]) lowering.ir.set(target, extent);
      else widen(lowering, target, extent, position);
      given[axis + missing] = true;
    });
  });
  return shape;
}

function widen(
  lowering: FunctionLowering,
  target: LocalExpression,
  extent: Expression,
  position: number,
): void {
  const { ir } = lowering;
  ir.if(and(ne(extent, target), ne(extent, i64(1))), () => {
    ir.if(ne(target, i64(1)), () => raiseMismatch(lowering, position));
    ir.set(target, extent);
  });
}

/** Raises unless `operand` broadcasts to the fixed `shape` of an output array. */
export function checkBroadcastTo(
  lowering: FunctionLowering,
  operand: Value,
  shape: readonly Expression[],
  position: number,
): void {
  const missing = shape.length - asArray(operand).type.ndim;
  if (missing < 0) raiseMismatch(lowering, position);
  arrayShape(operand).forEach((extent, axis) => {
    const misfit = and(ne(extent, shape[axis + missing] ?? extent), ne(extent, i64(1)));
    lowering.ir.if(misfit, () => raiseMismatch(lowering, position));
  });
}

function raiseMismatch(lowering: FunctionLowering, position: number): void {
  lowering.raise({
    name: 'ValueError',
    message: `unable to broadcast argument ${position} to output array`,
  });
}

/** Whether all arrays have exactly this shape: known when compiling (`true`), or an expression. */
export function sameShape(arrays: readonly Value[], shape: readonly Expression[]): Expression | true {
  const tests = arrays.flatMap((array) =>
    arrayShape(array).flatMap((extent, axis) => {
      const wanted = shape[axis]!;
      return isSameExpression(extent, wanted) ? [] : [eq(extent, wanted)];
    }),
  );
  if (tests.length === 0) return true;
  return tests.reduce((a, b) => and(a, b), bool(true));
}

function isSameExpression(a: Expression, b: Expression): boolean {
  if (a === b) return true;
  if (a.op === 'local') return b.op === 'local' && a.name === b.name;
  return a.op === 'const' && b.op === 'const' && a.value === b.value;
}
