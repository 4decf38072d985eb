import type { Expression, NamedExpr, Yield } from '../../parse/ast';
import { none, type NumbaType } from '../../types/numbaType';
import { type Inference, report } from '../inference';
import { assignTarget } from '../statements/targets';
import { inferExpression } from './expression';

export function inferNamedExpr(inf: Inference, node: NamedExpr): NumbaType | undefined {
  const type = inferExpression(inf, node.value);
  assignTarget(inf, node.target, type, node.value);
  // The parser's own, for the subject of a match.
  const isHidden = node.target.id.startsWith('.');
  if (!type || isHidden || node.value.kind === 'Name' || inf.round.discarded.has(node)) return type;
  // Numba renames the temporary that holds the value, and then does not find it where the expression goes on.
  return report(inf, 'variables', node, {
    kind: 'unsupported-syntax',
    construct: "Using the value of ':=' of anything else than a variable",
    reason: 'assign it in a statement of its own',
  });
}

export function inferYield(inf: Inference, node: Yield): NumbaType | undefined {
  if (inf.node.kind === 'Lambda') {
    return report(inf, 'ir', node, {
      kind: 'unsupported-syntax',
      construct: 'yield in a closure',
    });
  }
  const type = node.value ? inferExpression(inf, node.value) : none;
  if (type) inf.round.yields.push({ node, type });
  return none;
}

/** Expressions that Numba's bytecode analysis refuses. */
export function unsupportedExpression(inf: Inference, node: Expression): undefined {
  switch (node.kind) {
    case 'GeneratorExp':
      return report(inf, 'ir', node, {
        kind: 'unsupported-syntax',
        construct: 'A generator expression',
        reason: 'the use of yield in a closure is unsupported',
      });
    case 'Await':
      return report(inf, 'bytecode', node, {
        kind: 'unsupported-syntax',
        construct: "'await'",
        numbaOpcode: 'GET_AWAITABLE',
      });
    case 'YieldFrom':
      return report(inf, 'bytecode', node, {
        kind: 'unsupported-syntax',
        construct: "'yield from'",
        numbaOpcode: 'GET_YIELD_FROM_ITER',
      });
    case 'Starred':
      inferExpression(inf, node.value);
      return undefined;
    default:
      return undefined;
  }
}
