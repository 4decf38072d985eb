import type {
  Expression,
  ForStatement,
  FunctionIR,
  LocalExpression,
  LoopStatement,
  Statement,
} from '../ir/nodes';
import { everyChild } from '../ir/walk';
import { FreshLocals } from './freshLocals';
import { isPureItself } from './purity';
import { assignedLocals, mapBlocks, mapExpressions, mapList, mapOperands } from './rewrite';
import { expressionKey } from './sameExpression';

/**
 * Loop-invariant code motion: pure expressions whose locals a loop does not assign are computed once before it.
 * V8 hoists neither integer arithmetic nor address computations.
 */
export function hoistInvariants(fn: FunctionIR): FunctionIR {
  const locals = new FreshLocals(fn);
  return locals.finish(hoistBody(fn.body, locals));
}

function hoistBody(body: readonly Statement[], locals: FreshLocals): readonly Statement[] {
  let changed = false;
  const result = body.flatMap((statement): readonly Statement[] => {
    const inner = (one: Statement) => mapBlocks(one, (nested) => hoistBody(nested, locals));
    // Outer loops first, so that what is invariant in both leaves both.
    const isLoop = statement.op === 'for' || statement.op === 'loop';
    const before: Statement[] = [];
    const next = inner(isLoop ? hoistFrom(statement, before, locals) : statement);
    changed ||= next !== statement;
    return before.length > 0 ? [...before, next] : [next];
  });
  return changed ? result : body;
}

function hoistFrom(loop: ForStatement | LoopStatement, before: Statement[], locals: FreshLocals): Statement {
  const assigned = assignedLocals([loop]);
  const known = new Map<string, LocalExpression>();
  const stays = (one: Expression): boolean =>
    one.op === 'local' ? !assigned.has(one.name) : isPureItself(one) && everyChild(one, stays);
  const hoist = (expression: Expression): Expression => {
    if (!isWorthHoisting(expression)) return expression;
    if (!stays(expression)) return mapOperands(expression, hoist);
    const key = expressionKey(expression);
    let local = known.get(key);
    if (!local) {
      local = locals.make('inv', expression.type);
      known.set(key, local);
      const range = expression.range ?? loop.range;
      before.push({ op: 'set', local: local.name, value: expression, range });
    }
    return local;
  };
  return mapBlocks(loop, (body) => replaceIn(body, hoist));
}

function replaceIn(
  body: readonly Statement[],
  hoist: (expression: Expression) => Expression,
): readonly Statement[] {
  return mapList(body, (statement) =>
    mapBlocks(mapExpressions(statement, hoist), (inner) => replaceIn(inner, hoist)),
  );
}

/** Constants, locals and conversions of them cost nothing where they stand. */
function isWorthHoisting(expression: Expression): boolean {
  if (expression.op === 'const' || expression.op === 'local' || expression.op === 'dataAddress') return false;
  return !(expression.op === 'convert' && expression.value.op === 'const');
}
