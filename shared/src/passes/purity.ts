import type { Expression } from '../ir/nodes';
import { isFloatScalar } from '../ir/scalarType';
import { childrenOf, everyChild } from '../ir/walk';

/** No effect, cannot fail, and depends on its locals alone (not on memory). */
export function isPure(expression: Expression): boolean {
  return isPureItself(expression) && everyChild(expression, isPure);
}

/** What `isPure` asks of an expression apart from its operands. */
export function isPureItself(expression: Expression): boolean {
  switch (expression.op) {
    case 'load':
    case 'call':
    case 'checkIndex':
      return false;
    case 'div':
    case 'rem':
    case 'floordiv':
    case 'floormod':
      // Division by zero traps, so it must not be moved to where it might run needlessly.
      return isFloatScalar(expression.type) || isNonZeroConstant(expression.right);
    default:
      return true;
  }
}

/** As `isPure`, but may read memory: dropping it changes nothing, moving it may. */
export function isDroppable(expression: Expression): boolean {
  if (expression.op !== 'load' && !isPureItself(expression)) return false;
  return everyChild(expression, isDroppable);
}

function isNonZeroConstant(expression: Expression): boolean {
  return expression.op === 'const' && Number(expression.value) !== 0;
}

const locals = new WeakMap<Expression, ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();

/** The locals that an expression reads. */
export function localsOf(expression: Expression): ReadonlySet<string> {
  if (expression.op === 'const' || expression.op === 'dataAddress') return none;
  let known = locals.get(expression);
  if (!known) {
    known = expression.op === 'local' ? new Set([expression.name]) : localsOfAll(childrenOf(expression));
    locals.set(expression, known);
  }
  return known;
}

/** Most operands add nothing to what others read already, so sets are shared. */
function localsOfAll(expressions: readonly Expression[]): ReadonlySet<string> {
  let all = none;
  let own = false;
  for (const expression of expressions) {
    const some = localsOf(expression);
    if (some.size === 0 || some === all) continue;
    if (all.size === 0) {
      all = some;
      continue;
    }
    for (const local of some) {
      if (all.has(local)) continue;
      if (!own) all = new Set(all);
      own = true;
      (all as Set<string>).add(local);
    }
  }
  return all;
}

/** Whether an expression reads one of the locals. */
export function usesLocal(expression: Expression, locals: { has(name: string): boolean }): boolean {
  const isElse = (one: Expression): boolean =>
    one.op === 'local' ? !locals.has(one.name) : everyChild(one, isElse);
  return !isElse(expression);
}

export function readsLocal(expression: Expression, local: string): boolean {
  const isElse = (one: Expression): boolean =>
    one.op === 'local' ? one.name !== local : everyChild(one, isElse);
  return !isElse(expression);
}
