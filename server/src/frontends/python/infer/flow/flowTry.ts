import type { Statement, Try } from '../../parse/ast';
import { type FlowBuilder, jump, newBlock, place } from './flowBuilder';
import { connect, type FlowBlock } from './flowGraph';

type FlowBody = (b: FlowBuilder, body: readonly Statement[]) => void;

/** An exception can leave the body after anything it does, so the handlers see every version. */
export function flowTry(b: FlowBuilder, node: Try, flowBody: FlowBody): void {
  const isFinal = node.finalbody.length > 0 && b.mode === 'bytecode';
  if (!isFinal) {
    const start = b.current;
    flowHandlers(b, node, flowBody);
    if (b.current || !start || node.finalbody.length === 0) flowBody(b, node.finalbody);
    else flowUnreached(b, node, start, flowBody);
    return;
  }
  // CPython has the final statements twice: after the body, and before an exception goes on.
  const after = newBlock(b);
  const cleanup = newBlock(b);
  b.handlers.push(cleanup);
  flowHandlers(b, node, flowBody);
  b.handlers.pop();
  if (b.current && cleanup.in.length === 0) connect(b.current, cleanup);
  flowBody(b, node.finalbody);
  jump(b, after);
  place(b, cleanup);
  flowBody(b, node.finalbody);
  b.current = undefined;
  place(b, after);
}

// Where nothing reaches the end of the statement, the final ones still run on the ways out of it.
function flowUnreached(b: FlowBuilder, node: Try, start: FlowBlock, flowBody: FlowBody): void {
  const cleanup = newBlock(b);
  connect(start, cleanup);
  place(b, cleanup);
  flowBody(b, node.finalbody);
  b.current = undefined;
}

function flowHandlers(b: FlowBuilder, node: Try, flowBody: FlowBody): void {
  if (node.handlers.length === 0) {
    flowBody(b, node.body);
    return;
  }
  const after = newBlock(b);
  const handler = newBlock(b);
  const body = newBlock(b);
  if (b.current) {
    // In bytecode the first statement runs before anything can be raised.
    if (b.mode === 'structured') connect(b.current, handler, { kind: 'tryPoint', node });
    jump(b, body);
  }
  b.handlers.push(handler);
  place(b, body);
  flowBody(b, node.body);
  b.handlers.pop();
  if (b.current && handler.in.length === 0) connect(b.current, handler);
  flowBody(b, node.orelse);
  jump(b, after, { kind: 'tryEnd', node }, 'jumps');
  place(b, handler);
  flowClauses(b, node, after, flowBody);
  b.current = undefined;
  place(b, after);
}

function flowClauses(b: FlowBuilder, node: Try, after: FlowBlock, flowBody: FlowBody): void {
  for (const [i, clause] of node.handlers.entries()) {
    const entry = b.current;
    if (!entry) return;
    entry.leader ??= clause;
    const [caught, next] = [newBlock(b), newBlock(b)];
    connect(entry, caught);
    if (i < node.handlers.length - 1) connect(entry, next);
    b.current = undefined;
    place(b, caught);
    flowBody(b, clause.body);
    jump(b, after, { kind: 'handlerEnd', node: clause }, 'jumps');
    place(b, next);
  }
}
