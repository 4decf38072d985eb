import type { If, Match, Statement, Try } from '../../parse/ast';
import { at, defineSymbol, type FlowBuilder, jump, newBlock, place, use } from './flowBuilder';
import { flowCondition } from './flowConditions';
import { flowExpression } from './flowExpressions';
import { connect } from './flowGraph';
import { flowFor, flowWhile } from './flowLoops';
import { flowTarget } from './flowTargets';

export function flowBody(b: FlowBuilder, body: readonly Statement[]): void {
  for (const statement of body) {
    if (!b.current) return;
    b.reached.add(statement);
    flowStatement(b, statement);
  }
}

function flowStatement(b: FlowBuilder, node: Statement): void {
  if (node.kind !== 'While' && node.kind !== 'Pass' && node.kind !== 'Try') at(b, node);
  switch (node.kind) {
    case 'Assign':
      flowExpression(b, node.value);
      for (const target of node.targets) flowTarget(b, target);
      return;
    case 'AnnAssign':
      if (!node.value) return;
      flowExpression(b, node.value);
      flowTarget(b, node.target);
      return;
    case 'AugAssign':
      if (node.target.kind === 'Name') use(b, node.target);
      flowExpression(b, node.value);
      flowTarget(b, node.target);
      return;
    case 'If':
      flowIf(b, node);
      return;
    case 'For':
      flowFor(b, node);
      return;
    case 'While':
      flowWhile(b, node);
      return;
    case 'Break':
    case 'Continue': {
      const loop = b.loops.at(-1);
      if (node.kind === 'Break' && loop) jump(b, loop.done, { kind: 'break', node });
      else if (loop) jump(b, loop.next, { kind: 'continue', node });
      return;
    }
    default:
      flowSimple(b, node);
  }
}

function flowSimple(b: FlowBuilder, node: Statement): void {
  switch (node.kind) {
    case 'Return':
      if (node.value) flowExpression(b, node.value);
      b.current = undefined;
      return;
    case 'Raise':
      if (node.exception) flowExpression(b, node.exception);
      if (node.cause) flowExpression(b, node.cause);
      b.current = undefined;
      return;
    case 'ExpressionStatement':
      flowExpression(b, node.value);
      return;
    case 'Assert': {
      const [holds, fails] = [newBlock(b), newBlock(b)];
      flowCondition(b, node.test, { block: holds }, { block: fails });
      place(b, fails);
      if (node.message) flowExpression(b, node.message);
      b.current = undefined;
      place(b, holds);
      return;
    }
    case 'Delete':
      for (const target of node.targets) if (target.kind !== 'Name') flowTarget(b, target);
      return;
    case 'With':
      for (const item of node.items) {
        flowExpression(b, item.context);
        if (item.target) flowTarget(b, item.target);
      }
      flowBody(b, node.body);
      return;
    case 'Try':
      flowTry(b, node);
      return;
    case 'Match':
      flowMatch(b, node);
      return;
    case 'FunctionDef':
      for (const param of node.params) if (param.default) flowExpression(b, param.default);
      return;
  }
}

function flowIf(b: FlowBuilder, node: If): void {
  const [body, after] = [newBlock(b), newBlock(b)];
  const hasElse = node.orelse.length > 0;
  const orelse = hasElse ? newBlock(b) : after;
  const label = hasElse ? undefined : ({ kind: 'elseEnd', node } as const);
  flowCondition(b, node.test, { block: body }, { block: orelse, label });
  place(b, body);
  flowBody(b, node.body);
  jump(b, after, { kind: 'thenEnd', node }, true);
  if (hasElse) {
    place(b, orelse);
    flowBody(b, node.orelse);
    jump(b, after, { kind: 'elseEnd', node }, true);
  }
  place(b, after);
}

// An exception can leave the body after any assignment, so the handlers see every version.
function flowTry(b: FlowBuilder, node: Try): void {
  const after = newBlock(b);
  if (node.handlers.length === 0) {
    flowBody(b, node.body);
    flowBody(b, node.finalbody);
    return;
  }
  const handler = newBlock(b);
  const body = newBlock(b);
  if (b.current) {
    connect(b.current, handler, { kind: 'tryPoint', node });
    jump(b, body);
  }
  b.handlers.push(handler);
  place(b, body);
  flowBody(b, node.body);
  b.handlers.pop();
  flowBody(b, node.orelse);
  jump(b, after, { kind: 'tryEnd', node });
  place(b, handler);
  for (const [i, clause] of node.handlers.entries()) {
    const entry = b.current;
    if (!entry) break;
    entry.leader ??= clause;
    const [caught, next] = [newBlock(b), newBlock(b)];
    connect(entry, caught);
    if (i < node.handlers.length - 1) connect(entry, next);
    b.current = undefined;
    place(b, caught);
    flowBody(b, clause.body);
    jump(b, after, { kind: 'handlerEnd', node: clause });
    place(b, next);
  }
  b.current = undefined;
  place(b, after);
  flowBody(b, node.finalbody);
}

function flowMatch(b: FlowBuilder, node: Match): void {
  flowExpression(b, node.subject);
  const after = newBlock(b);
  for (const clause of node.cases) {
    if (!b.current) break;
    const [body, next] = [newBlock(b), newBlock(b)];
    connect(b.current, body);
    connect(b.current, next);
    b.current = undefined;
    place(b, body);
    if (clause.guard) flowExpression(b, clause.guard);
    flowBody(b, clause.body);
    jump(b, after);
    place(b, next);
  }
  jump(b, after);
  place(b, after);
}

/** Parameters are assigned on entry. */
export function flowParameters(b: FlowBuilder): void {
  const scope = b.module.scopes.get(b.fn);
  for (const param of b.fn.params) {
    const symbol = scope?.symbols.get(param.name);
    if (symbol) defineSymbol(b, symbol, param, undefined);
  }
}
