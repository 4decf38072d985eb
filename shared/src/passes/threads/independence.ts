import type { Expression, ForStatement, FunctionIR, Statement } from '../../ir/nodes';
import { forEachExpression, forEachStatement } from '../../ir/walk';
import { assignedLocals } from '../rewrite';
import { readFirst } from './liveness';
import { type Reduction, reductionOperator } from './reduction';

export interface Independence {
  /** Locals whose value from before the loop the body reads. */
  readonly captured: readonly string[];
  readonly reductions: readonly Reduction[];
}

/** What is known of a function that a loop's body calls. */
export type CalleeOf = (name: string) => FunctionIR | undefined;

/** Why threads cannot share the iterations of a loop, or what they need to know. `live` is what is read behind it. */
export function independenceOf(
  loop: ForStatement,
  live: ReadonlySet<string>,
  calleeOf: CalleeOf,
): Independence | { readonly reason: string } {
  const reason = strayJump(loop) ?? effectOf(loop.body, calleeOf, new Set()) ?? sharedStore(loop);
  if (reason !== undefined) return { reason };
  const first = readFirst(loop.body, loop.label);
  const assigned = assignedLocals(loop.body);
  const reductions: Reduction[] = [];
  for (const local of assigned) {
    if (!first.has(local) && !live.has(local)) continue;
    const operator = reductionOperator(loop.body, local);
    if (!operator)
      return { reason: `${local} carries a value from one iteration to the next, or out of the loop` };
    reductions.push({ local, operator });
  }
  const captured = [...first].filter((local) => !assigned.has(local) && local !== loop.index);
  return { captured: captured.sort(), reductions };
}

function strayJump(loop: ForStatement): string | undefined {
  const inside = new Set<string>();
  let reason: string | undefined;
  forEachStatement(loop.body, (one) => {
    if ('label' in one && one.op !== 'break' && one.op !== 'continue') inside.add(one.label);
  });
  forEachStatement(loop.body, (one) => {
    const leaves =
      one.op === 'return' ||
      (one.op === 'break' && !inside.has(one.label)) ||
      (one.op === 'continue' && one.label !== loop.label && !inside.has(one.label));
    if (leaves) reason = 'an iteration can leave the loop';
  });
  return reason;
}

/** What a body does that only one thread may do at a time. */
function effectOf(body: readonly Statement[], calleeOf: CalleeOf, open: Set<string>): string | undefined {
  let reason: string | undefined;
  const check = (name: string): void => {
    if (name.startsWith('math.') || open.has(name)) return;
    const callee = calleeOf(name);
    if (!callee || name.startsWith('rt.')) {
      reason ??= 'an iteration makes or frees objects';
      return;
    }
    open.add(name);
    reason ??= effectOf(callee.body, calleeOf, open);
    forEachStatement(callee.body, (one) => {
      if (one.op === 'store') reason ??= `${name} stores to memory`;
    });
  };
  forEachStatement(body, (one) => {
    if (one.op === 'print') reason ??= 'an iteration prints';
    if (one.op === 'memoryCopy' || one.op === 'memoryFill') reason ??= 'an iteration copies memory';
    if (one.op === 'callMany') check(one.callee);
  });
  forEachExpression(body, (one) => {
    if (one.op === 'call') check(one.callee);
  });
  return reason;
}

/** A store to a place that does not move with the index is one that iterations share. */
function sharedStore(loop: ForStatement): string | undefined {
  const moving = movingWith(loop);
  let reason: string | undefined;
  forEachStatement(loop.body, (one) => {
    if (one.op !== 'store') return;
    const { base, index } = one.address;
    if (!moves(base, moving) && !(index && moves(index, moving))) {
      reason = 'iterations may store to the same place';
    }
  });
  return reason;
}

/** Locals that have another value in every iteration, being the index times and plus something. */
function movingWith(loop: ForStatement): ReadonlySet<string> {
  const values = new Map<string, Expression[]>();
  forEachStatement(loop.body, (one) => {
    if (one.op === 'set') values.set(one.local, [...(values.get(one.local) ?? []), one.value]);
  });
  const moving = new Set([loop.index]);
  for (let before = 0; before !== moving.size; ) {
    before = moving.size;
    for (const [local, all] of values) if (all.every((value) => moves(value, moving))) moving.add(local);
  }
  return moving;
}

function moves(expression: Expression, moving: ReadonlySet<string>): boolean {
  switch (expression.op) {
    case 'local':
      return moving.has(expression.name);
    case 'add':
    case 'sub':
      return moves(expression.left, moving) || moves(expression.right, moving);
    case 'mul':
      return moves(expression.left, moving) !== moves(expression.right, moving);
    case 'shl':
      return moves(expression.left, moving) && expression.right.op === 'const';
    case 'convert':
      return moves(expression.value, moving);
    case 'wrapIndex':
    case 'checkIndex':
      return moves(expression.index, moving);
    default:
      return false;
  }
}
