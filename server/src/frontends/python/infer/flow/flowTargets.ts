import type { Expression } from '../../parse/ast';
import { define, type FlowBuilder } from './flowBuilder';
import { flowExpression } from './flowExpressions';

/** Assigns to a target: names are defined, the operands of subscripts and attributes evaluated. */
export function flowTarget(b: FlowBuilder, target: Expression): void {
  switch (target.kind) {
    case 'Name':
      define(b, target);
      return;
    case 'Tuple':
    case 'List':
      for (const element of target.elements) flowTarget(b, element);
      return;
    case 'Starred':
      flowTarget(b, target.value);
      return;
    case 'Subscript':
      flowExpression(b, target.value);
      flowExpression(b, target.index);
      return;
    case 'Attribute':
      flowExpression(b, target.value);
      return;
    default:
      return;
  }
}
