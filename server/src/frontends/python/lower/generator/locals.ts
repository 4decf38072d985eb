import type { Statement } from '@jitsight/shared/ir/nodes';
import { bodiesOf, forEachExpression, forEachStatement } from '@jitsight/shared/ir/walk';

/** Names of the locals that the statements read. */
export function localsRead(statements: readonly Statement[]): Set<string> {
  const names = new Set<string>();
  forEachExpression(statements, (expression) => {
    if (expression.op === 'local') names.add(expression.name);
  });
  return names;
}

/** Names of the locals that the statements read or set. */
export function localsIn(statements: readonly Statement[]): Set<string> {
  const names = localsRead(statements);
  forEachStatement(statements, (statement) => {
    if (statement.op === 'set') names.add(statement.local);
    if (statement.op === 'for') names.add(statement.index);
    if (statement.op === 'callMany') for (const local of statement.results) names.add(local);
  });
  return names;
}

/** The statements with each `continue` of a loop as a jump to the end of a block. */
export function continuesAsBreaks(
  statements: readonly Statement[],
  loop: string,
  block: string,
): readonly Statement[] {
  return statements.map((statement): Statement => {
    if (statement.op === 'continue') {
      return statement.label === loop ? { ...statement, op: 'break', label: block } : statement;
    }
    if (bodiesOf(statement).length === 0) return statement;
    const inner = (body: readonly Statement[]) => continuesAsBreaks(body, loop, block);
    switch (statement.op) {
      case 'if':
        return { ...statement, whenTrue: inner(statement.whenTrue), whenFalse: inner(statement.whenFalse) };
      case 'try':
        return { ...statement, body: inner(statement.body), handler: inner(statement.handler) };
      case 'loop':
      case 'for':
      case 'block':
        return { ...statement, body: inner(statement.body) };
      default:
        return statement;
    }
  });
}
