import { convert } from '@jitsight/shared/ir/expressions';
import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering, Value } from '../../lower/lowering';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { membersOf } from '../array/parts';

/** The number of dimensions of a shape argument: an integer or a tuple of integers; undefined for anything else. */
export function shapeNdim(type: NumbaType | undefined): number | undefined {
  const shape = type && unliteral(type);
  if (shape?.kind === 'int') return 1;
  if (shape?.kind !== 'tuple') return undefined;
  return shape.elements.every((each) => each.kind === 'int') ? shape.elements.length : undefined;
}

/** The extents of a shape argument, as i64. */
export function extentsOf(lowering: Lowering, shape: Value): Expression[] {
  return membersOf(lowering, shape).map((extent) =>
    lowering.ir.hold(convert(extent.parts[0]!, 'i64'), 'extent'),
  );
}
