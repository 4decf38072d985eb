import { bool, not } from '@jitsight/shared/ir/expressions';
import type { Resolution } from '../../infer/typedFunction';
import type { Compare, Expression } from '../../parse/ast';
import { boolean } from '../../types/numbaType';
import type { Body } from '../body';
import type { Value } from '../lowering';
import { putAway } from './arguments';
import { lowerExpression, typeOfNode } from './lowerExpression';
import { lowerResolution } from './resolved';

/** `a < b`, or a chain `a < b < c` that stops at the first comparison that fails and evaluates `b` once. */
export function lowerCompare(body: Body, node: Compare, defer: boolean): Value {
  const resolutions = body.typed.comparisons.get(node) ?? [];
  if (resolutions.length === 1) return compareOnce(body, node, resolutions[0]!, 0, defer);
  const { lowering } = body;
  const result = lowering.ir.local('bool', 'chain');
  const compareFrom = (index: number): void => {
    pin(body, node.comparators[index]!);
    const value = compareOnce(body, node, resolutions[index]!, index, false);
    lowering.ir.set(result, lowering.truth(value));
    if (index < resolutions.length - 1) lowering.ir.if(result, () => compareFrom(index + 1));
  };
  pin(body, node.left);
  compareFrom(0);
  for (const operand of [node.left, ...node.comparators]) body.pinned.delete(operand);
  return lowering.cast({ type: boolean, parts: [result] }, typeOfNode(body, node));
}

function pin(body: Body, operand: Expression): void {
  body.pinned.set(operand, putAway(body, lowerExpression(body, operand)));
}

function compareOnce(
  body: Body,
  node: Compare,
  resolution: Resolution,
  index: number,
  defer: boolean,
): Value {
  const value = lowerResolution(body, resolution, defer);
  const op = node.ops[index]!;
  if (op !== 'not in' && op !== 'is not') return value;
  const truth = body.lowering.truth(value);
  return { type: boolean, parts: [truth.op === 'const' ? bool(!truth.value) : not(truth)] };
}
