import { localExpression } from '../../ir/expressions';
import type { Expression, Statement } from '../../ir/nodes';
import type { ScalarType } from '../../ir/scalarType';
import { mapBlocks, mapExpressions, rewriteExpression } from '../rewrite';

/**
 * A local of its own for every value that the body, outside of branches and loops, gives to one of the locals: what is
 * known of one value then does not suffer from another.
 */
export function splitLocals(
  body: readonly Statement[],
  locals: { has(name: string): boolean },
  make: (name: string, type: ScalarType) => string,
): readonly Statement[] {
  const sets = body.flatMap((one) => (one.op === 'set' && locals.has(one.local) ? [one.local] : []));
  const again = new Set(sets.filter((name, i) => sets.indexOf(name) !== i));
  if (again.size === 0) return body;
  const current = new Map<string, string>();
  const take = (one: Expression): Expression => {
    const name = one.op === 'local' ? current.get(one.name) : undefined;
    return name ? localExpression(name, one.type) : one;
  };
  const rename = (statement: Statement): Statement => {
    const mapped = mapBlocks(
      mapExpressions(statement, (expression) => rewriteExpression(expression, take)),
      (inner) => inner.map(rename),
    );
    const name = mapped.op === 'set' ? current.get(mapped.local) : undefined;
    return name && mapped.op === 'set' ? { ...mapped, local: name } : mapped;
  };
  const open = new Set<string>();
  return body.map((statement) => {
    if (statement.op !== 'set' || !again.has(statement.local)) return rename(statement);
    const { local } = statement;
    const value = rewriteExpression(statement.value, take);
    if (open.has(local)) current.set(local, make(local, value.type));
    open.add(local);
    return { ...statement, local: current.get(local) ?? local, value };
  });
}
