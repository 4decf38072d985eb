import type { Compare, Expression } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { unify } from '../../types/unify';
import { expressionArgument } from '../calls/argument';
import { callLibrary } from '../calls/libraryCall';
import type { Inference } from '../inference';
import type { Resolution } from '../typedFunction';
import { inferExpression } from './expression';
import { comparisonOperators } from './operatorNames';
import { operatorProblem } from './operators';

/** `a < b < c` compares pairwise; its value is the first false comparison or the last. */
export function inferCompare(inf: Inference, node: Compare): NumbaType | undefined {
  const operands: Expression[] = [node.left, ...node.comparators];
  const types: (NumbaType | undefined)[] = [];
  for (const operand of operands) types.push(inferExpression(inf, operand));
  const resolutions: Resolution[] = [];
  const results: NumbaType[] = [];
  for (const [i, op] of node.ops.entries()) {
    const [left, right] = [types[i], types[i + 1]];
    if (!left || !right) return undefined;
    const pair = [expressionArgument(operands[i]!, left), expressionArgument(operands[i + 1]!, right)];
    if (op === 'in' || op === 'not in') pair.reverse();
    const outcome = callLibrary(inf, comparisonOperators[op], pair);
    if (outcome.kind === 'pending') return undefined;
    if (outcome.kind !== 'typed') return operatorProblem(inf, node, op, [left, right]);
    resolutions.push(outcome.resolution);
    results.push(outcome.type);
  }
  inf.round.comparisons.set(node, resolutions);
  return unify(results);
}
