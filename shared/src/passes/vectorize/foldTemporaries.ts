import { constant, select } from '../../ir/expressions';
import type { Expression, Statement } from '../../ir/nodes';
import { isIntegerScalar } from '../../ir/scalarType';
import { expressionsOf } from '../../ir/walk';
import { isDroppable, isPure, readsLocal, usesLocal } from '../purity';
import { mapBlocks, mapExpressions, rewriteExpression } from '../rewrite';

/**
 * Puts what a local that is read once holds in the place of that read, where nothing between changes it: sums and
 * extremes then stand in one statement, as the vectoriser knows them.
 */
export function foldTemporaries(
  body: readonly Statement[],
  reads: ReadonlyMap<string, number>,
): readonly Statement[] {
  const result: Statement[] = [];
  const open = new Map<string, Statement & { op: 'set' }>();
  const close = (keep: (value: Expression, local: string) => boolean): void => {
    for (const [local, statement] of open) {
      if (keep(statement.value, local)) continue;
      result.push(statement);
      open.delete(local);
    }
  };
  for (const statement of body) {
    const take = (one: Expression): Expression => {
      const held = one.op === 'local' ? open.get(one.name) : undefined;
      if (held) open.delete(held.local);
      return held ? held.value : one;
    };
    const simple = addingChoice(
      expressionsOf(statement).some((one) => usesLocal(one, open))
        ? mapExpressions(statement, (expression) => rewriteExpression(expression, take))
        : statement,
    );
    if (simple.op === 'set') {
      const { local, value } = simple;
      close((one, name) => name !== local && !readsLocal(one, local));
      if (reads.get(local) === 1 && isDroppable(value) && !readsLocal(value, local)) open.set(local, simple);
      else result.push(simple);
      continue;
    }
    close(simple.op === 'store' ? (value) => isPure(value) : () => false);
    result.push(mapBlocks(simple, (inner) => foldTemporaries(inner, reads)));
  }
  close(() => false);
  return result;
}

const withZero: ReadonlySet<string> = new Set(['add', 'sub', 'or', 'xor']);

/** `s = c ? s + x : s` as `s = s + (c ? x : 0)`, which is a sum. */
function addingChoice(statement: Statement): Statement {
  if (statement.op !== 'set' || statement.value.op !== 'select') return statement;
  const { local, value } = statement;
  const { condition, whenTrue, whenFalse, type } = value;
  const isLocal = (one: Expression) => one.op === 'local' && one.name === local;
  const sum = isLocal(whenFalse) ? whenTrue : whenFalse;
  if (sum === whenFalse && !isLocal(whenTrue)) return statement;
  if (!isIntegerScalar(type) || !withZero.has(sum.op) || !('left' in sum) || !isLocal(sum.left))
    return statement;
  if (readsLocal(sum.right, local) || readsLocal(condition, local)) return statement;
  const zero = constant(type, 0);
  const right = sum === whenTrue ? select(condition, sum.right, zero) : select(condition, zero, sum.right);
  return { ...statement, value: { ...sum, right } as Expression };
}
