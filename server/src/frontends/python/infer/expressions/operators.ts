import type { AstNode, BinOp, UnaryOp } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import { type Inference, report } from '../inference';
import { foldLiterals } from './constants';
import { inferExpression } from './expression';
import { binaryOperator, unaryOperators } from './operatorNames';

export function inferBinOp(inf: Inference, node: BinOp): NumbaType | undefined {
  const folded = foldLiterals(inf, node);
  if (folded) return folded;
  const left = inferExpression(inf, node.left);
  const right = inferExpression(inf, node.right);
  if (!left || !right) return undefined;
  const outcome = callLibrary(inf, binaryOperator(node.op), [
    expressionArgument(node.left, left),
    expressionArgument(node.right, right),
  ]);
  if (outcome.kind === 'typed') {
    inf.round.resolutions.set(node, outcome.resolution);
    return outcome.type;
  }
  return outcome.kind === 'pending' ? undefined : operatorProblem(inf, node, node.op, [left, right]);
}

export function inferUnaryOp(inf: Inference, node: UnaryOp): NumbaType | undefined {
  const folded = foldLiterals(inf, node);
  if (folded) return folded;
  const operand = inferExpression(inf, node.operand);
  if (!operand) return undefined;
  const outcome = callLibrary(inf, unaryOperators[node.op], [expressionArgument(node.operand, operand)]);
  if (outcome.kind === 'typed') {
    inf.round.resolutions.set(node, outcome.resolution);
    return outcome.type;
  }
  return outcome.kind === 'pending' ? undefined : operatorProblem(inf, node, node.op, [operand]);
}

export function operatorProblem(
  inf: Inference,
  node: AstNode,
  operator: string,
  types: readonly NumbaType[],
): undefined {
  return report(inf, 'typing', node, { kind: 'unsupported-operator', operator, types });
}
