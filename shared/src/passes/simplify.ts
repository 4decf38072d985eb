import type { Expression, FunctionIR, Statement } from '../ir/nodes';
import { bool, constant } from '../ir/expressions';
import { isFloatScalar } from '../ir/scalarType';
import { isPure } from './purity';
import { mapBlocks, mapExpressions, rewriteExpression } from './rewrite';

/**
 * Folds constants and removes operations that do nothing, without changing a float result in any bit: `x + 0` stays
 * for floats (-0 + 0 is 0), `x * 1` goes. Branches with a constant condition are replaced by the side that runs.
 */
export function simplify(fn: FunctionIR): FunctionIR {
  return { ...fn, body: simplifyBody(fn.body) };
}

function simplifyBody(body: readonly Statement[]): readonly Statement[] {
  return body.flatMap((statement): readonly Statement[] => {
    const mapped = mapExpressions(statement, (expression) =>
      rewriteExpression(expression, simplifyExpression),
    );
    const inner = mapBlocks(mapped, simplifyBody);
    if (inner.op === 'evaluate' && isPure(inner.value)) return [];
    if (inner.op !== 'if') return [inner];
    if (inner.condition.op === 'const') return inner.condition.value ? inner.whenTrue : inner.whenFalse;
    const empty = inner.whenTrue.length === 0 && inner.whenFalse.length === 0;
    return empty && isPure(inner.condition) ? [] : [inner];
  });
}

/** One step on an expression whose operands are simplified already. */
export function simplifyExpression(expression: Expression): Expression {
  switch (expression.op) {
    case 'add':
    case 'sub':
    case 'or':
    case 'xor':
    case 'shl':
    case 'shr':
      return foldInteger(expression) ?? dropNeutral(expression, 0);
    case 'mul':
      return foldInteger(expression) ?? dropNeutral(expression, 1);
    case 'and':
      return expression.type === 'bool' ? foldAnd(expression) : (foldInteger(expression) ?? expression);
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return foldCompare(expression);
    case 'select': {
      const { condition, whenTrue, whenFalse } = expression;
      if (condition.op !== 'const') return expression;
      const [kept, dropped] = condition.value ? [whenTrue, whenFalse] : [whenFalse, whenTrue];
      return isPure(dropped) ? kept : expression;
    }
    case 'not':
      return foldNot(expression);
    case 'wrapIndex':
      return isNonNegativeConstant(expression.index) ? expression.index : expression;
    default:
      return expression;
  }
}

type Binary = Expression & { readonly left: Expression; readonly right: Expression };

const integerFolds: Record<string, (a: bigint, b: bigint) => bigint> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};

function foldInteger(expression: Binary): Expression | undefined {
  const { left, right, type } = expression;
  const fold = integerFolds[expression.op];
  if (!fold || left.op !== 'const' || right.op !== 'const' || (type !== 'i64' && type !== 'u64'))
    return undefined;
  return constant(type, fold(BigInt(left.value), BigInt(right.value)));
}

/** `x + 0`, `x * 1`, `x << 0`: for integers either side where the operator commutes, for floats only `x * 1`. */
function dropNeutral(expression: Binary, neutral: number): Expression {
  const { left, right, op, type } = expression;
  if (isFloatScalar(type) && op !== 'mul') return expression;
  if (isConstant(right, neutral)) return left;
  return isConstant(left, neutral) && (op === 'add' || op === 'mul' || op === 'or' || op === 'xor')
    ? right
    : expression;
}

function foldAnd(expression: Binary): Expression {
  if (isConstant(expression.left, 1)) return expression.right;
  if (isConstant(expression.right, 1)) return expression.left;
  return isConstant(expression.left, 0) && isPure(expression.right) ? expression.left : expression;
}

function foldCompare(expression: Binary): Expression {
  const { left, right, op } = expression;
  if (left.op !== 'const' || right.op !== 'const') return expression;
  const [a, b] = [left.value, right.value];
  switch (op) {
    case 'eq':
      return bool(a === b);
    case 'ne':
      return bool(a !== b);
    case 'lt':
      return bool(a < b);
    case 'le':
      return bool(a <= b);
    case 'gt':
      return bool(a > b);
    default:
      return bool(a >= b);
  }
}

const opposites = { eq: 'ne', ne: 'eq', lt: 'ge', ge: 'lt', gt: 'le', le: 'gt' } as const;

/** `not (a < b)` is `a >= b` for integers; floats keep it, since NaN compares false both ways. */
function foldNot(expression: Expression & { readonly value: Expression | number | bigint }): Expression {
  const value = expression.value as Expression;
  if (expression.type !== 'bool') return expression;
  if (value.op === 'const') return bool(!value.value);
  if (value.op === 'not' && value.type === 'bool') return value.value;
  if (value.op === 'eq' || value.op === 'ne') return { ...value, op: opposites[value.op] };
  if (value.op in opposites && 'left' in value && !isFloatScalar(value.left.type)) {
    return { ...value, op: opposites[value.op as keyof typeof opposites] } as Expression;
  }
  return expression;
}

function isConstant(expression: Expression, value: number): boolean {
  return expression.op === 'const' && Number(expression.value) === value;
}

function isNonNegativeConstant(expression: Expression): boolean {
  return expression.op === 'const' && expression.value >= 0;
}
