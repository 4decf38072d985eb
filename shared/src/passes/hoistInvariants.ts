import { localExpression } from '../ir/expressions';
import type { Expression, FunctionIR, LocalIR, Statement } from '../ir/nodes';
import { expressionKey } from './sameExpression';
import { isPure, usesLocal } from './purity';
import { assignedLocals, mapBlocks, mapExpressions, mapOperands } from './rewrite';

/**
 * Loop-invariant code motion: pure expressions whose locals a loop does not assign are computed once before it.
 * V8 hoists neither integer arithmetic nor address computations.
 */
export function hoistInvariants(fn: FunctionIR): FunctionIR {
  const locals = [...fn.locals];
  const taken = new Set(locals.map((local) => local.name));
  const fresh = (value: Expression): string => {
    let i = 0;
    while (taken.has(`inv${i}`)) i++;
    taken.add(`inv${i}`);
    locals.push({ name: `inv${i}`, type: value.type } satisfies LocalIR);
    return `inv${i}`;
  };
  return { ...fn, body: hoistBody(fn.body, fresh), locals };
}

function hoistBody(body: readonly Statement[], fresh: (value: Expression) => string): readonly Statement[] {
  return body.flatMap((statement) => {
    // Outer loops first, so that what is invariant in both leaves both.
    if (statement.op !== 'for' && statement.op !== 'loop')
      return [mapBlocks(statement, (inner) => hoistBody(inner, fresh))];
    const assigned = assignedLocals(statement.body);
    if (statement.op === 'for') assigned.add(statement.index);
    const before: Statement[] = [];
    const known = new Map<string, string>();
    const hoist = (expression: Expression): Expression => {
      if (!isWorthHoisting(expression)) return expression;
      if (!isPure(expression) || usesLocal(expression, assigned)) return mapOperands(expression, hoist);
      const key = expressionKey(expression);
      let name = known.get(key);
      if (!name) {
        name = fresh(expression);
        known.set(key, name);
        before.push({
          op: 'set',
          local: name,
          value: expression,
          range: expression.range ?? statement.range,
        });
      }
      return localExpression(name, expression.type);
    };
    const loop = mapBlocks(statement, (inner) => replaceIn(inner, hoist));
    return [...before, mapBlocks(loop, (inner) => hoistBody(inner, fresh))];
  });
}

function replaceIn(
  body: readonly Statement[],
  hoist: (expression: Expression) => Expression,
): readonly Statement[] {
  return body.map((statement) =>
    mapBlocks(mapExpressions(statement, hoist), (inner) => replaceIn(inner, hoist)),
  );
}

/** Constants, locals and conversions of them cost nothing where they stand. */
function isWorthHoisting(expression: Expression): boolean {
  if (expression.op === 'const' || expression.op === 'local' || expression.op === 'dataAddress') return false;
  return !(expression.op === 'convert' && expression.value.op === 'const');
}
