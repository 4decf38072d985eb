import { gt, i64, select } from '@jitsight/shared/ir/expressions';
import type { Expression as IrExpression } from '@jitsight/shared/ir/nodes';
import type { Slice } from '../../parse/ast';
import { int64 } from '../../types/numbaType';
import type { Body } from '../body';
import type { Value } from '../lowering';
import { lowerExpression, typeOfNode } from './lowerExpression';

const largest = i64(2n ** 63n - 1n);
const smallest = i64(-(2n ** 63n));

/** `a:b:c` as `(start, stop, step)`, with Numba's values for what is left out. */
export function lowerSlice(body: Body, node: Slice): Value {
  const { lowering } = body;
  const given = [node.lower, node.upper, node.step].map((part) => part && lowerExpression(body, part));
  const step = lowering.holdPart(bound(body, given[2], i64(1)), 'step');
  const isUp = step.op === 'const' ? undefined : gt(step, i64(0));
  const byDirection = (up: IrExpression, down: IrExpression) => {
    if (isUp) return select(isUp, up, down);
    return step.op === 'const' && step.value < 0 ? down : up;
  };
  const start = bound(body, given[0], byDirection(i64(0), largest));
  const stop = bound(body, given[1], byDirection(largest, smallest));
  return { type: typeOfNode(body, node), parts: [start, stop, step] };
}

/** A bound that is left out, None, or an optional that holds None takes the default. */
function bound(body: Body, value: Value | undefined, missing: IrExpression): IrExpression {
  if (!value || value.type.kind === 'none') return missing;
  const { lowering } = body;
  if (value.type.kind !== 'optional') return lowering.cast(value, int64).parts[0]!;
  const [valid, ...parts] = lowering.hold(value).parts;
  const given = lowering.cast({ type: value.type.value, parts }, int64).parts[0]!;
  return select(valid!, given, missing);
}
