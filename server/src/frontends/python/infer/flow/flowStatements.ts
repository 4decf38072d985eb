import type { If, Match, Statement } from '../../parse/ast';
import { at, defineSymbol, type FlowBuilder, jump, newBlock, place, use } from './flowBuilder';
import { flowCondition } from './flowConditions';
import { flowExpression } from './flowExpressions';
import { connect } from './flowGraph';
import { flowFor, flowWhile } from './flowLoops';
import { flowTarget } from './flowTargets';
import { flowTry } from './flowTry';

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
      if (node.kind === 'Break' && loop) jump(b, loop.done, { kind: 'break', node }, 'jumps');
      else if (loop) jump(b, loop.next, { kind: 'continue', node }, 'jumps');
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
      flowTry(b, node, flowBody);
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
  jump(b, after, { kind: 'thenEnd', node }, hasElse ? 'artificial' : 'falls');
  if (hasElse) {
    place(b, orelse);
    flowBody(b, node.orelse);
    jump(b, after, { kind: 'elseEnd', node });
  }
  place(b, after);
}

function flowMatch(b: FlowBuilder, node: Match): void {
  flowExpression(b, node.subject);
  const after = newBlock(b);
  for (const clause of node.cases) {
    if (!b.current) break;
    const [body, next] = [newBlock(b), newBlock(b)];
    connect(b.current, body);
    const always = !clause.guard && /^[A-Za-z_]\w*$/.test(b.module.file.slice(clause.pattern));
    if (!always) connect(b.current, next);
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
