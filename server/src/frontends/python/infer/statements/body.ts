import type { Statement } from '../../parse/ast';
import { type Inference, reach } from '../inference';
import { inferCondition } from '../expressions/conditions';
import { inferExpression } from '../expressions/expression';
import { inferAnnotated, inferAssign, inferAugmented, inferDelete } from './assignments';
import { inferAssert, inferRaise, inferTry } from './exceptions';
import { inferFor } from './loops';
import { inferInnerFunction, inferMatch, inferReturn } from './simple';
import { inferWith } from './with';
import { unsupportedStatement } from '../syntax/unsupportedStatements';

/** Types the statements that can be reached. */
export function inferBody(inf: Inference, body: readonly Statement[]): void {
  for (const statement of body) {
    if (inf.ssa.reached.has(statement)) inferStatement(inf, statement);
  }
}

function inferStatement(inf: Inference, node: Statement): void {
  reach(inf, node);
  if (unsupportedStatement(inf, node)) return;
  switch (node.kind) {
    case 'Assign':
      inferAssign(inf, node);
      return;
    case 'AnnAssign':
      inferAnnotated(inf, node);
      return;
    case 'AugAssign':
      inferAugmented(inf, node);
      return;
    case 'Delete':
      inferDelete(inf, node);
      return;
    case 'Return':
      inferReturn(inf, node);
      return;
    case 'ExpressionStatement':
      inf.round.discarded.add(node.value);
      inferExpression(inf, node.value);
      return;
    case 'If':
      inferCondition(inf, node.test, node);
      if (inf.decided.get(node.test) !== false) inferBody(inf, node.body);
      if (inf.decided.get(node.test) !== true) inferBody(inf, node.orelse);
      return;
    case 'While':
      inferCondition(inf, node.test, node);
      if (inf.decided.get(node.test) !== false) inferBody(inf, node.body);
      inferBody(inf, node.orelse);
      return;
    case 'For':
      inferFor(inf, node);
      return;
    case 'FunctionDef':
      inferInnerFunction(inf, node);
      return;
    case 'Raise':
      inferRaise(inf, node);
      return;
    case 'Assert':
      inferAssert(inf, node);
      return;
    case 'Try':
      inferTry(inf, node, inferBody);
      return;
    case 'With':
      inferWith(inf, node, inferBody);
      return;
    case 'Match':
      inferMatch(inf, node, inferBody);
      return;
    default:
      return;
  }
}
