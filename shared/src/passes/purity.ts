import type { Expression } from '../ir/nodes';
import { mapOperands } from './rewrite';

/** No effect, cannot fail, and depends on its locals alone (not on memory). */
export function isPure(expression: Expression): boolean {
  if (expression.op === 'load' || expression.op === 'call' || expression.op === 'checkIndex') return false;
  if (isDivision(expression) && !isNonZeroConstant(expression.right)) return false;
  let pure = true;
  mapOperands(expression, (operand) => {
    pure &&= isPure(operand);
    return operand;
  });
  return pure;
}

/** Integer division by zero traps, so it must not be moved to where it might run needlessly. */
function isDivision(expression: Expression): expression is Expression & { right: Expression } {
  if (!('right' in expression) || expression.type === 'f64' || expression.type === 'f32') return false;
  return ['div', 'rem', 'floordiv', 'floormod'].includes(expression.op);
}

function isNonZeroConstant(expression: Expression): boolean {
  return expression.op === 'const' && Number(expression.value) !== 0;
}

export function usesLocal(expression: Expression, locals: ReadonlySet<string>): boolean {
  if (expression.op === 'local') return locals.has(expression.name);
  let uses = false;
  mapOperands(expression, (operand) => {
    uses ||= usesLocal(operand, locals);
    return operand;
  });
  return uses;
}
