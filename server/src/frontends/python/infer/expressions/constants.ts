import type { Constant, Expression } from '../../parse/ast';
import { ellipsis, type NumbaType } from '../../types/numbaType';
import { evaluate, literalConstant } from '../globals/evaluate';
import { type Inference, report, sourceOf } from '../inference';

export function inferConstant(inf: Inference, node: Constant): NumbaType | undefined {
  if (node.value.type === 'Ellipsis') return ellipsis;
  const constant = literalConstant(node.value);
  if (!constant) {
    return report(inf, 'globals', node, {
      kind: 'untyped-global',
      subject: sourceOf(inf, node),
      what: 'an integer of more than 64 bits',
    });
  }
  inf.round.resolutions.set(node, { kind: 'constant', value: constant.value, result: constant.type });
  return constant.type;
}

/** CPython computes operations on literals when it compiles: `60 * 60` is the constant 3600. */
export function foldLiterals(inf: Inference, node: Expression): NumbaType | undefined {
  if (!isLiteral(node)) return undefined;
  const constant = evaluate(node, { name: () => undefined, qualifiedName: () => undefined });
  if (!constant || constant.value.kind === 'tuple') return undefined;
  inf.round.resolutions.set(node, { kind: 'constant', value: constant.value, result: constant.type });
  return constant.type;
}

function isText(node: Expression): boolean {
  return node.kind === 'Constant' && (node.value.type === 'str' || node.value.type === 'bytes');
}

function isLiteral(node: Expression): boolean {
  switch (node.kind) {
    case 'Constant':
      return true;
    case 'UnaryOp':
      return isLiteral(node.operand);
    case 'BinOp':
      return isLiteral(node.left) && isLiteral(node.right);
    case 'Subscript':
      return isText(node.value) && isLiteral(node.index);
    default:
      return false;
  }
}
