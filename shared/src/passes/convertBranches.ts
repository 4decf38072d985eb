import { convert, localExpression, not, select } from '../ir/expressions';
import type { Expression, FunctionIR, IfStatement, Statement } from '../ir/nodes';
import { isFloatScalar } from '../ir/scalarType';
import { childrenOf } from '../ir/walk';
import { isPure } from './purity';
import type { Report } from './remark';
import { mapBlocks, mapList } from './rewrite';
import { addressKey, sameExpression } from './sameExpression';

/** Integer operations that are cheaper to compute in vain than a branch to mispredict. */
const mostOperations = 6;

/**
 * If-conversion: a branch in a loop that only chooses between cheap values becomes a `select`, which cannot be
 * mispredicted. V8 keeps every branch it is given. Branches that leave a loop stay, and so do those around loads, since
 * an address may only be right where the condition holds.
 */
export function convertBranches(fn: FunctionIR, report: Report): FunctionIR {
  const body = convertBody(fn.body, false, report);
  return body === fn.body ? fn : { ...fn, body };
}

function convertBody(body: readonly Statement[], inLoop: boolean, report: Report): readonly Statement[] {
  return mapList(body, (statement) => {
    const inside = inLoop || statement.op === 'for' || statement.op === 'loop';
    const inner = mapBlocks(statement, (one) => convertBody(one, inside, report));
    if (!inLoop || inner.op !== 'if') return inner;
    const converted = withoutBranch(inner);
    if (!converted) return inner;
    report('the branch became a select, which costs nothing when mispredicted', statement.range);
    return converted;
  });
}

function withoutBranch(statement: IfStatement): Statement | undefined {
  const { condition, whenTrue, whenFalse } = statement;
  const [first, second] = [whenTrue[0], whenFalse[0]];
  if (whenTrue.length !== 1 || whenFalse.length > 1 || !first) return undefined;
  if (first.op === 'set') {
    if (second && (second.op !== 'set' || second.local !== first.local)) return undefined;
    const other = second?.op === 'set' ? second.value : localExpression(first.local, first.value.type);
    const value = chosen(condition, first.value, other);
    return value && { ...first, value };
  }
  if (first.op !== 'store' || second?.op !== 'store' || first.value.type !== second.value.type)
    return undefined;
  if (first.value.type === 'v128' || addressKey(first.address) !== addressKey(second.address))
    return undefined;
  const value = chosen(condition, first.value, second.value);
  return value && { ...first, value };
}

/** `condition ? a : b` where both may be computed whatever the condition is. */
function chosen(condition: Expression, a: Expression, b: Expression): Expression | undefined {
  if (!isPure(a) || !isPure(b)) return undefined;
  // V8 compiles a select of floats to a branch on x64: it pays where there is nothing to compute.
  const most = isFloatScalar(a.type) ? 0 : mostOperations;
  if (cost(a) + cost(b) > most) return undefined;
  if (isCount(a, b)) return { ...a, right: convert(condition, a.type) } as Expression;
  if (a.type === 'bool') return chosenBool(condition, a, b);
  if (isFlag(a, 1) && isFlag(b, 0)) return convert(condition, a.type);
  if (isFlag(a, 0) && isFlag(b, 1)) return convert(not(condition), a.type);
  return select(condition, a, b);
}

function chosenBool(condition: Expression, a: Expression, b: Expression): Expression {
  if (sameExpression(condition, b) || isFlag(b, 0)) return logical('and', condition, a);
  if (isFlag(a, 1)) return logical('or', condition, b);
  if (condition.op === 'not' && sameExpression(condition.value, b)) return logical('or', b, a);
  return select(condition, a, b);
}

const logical = (op: 'and' | 'or', left: Expression, right: Expression): Expression => ({
  op,
  type: 'bool',
  left,
  right,
});

/** `x + 1` against `x`. */
function isCount(a: Expression, b: Expression): boolean {
  if ((a.op !== 'add' && a.op !== 'sub') || isFloatScalar(a.type) || b.op !== 'local') return false;
  return isFlag(a.right, 1) && a.left.op === 'local' && a.left.name === b.name;
}

function isFlag(expression: Expression, value: number): boolean {
  if (expression.op !== 'const' || isFloatScalar(expression.type) || expression.type === 'v128') return false;
  return expression.type !== 'ptr' && Number(expression.value) === value;
}

function cost(expression: Expression): number {
  const inner = childrenOf(expression).reduce((sum, child) => sum + cost(child), 0);
  switch (expression.op) {
    case 'const':
    case 'local':
      return inner;
    case 'div':
    case 'rem':
    case 'floordiv':
    case 'floormod': {
      const { right } = expression;
      const shift =
        right.op === 'const' && right.value > 0 && Number.isInteger(Math.log2(Number(right.value)));
      return inner + (shift && expression.op.startsWith('floor') ? 1 : mostOperations + 1);
    }
    case 'math':
    case 'sqrt':
    case 'dataAddress':
    case 'simd':
      return mostOperations + 1;
    default:
      return inner + 1;
  }
}
