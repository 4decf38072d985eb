import { add, eq, i64, not, or, select } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import { compareVersions } from '../version';
import { countTrue, forEachTrue, planIndex, walkPlan } from './indexPlan';
import { isIndexArray } from './indexTypes';
import { arrayType } from './parts';

/** The copy that an index with arrays or a mask in it takes. */
export function takeAdvanced(
  lowering: Lowering,
  array: Value,
  members: readonly Value[],
  result: NumbaType,
): Value {
  const source = lowering.hold(array);
  const mask = onlyMask(source, members);
  if (mask) return takeMasked(lowering, source, lowering.hold(mask), result);
  const plan = planIndex(lowering, source, members);
  const out = lowering.newArray(arrayType(result), plan.shape);
  walkPlan(lowering, plan, (indices, at) => {
    lowering.storeElement(out, indices, lowering.loadElement(source, at));
  });
  return out;
}

/** `x[mask]` of one dimension needs no positions in between. */
function onlyMask(array: Value, members: readonly Value[]): Value | undefined {
  const [member, ...rest] = members;
  if (!member || rest.length > 0 || arrayType(array.type).ndim !== 1 || !isIndexArray(member.type))
    return undefined;
  return arrayType(member.type).dtype.kind === 'bool' ? member : undefined;
}

function takeMasked(lowering: Lowering, array: Value, mask: Value, result: NumbaType): Value {
  const { ir } = lowering;
  const out = lowering.newArray(arrayType(result), [countTrue(lowering, mask)]);
  const next = ir.local('i64', 'next');
  ir.set(next, i64(0));
  forEachTrue(lowering, mask, (index) => {
    lowering.storeElement(out, [next], lowering.loadElement(array, [index]));
    ir.set(next, add(next, i64(1)));
  });
  return out;
}

/** Stores a scalar, or an array that broadcasts to the indexed positions and does not overlap them. */
export function storeAdvanced(
  lowering: Lowering,
  array: Value,
  members: readonly Value[],
  value: Value,
): void {
  const target = lowering.hold(array);
  const stored = lowering.hold(value);
  const mask = stored.type.kind === 'array' ? undefined : onlyMask(target, members);
  if (mask) {
    const held = lowering.hold(mask);
    forEachTrue(lowering, held, (index) => lowering.storeElement(target, [index], stored));
    return;
  }
  const plan = planIndex(lowering, target, members);
  if (stored.type.kind === 'array') checkFits(lowering, stored, plan.shape);
  walkPlan(lowering, plan, (indices, at) => {
    const element = stored.type.kind === 'array' ? broadcastElement(lowering, stored, indices) : stored;
    lowering.storeElement(target, at, element);
  });
}

/** Raises unless every dimension of `value` is the target's or one; it may have more of them, all one. */
export function checkFits(lowering: Lowering, value: Value, shape: readonly Expression[]): void {
  const own = lowering.arrayShape(value);
  const missing = shape.length - own.length;
  own.forEach((extent, axis) => {
    const wanted = shape[axis + missing] ?? i64(1);
    const fits = or(eq(extent, wanted), eq(extent, i64(1)));
    lowering.ir.if(not(fits), () => raiseMisfit(lowering, shape, own));
  });
}

export function raiseMisfit(
  lowering: Lowering,
  target: readonly Expression[],
  source: readonly Expression[],
): void {
  const name = 'ValueError';
  if (compareVersions(lowering.numba, '0.57') < 0) {
    lowering.raise({ name, message: 'cannot assign slice from input of different size' });
    return;
  }
  const [wanted, given] = [placeholders(target.length, 0), placeholders(source.length, target.length)];
  const message = `cannot assign slice of shape ${wanted} from input of shape ${given}`;
  lowering.raise({ name, message }, [...target, ...source]);
}

function placeholders(count: number, from: number): string {
  const names = Array.from({ length: count }, (_, i) => `{${from + i}}`);
  return count === 1 ? `(${names[0]},)` : `(${names.join(', ')})`;
}

/** The element of `value` that stands at a position of the shape it broadcasts to. */
function broadcastElement(lowering: Lowering, value: Value, indices: readonly Expression[]): Value {
  const shape = lowering.arrayShape(value);
  const missing = indices.length - shape.length;
  const at = shape.map((extent, axis) => {
    const index = indices[axis + missing];
    return index ? select(eq(extent, i64(1)), i64(0), index) : i64(0);
  });
  return lowering.loadElement(value, at);
}
