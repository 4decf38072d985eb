import { add, convert, i64, mul } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import { arrayType } from './parts';
import { runOf } from './slices';

export const outOfBounds = { name: 'IndexError', message: 'index is out of bounds' };

/** The position an integer index means: from the end if negative, checked where bounds are checked. */
export function positionOf(lowering: Lowering, index: Value, extent: Expression): Expression {
  const given = index.type.kind === 'array' ? lowering.loadElement(index, []) : index;
  return wrapped(lowering, given.parts[0]!, extent);
}

export function wrapped(lowering: Lowering, index: Expression, extent: Expression): Expression {
  const wide = convert(index, 'i64');
  const isSigned = index.type[0] === 'i';
  const isKnown = wide.op === 'const' && BigInt(wide.value) >= 0n;
  const position: Expression =
    isSigned && !isKnown ? { op: 'wrapIndex', type: 'i64', index: wide, length: extent } : wide;
  return lowering.ir.checkIndex(position, extent, outOfBounds, true);
}

/** What basic indices (integers, slices, an ellipsis, newaxis) show of an array. */
export interface View {
  readonly data: Expression;
  readonly shape: readonly Expression[];
  readonly strides: readonly Expression[];
}

/** All dimensions indexed by integers: the element's position. */
export function elementPosition(lowering: Lowering, array: Value, members: readonly Value[]): Expression[] {
  const shape = lowering.arrayShape(array);
  return members
    .filter((member) => member.type.kind !== 'ellipsis')
    .map((member, axis) => positionOf(lowering, member, shape[axis]!));
}

/** `array` is held: its parts are read several times. */
export function basicView(lowering: Lowering, array: Value, members: readonly Value[]): View {
  const extents = lowering.arrayShape(array);
  const steps = lowering.arrayStrides(array);
  const shape: Expression[] = [];
  const strides: Expression[] = [];
  let offset: Expression | undefined;
  let axis = 0;
  const skip = (position: Expression): void => {
    if (position.op === 'const' && BigInt(position.value) === 0n) return;
    const bytes = mul(position, steps[axis]!);
    offset = offset ? add(offset, bytes) : bytes;
  };
  const keep = (): void => {
    shape.push(extents[axis]!);
    strides.push(steps[axis]!);
    axis++;
  };
  const { ndim } = arrayType(array.type);
  const used = members.filter(usesAxis).length;
  for (const member of members) {
    if (member.type.kind === 'ellipsis') for (let i = used; i < ndim; i++) keep();
    else if (member.type.kind === 'none') {
      shape.push(i64(1));
      strides.push(i64(0));
    } else if (member.type.kind === 'slice') {
      const run = runOf(lowering, member, extents[axis]!);
      skip(run.start);
      shape.push(run.length);
      strides.push(isOne(run.step) ? steps[axis]! : lowering.ir.hold(mul(steps[axis]!, run.step), 'stride'));
      axis++;
    } else {
      skip(positionOf(lowering, member, extents[axis]!));
      axis++;
    }
  }
  while (axis < ndim) keep();
  const data = lowering.arrayData(array);
  return {
    data: offset ? lowering.ir.hold(add(data, convert(offset, 'ptr')), 'view') : data,
    shape,
    strides,
  };
}

export const usesAxis = (member: Value): boolean =>
  member.type.kind !== 'ellipsis' && member.type.kind !== 'none';

function isOne(step: Expression): boolean {
  return step.op === 'const' && BigInt(step.value) === 1n;
}
