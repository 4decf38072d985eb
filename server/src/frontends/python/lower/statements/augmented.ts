import type { AugAssign, Expression } from '../../parse/ast';
import type { Body } from '../body';
import { putAway } from '../expressions/arguments';
import { lowerExpression } from '../expressions/lowerExpression';
import { lowerResolution } from '../expressions/resolved';
import { assignTarget } from './assign';

/** `target op= value`: the target's own expressions are evaluated once. */
export function lowerAugAssign(body: Body, node: AugAssign): void {
  const resolution = body.typed.resolutions.get(node);
  if (!resolution) body.lowering.notLowered('this assignment is not compiled yet');
  const operands = targetOperands(node.target);
  for (const operand of operands) {
    if (isStill(operand)) continue;
    body.pinned.set(operand, putAway(body, lowerExpression(body, operand)));
  }
  assignTarget(body, node.target, lowerResolution(body, resolution));
  for (const operand of operands) body.pinned.delete(operand);
}

/** The container and the index of `a[i, j]`, the object of `a.b`. */
function targetOperands(target: Expression): Expression[] {
  if (target.kind === 'Attribute') return [target.value];
  if (target.kind !== 'Subscript') return [];
  return [target.value, ...indexOperands(target.index)];
}

function indexOperands(index: Expression): Expression[] {
  if (index.kind === 'Tuple') return index.elements.flatMap(indexOperands);
  if (index.kind === 'Slice') {
    return [index.lower, index.upper, index.step].filter((bound) => bound !== undefined);
  }
  return [index];
}

/** Evaluating it again gives the same and costs nothing. */
function isStill(node: Expression): boolean {
  return node.kind === 'Name' || node.kind === 'Constant';
}
