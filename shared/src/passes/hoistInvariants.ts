import type {
  Expression,
  ForStatement,
  FunctionIR,
  LocalExpression,
  LoopStatement,
  Statement,
} from '../ir/nodes';
import { everyChild, forEachStatement } from '../ir/walk';
import { FreshLocals } from './freshLocals';
import { isPureItself } from './purity';
import {
  assignedLocals,
  mapBlocks,
  mapExpressions,
  mapList,
  mapOperands,
  rewriteExpression,
} from './rewrite';
import { expressionKey } from './sameExpression';

/**
 * Loop-invariant code motion: pure expressions whose locals a loop does not assign are computed once before it.
 * V8 hoists neither integer arithmetic nor address computations. What is then computed of a local that the loop sets to
 * such a value is invariant too.
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
  const { names: assigned, once } = assignments(loop);
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
  return mapBlocks(loop, (body) => replaceIn(body, new Map(), once, hoist));
}

/** Locals that the loop assigns, and those of them that one statement of it assigns alone. */
function assignments(loop: Statement): { names: ReadonlySet<string>; once: ReadonlySet<string> } {
  const once = new Set<string>();
  const again = new Set<string>();
  forEachStatement([loop], (one) => {
    if (one.op !== 'set') return;
    if (once.has(one.local)) again.add(one.local);
    once.add(one.local);
  });
  const names = assignedLocals([loop]);
  forEachStatement([loop], (one) => {
    if (one.op === 'callMany') for (const local of one.results) again.add(local);
    if (one.op === 'for') again.add(one.index);
  });
  for (const local of again) once.delete(local);
  return { names, once };
}

/** `settled`: what locals hold that the loop sets to what it leaves alone, from there to the end of the block. */
function replaceIn(
  body: readonly Statement[],
  settled: ReadonlyMap<string, Expression>,
  once: ReadonlySet<string>,
  hoist: (expression: Expression) => Expression,
): readonly Statement[] {
  const values = new Map(settled);
  const change = (expression: Expression): Expression =>
    hoist(
      values.size === 0
        ? expression
        : rewriteExpression(expression, (one) => (one.op === 'local' && values.get(one.name)) || one),
    );
  return mapList(body, (statement) => {
    const next = mapExpressions(statement, change);
    if (next.op === 'set' && next !== statement && next.value.op === 'local' && once.has(next.local))
      values.set(next.local, next.value);
    return mapBlocks(next, (inner) => replaceIn(inner, values, once, hoist));
  });
}

/** Constants, locals and conversions of them cost nothing where they stand. */
function isWorthHoisting(expression: Expression): boolean {
  if (expression.op === 'const' || expression.op === 'local' || expression.op === 'dataAddress') return false;
  return !(expression.op === 'convert' && expression.value.op === 'const');
}
