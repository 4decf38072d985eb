import { not } from '@jitsight/shared/ir/expressions';
import type { Break, Continue, Expression, For, Statement, While } from '../../parse/ast';
import { copyAlong, hasCopies } from '../assignVariable';
import { type Body, inLoop, within } from '../body';
import { lowerTest } from '../expressions/boolean';
import { withTemporaries } from '../temporaries';
import { assignTarget } from './assign';
import { iterateOver } from './iteration';
import { lowerBlock } from './lowerStatement';

/** `for`: the library's loop over the iterable, with the target assigned at the start of each pass. */
export function lowerFor(body: Body, node: For): boolean {
  copyAlong(body, 'loopEntry', node);
  withExit(body, node, (exit) => {
    iterateOver(body, node, node.iter, node.target, (item, steps) => {
      const { ir } = body.lowering;
      withTemporaries(body.lowering, () => assignTarget(body, node.target, item));
      lowerPass(body, node, {
        onContinue: () => ir.continue(steps.next),
        onBreak: () => ir.break(exit ?? steps.done),
      });
    });
  });
  return true;
}

export function lowerWhile(body: Body, node: While): boolean {
  const { ir } = body.lowering;
  copyAlong(body, 'loopEntry', node);
  const decided = body.typed.decidedTests.get(node) ?? body.typed.decidedTests.get(node.test);
  if (decided === false && !body.typed.types.has(node.test)) return lowerBlock(body, node.orelse);
  const endless = isAlwaysTrue(body, node);
  withExit(
    body,
    node,
    (exit) => {
      ir.loop((label) => {
        inLoop(body, () => {
          if (!endless) leaveUnless(body, node.test, () => ir.break(label));
          lowerPass(body, node, {
            onContinue: () => ir.continue(label),
            onBreak: () => ir.break(exit ?? label),
          });
        });
      });
    },
    !endless,
  );
  return !endless || breaksOut(node.body);
}

function lowerPass(
  body: Body,
  node: For | While,
  leave: { onContinue: () => void; onBreak: () => void },
): void {
  within(body, { kind: 'loop', ...leave }, () => {
    const goesOn = lowerBlock(body, node.body);
    if (goesOn) copyAlong(body, 'loopBack', node);
    return goesOn;
  });
}

/** Wraps a loop in a block for `break` to leave, where something runs only when the loop was exhausted. */
function withExit(
  body: Body,
  node: For | While,
  loop: (exit: string | undefined) => void,
  canExhaust = true,
): void {
  const onExhausted = () => {
    if (lowerBlock(body, node.orelse)) copyAlong(body, 'loopExhausted', node);
  };
  const isPlain = node.orelse.length === 0 && !hasCopies(body, 'loopExhausted', node);
  const runsOn = !isPlain && canExhaust;
  if (!runsOn || !breaksOut(node.body)) {
    loop(undefined);
    if (runsOn) onExhausted();
    return;
  }
  body.lowering.ir.block((exit) => {
    loop(exit);
    onExhausted();
  });
}

/** Leaves when the test is false; the operands of `and` each leave by themselves, without a truth value in between. */
function leaveUnless(body: Body, test: Expression, leave: () => void): void {
  if (test.kind === 'BoolOp' && test.op === 'and' && !hasCopies(body, 'thenEnd', test)) {
    for (const operand of test.values) {
      const decided = body.typed.decidedTests.get(operand);
      if (decided === undefined) leaveUnless(body, operand, leave);
      if (decided === false) {
        leave();
        return;
      }
    }
    return;
  }
  const { ir } = body.lowering;
  const truth = withTemporaries(body.lowering, () => {
    const value = lowerTest(body, test);
    return body.lowering.temporaries.owned.length > 0 ? ir.hold(value, 'test') : value;
  });
  ir.if(not(truth), leave);
}

function isAlwaysTrue(body: Body, node: While): boolean {
  const decided = body.typed.decidedTests.get(node) ?? body.typed.decidedTests.get(node.test);
  if (decided !== undefined) return decided;
  if (node.test.kind !== 'Constant') return false;
  const { value } = node.test;
  return (value.type === 'bool' && value.value) || (value.type === 'int' && value.value !== 0n);
}

/** Whether a `break` of this loop stands in its body. */
function breaksOut(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    switch (statement.kind) {
      case 'Break':
        return true;
      case 'If':
        return breaksOut(statement.body) || breaksOut(statement.orelse);
      case 'For':
      case 'While':
        return breaksOut(statement.orelse);
      case 'With':
        return breaksOut(statement.body);
      case 'Try':
        return [
          statement.body,
          ...statement.handlers.map((handler) => handler.body),
          statement.orelse,
          statement.finalbody,
        ].some(breaksOut);
      default:
        return false;
    }
  });
}

export function lowerBreak(body: Body, node: Break): boolean {
  return leaveLoop(body, 'break', node);
}

export function lowerContinue(body: Body, node: Continue): boolean {
  return leaveLoop(body, 'continue', node);
}

function leaveLoop(body: Body, kind: 'break' | 'continue', node: Break | Continue): boolean {
  const { enclosing } = body;
  for (let i = enclosing.length - 1; i >= 0; i--) {
    const frame = enclosing[i]!;
    if (frame.kind === 'finally') {
      frame.run();
      continue;
    }
    copyAlong(body, kind, node);
    if (kind === 'break') frame.onBreak();
    else frame.onContinue();
    return false;
  }
  return false;
}
