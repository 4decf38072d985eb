import type { TextRange } from '@jitsight/shared/source/range';
import type { BinaryOperator, Expression, Statement } from '../ast';
import type { RawNode } from '../rawTree';
import { addProblem, type Conversion, errorExpression, fieldOf, rangeOf } from './conversion';
import { convertExpression } from './expressions';

/** `a = b = value`, which the grammar nests to the right, and `x: int = 3`. */
export function convertAssignment(conversion: Conversion, node: RawNode, range: TextRange): Statement {
  const targets: Expression[] = [];
  let rest = node;
  for (;;) {
    const left = fieldOf(rest, 'left');
    const right = fieldOf(rest, 'right');
    const target = left ? convertExpression(conversion, left) : errorExpression(rangeOf(rest));
    const type = fieldOf(rest, 'type');
    if (type && rest === node) {
      const value = right && convertExpression(conversion, right);
      const annotation = convertExpression(conversion, type);
      return { kind: 'AnnAssign', range, target, annotation, ...(value && { value }) };
    }
    if (type) addProblem(conversion, rangeOf(type), 'only a single target can be annotated');
    targets.push(target);
    if (right?.type === 'assignment' && targets.length < maxTargets) {
      rest = right;
      continue;
    }
    // An error between target and value may have swallowed part of the value.
    const damaged = rest.children.some((child) => child.type === 'ERROR');
    const value =
      right && !damaged ? convertExpression(conversion, right) : errorExpression(rangeOf(right ?? rest));
    return { kind: 'Assign', range, targets, value };
  }
}

const maxTargets = 1000;

export function convertAugmented(conversion: Conversion, node: RawNode, range: TextRange): Statement {
  const left = fieldOf(node, 'left');
  const right = fieldOf(node, 'right');
  const op = fieldOf(node, 'operator')?.type.slice(0, -1) as BinaryOperator | undefined;
  if (!left || !op) return { kind: 'ErrorStatement', range };
  return {
    kind: 'AugAssign',
    range,
    target: convertExpression(conversion, left),
    op,
    value: right ? convertExpression(conversion, right) : errorExpression(rangeOf(node)),
  };
}
