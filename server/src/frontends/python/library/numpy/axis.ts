import { add, convert, eq, ge, i64, lt, mul, or, select } from '@jitsight/shared/ir/expressions';
import type { Expression, RaisedError } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { type ArrayType, arrayOf } from '../../types/numbaType';

/** An axis counted from the front, 0 <= axis < ndim; raises `error` for one out of range. */
export function checkedAxis(lowering: Lowering, axis: Value, ndim: number, error: RaisedError): Expression {
  const { ir } = lowering;
  const given = ir.hold(axis.parts[0]!, 'axis');
  if (given.op === 'const') {
    const known = BigInt(given.value);
    const counted = known < 0n ? known + BigInt(ndim) : known;
    if (counted >= 0n && counted < BigInt(ndim)) return i64(counted);
  }
  const wrong = or(lt(given, i64(-ndim)), ge(given, i64(ndim)));
  ir.if(wrong, () => lowering.raise(error, [given]));
  return ir.hold(select(lt(given, i64(0)), add(given, i64(ndim)), given), 'axis');
}

/** One value per axis, without that of `axis`. */
export function withoutAxis(parts: readonly Expression[], axis: Expression): Expression[] {
  return parts.slice(1).map((part, k) => choose(lt(i64(k), axis), parts[k]!, part));
}

/** The value of `axis` itself. */
export function atAxis(parts: readonly Expression[], axis: Expression): Expression {
  return parts.reduce((chosen, part, k) => (k === 0 ? part : choose(eq(axis, i64(k)), part, chosen)));
}

/** Inserts `value` so that it stands at `axis`. */
export function insertedAt(parts: readonly Expression[], axis: Expression, value: Expression): Expression[] {
  return Array.from({ length: parts.length + 1 }, (_, k) => {
    const before = parts[k] ?? value;
    const after = parts[k - 1] ?? value;
    return choose(eq(axis, i64(k)), value, choose(lt(i64(k), axis), before, after));
  });
}

// Decided here where the axis is a constant, so that no code is left of it.
function choose(condition: Expression, yes: Expression, no: Expression): Expression {
  if (condition.op === 'eq' || condition.op === 'lt') {
    const { left, right } = condition;
    if (left.op === 'const' && right.op === 'const') {
      const holds = condition.op === 'eq' ? left.value === right.value : left.value < right.value;
      return holds ? yes : no;
    }
  }
  return select(condition, yes, no);
}

/**
 * Runs `body` for every line of the array along `axis`: a 1-d view of layout A, and the indices of the line among
 * the other axes.
 */
export function forEachLine(
  lowering: Lowering,
  array: Value,
  axis: Expression,
  body: (line: Value, indices: readonly Expression[]) => void,
): void {
  const { ir } = lowering;
  const held = lowering.hold(array);
  const shape = lowering.arrayShape(held);
  const strides = lowering.arrayStrides(held);
  const length = ir.hold(atAxis(shape, axis), 'length');
  const stride = ir.hold(atAxis(strides, axis), 'stride');
  const outer = withoutAxis(strides, axis).map((part) => ir.hold(part, 'stride'));
  const type: ArrayType = { ...arrayOf((held.type as ArrayType).dtype, 1, 'A') };
  lowering.forEachIndex(withoutAxis(shape, axis), (indices) => {
    const offset = indices.map((index, k) => mul(index, outer[k]!)).reduce(add, i64(0));
    const line = lowering.arrayView(type, {
      meminfo: lowering.arrayMeminfo(held),
      data: ir.hold(add(lowering.arrayData(held), convert(offset, 'ptr')), 'line'),
      shape: [length],
      strides: [stride],
    });
    body(line, indices);
  });
}
