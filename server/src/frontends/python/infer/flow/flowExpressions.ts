import type { BoolOp, Call, Comprehension, Expression, IfExp } from '../../parse/ast';
import { closureNamed, freeVariables, owner } from '../variables';
import { children } from '../children';
import { flowCondition } from './flowConditions';
import { at, decision, define, type FlowBuilder, jump, newBlock, place, use } from './flowBuilder';
import { connect } from './flowGraph';
import { flowTarget } from './flowTargets';

/** Evaluates an expression for its value. */
export function flowExpression(b: FlowBuilder, node: Expression): void {
  if (!b.current) return;
  at(b, node);
  switch (node.kind) {
    case 'Name':
      noteCaptures(b, node);
      use(b, node);
      return;
    case 'NamedExpr':
      flowExpression(b, node.value);
      define(b, node.target);
      return;
    case 'BoolOp':
      flowBoolOp(b, node);
      return;
    case 'IfExp':
      flowIfExp(b, node);
      return;
    case 'Call':
      flowCall(b, node);
      return;
    case 'Lambda':
      for (const param of node.params) if (param.default) flowExpression(b, param.default);
      noteCaptures(b, node);
      return;
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      flowComprehension(b, node.generators, [node.element]);
      return;
    case 'DictComp':
      flowComprehension(b, node.generators, [node.key, node.value]);
      return;
    default:
      for (const child of children(node)) flowExpression(b, child as Expression);
  }
}

function flowCall(b: FlowBuilder, node: Call): void {
  const closure = closureNamed(b.module, node.func);
  if (!closure) flowExpression(b, node.func);
  // Inlined with the closure that they are handed to, closures take along what they capture.
  const handed = closure ? node.args.filter((arg) => closureNamed(b.module, arg)) : [];
  for (const arg of node.args) if (!handed.includes(arg)) flowExpression(b, arg);
  for (const keyword of node.keywords) flowExpression(b, keyword.value);
  for (const arg of handed) noteCaptures(b, arg);
  if (closure) noteCaptures(b, node.func);
}

function noteCaptures(b: FlowBuilder, expression: Expression): void {
  const closure = closureNamed(b.module, expression);
  if (!closure || !b.current) return;
  const uses = new Map<FreeVariable, object>();
  for (const symbol of freeVariables(b.module, closure.node)) {
    if (owner(symbol.scope) !== b.fn) continue;
    const key = { capture: symbol, at: expression };
    uses.set(symbol, key);
    b.current.events.push({ kind: 'use', symbol, key });
  }
  if (uses.size > 0) b.captures.set(expression, uses);
}

type FreeVariable = ReturnType<typeof freeVariables>[number];

// Operands after the first run only sometimes.
function flowBoolOp(b: FlowBuilder, node: BoolOp): void {
  const after = newBlock(b);
  const stops = node.op === 'or';
  for (const [i, operand] of node.values.entries()) {
    flowExpression(b, operand);
    if (!b.current) break;
    if (i === node.values.length - 1) break;
    const decided = decision(b, operand);
    if (decided === stops) {
      jump(b, after, { kind: 'elseEnd', node });
      break;
    }
    const next = newBlock(b);
    connect(b.current, next);
    if (decided === undefined) connect(b.current, after, { kind: 'elseEnd', node });
    b.current = undefined;
    place(b, next);
  }
  jump(b, after, { kind: 'thenEnd', node });
  place(b, after);
}

function flowIfExp(b: FlowBuilder, node: IfExp): void {
  const [whenTrue, whenFalse, after] = [newBlock(b), newBlock(b), newBlock(b)];
  flowCondition(b, node.test, { block: whenTrue }, { block: whenFalse });
  place(b, whenTrue);
  flowExpression(b, node.body);
  jump(b, after, { kind: 'thenEnd', node }, 'artificial');
  place(b, whenFalse);
  flowExpression(b, node.orelse);
  jump(b, after, { kind: 'elseEnd', node });
  place(b, after);
}

function flowComprehension(
  b: FlowBuilder,
  generators: readonly Comprehension[],
  element: readonly Expression[],
): void {
  const [clause, ...rest] = generators;
  if (!clause) {
    for (const part of element) flowExpression(b, part);
    return;
  }
  flowExpression(b, clause.iter);
  const after = newBlock(b);
  const header = { ...newBlock(b), inLoop: true };
  jump(b, header, { kind: 'loopEntry', node: clause });
  place(b, header);
  at(b, clause.iter);
  b.loops.push({ next: header, done: after });
  const body = newBlock(b);
  if (b.current) {
    connect(b.current, body);
    connect(b.current, after, { kind: 'loopExhausted', node: clause });
  }
  b.current = undefined;
  place(b, body);
  flowTarget(b, clause.target);
  for (const condition of clause.ifs) {
    const passed = newBlock(b);
    flowCondition(
      b,
      condition,
      { block: passed },
      { block: header, label: { kind: 'loopBack', node: clause } },
    );
    place(b, passed);
  }
  flowComprehension(b, rest, element);
  jump(b, header, { kind: 'loopBack', node: clause }, 'artificial');
  b.loops.pop();
  place(b, after);
}
