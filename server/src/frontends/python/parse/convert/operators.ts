import type { BinaryOperator, BoolOp, CompareOperator, Expression } from '../ast';
import type { RawNode } from '../rawTree';
import { addProblem, type Conversion, errorExpression, fieldOf, rangeOf, textOf } from './conversion';
import { convertExpression } from './expressions';

export function convertBinary(conversion: Conversion, node: RawNode): Expression {
  const op = fieldOf(node, 'operator');
  if (!op) return errorExpression(rangeOf(node));
  return {
    kind: 'BinOp',
    range: rangeOf(node),
    left: operand(conversion, node, 'left'),
    op: op.type as BinaryOperator,
    right: operand(conversion, node, 'right'),
  };
}

export function convertUnary(conversion: Conversion, node: RawNode): Expression {
  const op = node.type === 'not_operator' ? 'not' : (fieldOf(node, 'operator')?.type as '-' | '+' | '~');
  return { kind: 'UnaryOp', range: rangeOf(node), op, operand: operand(conversion, node, 'argument') };
}

/** `a and b and c` is one BoolOp of three values, as in CPython; parentheses keep theirs apart. */
export function convertBoolean(conversion: Conversion, node: RawNode): BoolOp {
  const op = fieldOf(node, 'operator')?.type === 'or' ? 'or' : 'and';
  const values: Expression[] = [];
  let rest = node;
  for (;;) {
    values.push(operand(conversion, rest, 'right'));
    const left = fieldOf(rest, 'left');
    if (left?.type !== 'boolean_operator' || fieldOf(left, 'operator')?.type !== op) {
      values.push(left ? convertExpression(conversion, left) : errorExpression(rangeOf(rest)));
      break;
    }
    rest = left;
  }
  return { kind: 'BoolOp', range: rangeOf(node), op, values: values.reverse() };
}

export function convertComparison(conversion: Conversion, node: RawNode): Expression {
  const operands: Expression[] = [];
  const ops: CompareOperator[] = [];
  for (const child of node.children) {
    if (child.field === 'operators') {
      if (child.type === '<>') addProblem(conversion, rangeOf(child), "Python 3 writes '<>' as '!='");
      ops.push(
        child.type === '<>' ? '!=' : (textOf(conversion, child).split(/\s+/).join(' ') as CompareOperator),
      );
    } else if (child.named) operands.push(convertExpression(conversion, child));
  }
  const left = operands.shift();
  if (!left || operands.length !== ops.length) return errorExpression(rangeOf(node));
  return { kind: 'Compare', range: rangeOf(node), left, ops, comparators: operands };
}

function operand(conversion: Conversion, node: RawNode, field: string): Expression {
  const child = fieldOf(node, field);
  return child ? convertExpression(conversion, child) : errorExpression(rangeOf(node));
}
