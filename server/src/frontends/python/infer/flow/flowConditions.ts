import type { BoolOp, Compare, Expression, IfExp } from '../../parse/ast';
import { at, decision, type FlowBuilder, lateDecision, newBlock, place } from './flowBuilder';
import { flowExpression } from './flowExpressions';
import { connect, type EdgeLabel, type FlowBlock } from './flowGraph';

export interface Goal {
  readonly block: FlowBlock;
  readonly label?: EdgeLabel;
}

/** Evaluates a test and goes one of two ways; nothing follows it directly. */
export function flowCondition(b: FlowBuilder, test: Expression, whenTrue: Goal, whenFalse: Goal): void {
  if (!b.current) return;
  if (b.mode === 'bytecode' && flowAsJumps(b, test, whenTrue, whenFalse)) return;
  const decided = decision(b, test);
  const late = lateDecision(b, test);
  if (decided === undefined || test.kind === 'BoolOp') flowExpression(b, test);
  else at(b, test);
  if (b.current) {
    if (decided !== false) connect(b.current, whenTrue.block, whenTrue.label, { dead: late === false });
    if (decided !== true) connect(b.current, whenFalse.block, whenFalse.label, { dead: late === true });
  }
  b.current = undefined;
}

/** CPython's compiler_jump_if: tests made of other tests become jumps and have no value. */
function flowAsJumps(b: FlowBuilder, test: Expression, whenTrue: Goal, whenFalse: Goal): boolean {
  switch (test.kind) {
    case 'UnaryOp':
      if (test.op !== 'not') return false;
      flowCondition(b, test.operand, whenFalse, whenTrue);
      return true;
    case 'BoolOp':
      flowBoolJumps(b, test, whenTrue, whenFalse);
      return true;
    case 'IfExp':
      flowIfExpJumps(b, test, whenTrue, whenFalse);
      return true;
    case 'Compare':
      if (test.ops.length < 2) return false;
      flowChainJumps(b, test, whenTrue, whenFalse);
      return true;
    default:
      return false;
  }
}

function flowBoolJumps(b: FlowBuilder, test: BoolOp, whenTrue: Goal, whenFalse: Goal): void {
  for (const [i, operand] of test.values.entries()) {
    if (i === test.values.length - 1) {
      flowCondition(b, operand, whenTrue, whenFalse);
      return;
    }
    const next = newBlock(b);
    if (test.op === 'and') flowCondition(b, operand, { block: next }, whenFalse);
    else flowCondition(b, operand, whenTrue, { block: next });
    place(b, next);
    if (!b.current) return;
  }
}

function flowIfExpJumps(b: FlowBuilder, test: IfExp, whenTrue: Goal, whenFalse: Goal): void {
  const [body, orelse] = [newBlock(b), newBlock(b)];
  flowCondition(b, test.test, { block: body }, { block: orelse });
  place(b, body);
  flowCondition(b, test.body, whenTrue, whenFalse);
  place(b, orelse);
  flowCondition(b, test.orelse, whenTrue, whenFalse);
}

function flowChainJumps(b: FlowBuilder, test: Compare, whenTrue: Goal, whenFalse: Goal): void {
  flowExpression(b, test.left);
  for (const [i, comparator] of test.comparators.entries()) {
    flowExpression(b, comparator);
    if (!b.current) return;
    const last = i === test.comparators.length - 1;
    const next = last ? whenTrue.block : newBlock(b);
    connect(b.current, next, last ? whenTrue.label : undefined);
    connect(b.current, whenFalse.block, whenFalse.label);
    b.current = undefined;
    if (!last) place(b, next);
  }
}
