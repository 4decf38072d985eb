import type { For, While } from '../../parse/ast';
import { at, decision, type FlowBuilder, jump, newBlock, place } from './flowBuilder';
import { flowCondition } from './flowConditions';
import { flowExpression } from './flowExpressions';
import { connect, type FlowBlock } from './flowGraph';
import { flowBody } from './flowStatements';
import { flowTarget } from './flowTargets';

export function flowFor(b: FlowBuilder, node: For): void {
  flowExpression(b, node.iter);
  const after = newBlock(b);
  const exhausted = node.orelse.length > 0 ? newBlock(b) : after;
  const header = { ...newBlock(b), inLoop: true };
  jump(b, header, { kind: 'loopEntry', node });
  place(b, header);
  at(b, node.iter);
  b.loops.push({ next: header, done: after });
  const body = newBlock(b);
  if (b.current) {
    connect(b.current, body);
    connect(b.current, exhausted, exhausted === after ? { kind: 'loopExhausted', node } : undefined);
  }
  b.current = undefined;
  place(b, body);
  flowTarget(b, node.target);
  flowBody(b, node.body);
  jump(b, header, { kind: 'loopBack', node }, 'artificial');
  b.loops.pop();
  flowElse(b, node, exhausted, after);
}

export function flowWhile(b: FlowBuilder, node: While): void {
  const after = newBlock(b);
  const exhausted = node.orelse.length > 0 ? newBlock(b) : after;
  const header = { ...newBlock(b), inLoop: true };
  jump(b, header, { kind: 'loopEntry', node });
  place(b, header);
  b.loops.push({ next: header, done: after });
  const body = newBlock(b);
  const leave = {
    block: exhausted,
    label: exhausted === after ? ({ kind: 'loopExhausted', node } as const) : undefined,
  };
  const endless = isEndless(b, node);
  b.entersLoop = b.mode === 'bytecode';
  if (endless) jump(b, body);
  else flowCondition(b, node.test, { block: body }, leave);
  b.entersLoop = false;
  place(b, body);
  flowBody(b, node.body);
  if (b.mode === 'bytecode' && !endless) flowCondition(b, node.test, { block: body }, leave);
  else jump(b, header, { kind: 'loopBack', node }, 'artificial');
  b.loops.pop();
  flowElse(b, node, exhausted, after);
}

const isEndless = (b: FlowBuilder, node: While): boolean =>
  node.test.kind === 'Constant' && decision(b, node.test) === true;

function flowElse(b: FlowBuilder, node: For | While, exhausted: FlowBlock, after: FlowBlock): void {
  if (exhausted !== after) {
    place(b, exhausted);
    flowBody(b, node.orelse);
    jump(b, after, { kind: 'loopExhausted', node });
  }
  place(b, after);
}
