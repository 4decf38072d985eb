import type { Expression } from '../ir/nodes';
import { childrenOf } from '../ir/walk';

const pure = new WeakMap<Expression, boolean>();

/** No effect, cannot fail, and depends on its locals alone (not on memory). */
export function isPure(expression: Expression): boolean {
  let known = pure.get(expression);
  if (known === undefined) {
    known = isPureItself(expression) && childrenOf(expression).every(isPure);
    pure.set(expression, known);
  }
  return known;
}

function isPureItself(expression: Expression): boolean {
  if (expression.op === 'load' || expression.op === 'call' || expression.op === 'checkIndex') return false;
  return !isDivision(expression) || isNonZeroConstant(expression.right);
}

/** As `isPure`, but may read memory: dropping it changes nothing, moving it may. */
export function isDroppable(expression: Expression): boolean {
  if (expression.op !== 'load' && !isPureItself(expression)) return false;
  return childrenOf(expression).every(isDroppable);
}

/** Integer division by zero traps, so it must not be moved to where it might run needlessly. */
function isDivision(expression: Expression): expression is Expression & { right: Expression } {
  if (!('right' in expression) || expression.type === 'f64' || expression.type === 'f32') return false;
  return ['div', 'rem', 'floordiv', 'floormod'].includes(expression.op);
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

export function usesLocal(expression: Expression, assigned: ReadonlySet<string>): boolean {
  if (expression.op === 'local') return assigned.has(expression.name);
  for (const name of localsOf(expression)) if (assigned.has(name)) return true;
  return false;
}
