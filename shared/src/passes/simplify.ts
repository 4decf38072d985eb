import { bool, constant, convert } from '../ir/expressions';
import type {
  BlockStatement,
  ConstExpression,
  ConvertExpression,
  Expression,
  FunctionIR,
  Statement,
} from '../ir/nodes';
import { isFloatScalar, isIntegerScalar, isUnsignedScalar, type ScalarType } from '../ir/scalarType';
import { fallsThrough } from '../ir/verify/verifyStatement';
import { forEachStatement } from '../ir/walk';
import { foldBinary, foldConvert } from './foldConstants';
import { isPure } from './purity';
import { sameExpression } from './sameExpression';
import { mapBlocks, mapExpressions, rewriteExpression } from './rewrite';

/**
 * Folds constants and removes operations that do nothing, without changing a float result in any bit: `x + 0` stays
 * for floats (-0 + 0 is 0), `x * 1` goes. Branches with a constant condition are replaced by the side that runs.
 */
export function simplify(fn: FunctionIR): FunctionIR {
  const body = simplifyBody(fn.body);
  return body === fn.body ? fn : { ...fn, body };
}

/** Statements that stay as they are, whoever asks again. */
const settled = new WeakSet<readonly Statement[]>();

function simplifyBody(body: readonly Statement[]): readonly Statement[] {
  if (settled.has(body)) return body;
  const result: Statement[] = [];
  for (const statement of body) {
    const mapped = mapExpressions(statement, (expression) =>
      rewriteExpression(expression, simplifyExpression),
    );
    result.push(...simplifyStatement(mapBlocks(mapped, simplifyBody)));
    const last = result.at(-1);
    if (last && !fallsThrough([last])) break;
  }
  if (result.length !== body.length || result.some((one, i) => one !== body[i])) return result;
  settled.add(body);
  return body;
}

/** What stands for a statement whose parts are simplified already. */
function simplifyStatement(statement: Statement): readonly Statement[] {
  if (statement.op === 'evaluate' && isPure(statement.value)) return [];
  if (statement.op === 'block') return openBlock(statement);
  if (statement.op === 'for') {
    // One iteration that nothing can observe is none.
    return statement.body.length === 0 && [statement.start, statement.stop, statement.step].every(isPure)
      ? []
      : [statement];
  }
  if (statement.op !== 'if') return [statement];
  const { condition, whenTrue, whenFalse } = statement;
  if (condition.op === 'const') return condition.value ? whenTrue : whenFalse;
  if (whenTrue.length === 0 && whenFalse.length === 0)
    return isPure(condition) ? [] : [{ op: 'evaluate', value: condition, range: statement.range }];
  if (whenTrue.length > 0) return [statement];
  const opposite = simplifyExpression({ op: 'not', type: 'bool', value: condition });
  return [{ ...statement, condition: opposite, whenTrue: whenFalse, whenFalse: [] }];
}

/** A block that only its own end leaves, as an inlined callee's often is, needs no label. */
function openBlock(block: BlockStatement): readonly Statement[] {
  const last = block.body.at(-1);
  const leaves = last?.op === 'break' && last.label === block.label;
  const body = leaves ? block.body.slice(0, -1) : block.body;
  let used = false;
  forEachStatement(body, (one) => {
    used ||= one.op === 'break' && one.label === block.label;
  });
  if (!used) return body;
  return leaves ? [{ ...block, body }] : [block];
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
      return foldOperands(expression) ?? combine(dropNeutral(constantLast(expression), 0));
    case 'mul':
      return foldOperands(expression) ?? foldZero(expression) ?? dropNeutral(constantLast(expression), 1);
    case 'div':
      return foldOperands(expression) ?? multiplied(expression);
    case 'rem':
    case 'floordiv':
    case 'floormod':
    case 'min':
    case 'max':
      return foldOperands(expression) ?? expression;
    case 'convert':
      return simplifyConvert(expression);
    case 'and':
      return expression.type === 'bool' ? foldAnd(expression) : (foldOperands(expression) ?? expression);
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

/** V8 converts a u64 to a float by a branch; below 2**63 the signed conversion gives the same. */
function simplifyConvert(expression: ConvertExpression): Expression {
  const { value, type } = expression;
  if (value.op === 'const') return foldConvert(type, value) ?? expression;
  if (!isFloatScalar(type) || value.type !== 'u64' || !hasClearSign(value)) return expression;
  return { ...expression, value: convert(value, 'i64') };
}

function hasClearSign(value: Expression): boolean {
  if (value.op === 'convert')
    return isUnsignedScalar(value.value.type) && value.value.type !== 'u64' && value.value.type !== 'v128';
  if (value.op !== 'shr' && value.op !== 'and' && value.op !== 'floormod' && value.op !== 'rem') return false;
  const { right } = value;
  if (right.op !== 'const') return value.op === 'and' && (hasClearSign(value.left) || hasClearSign(right));
  const number = BigInt(right.value);
  return value.op === 'shr' ? (number & 63n) > 0n : number < 1n << 63n;
}

type Binary = Expression & { readonly left: Expression; readonly right: Expression };

function foldOperands(expression: Binary): Expression | undefined {
  const { left, right, op, type } = expression;
  return left.op === 'const' && right.op === 'const' ? foldBinary(op, type, left, right) : undefined;
}

/** Integer constants stand on the right, where analyses look for them. */
function constantLast(expression: Binary): Binary {
  const { left, right, op, type } = expression;
  const commutes = op === 'add' || op === 'mul' || op === 'or' || op === 'xor';
  const swap = commutes && !isFloatScalar(type) && left.op === 'const' && right.op !== 'const';
  return swap ? ({ ...expression, left: right, right: left } as Binary) : expression;
}

/** `x + 3 - 1` is `x + 2`, for integers, whose sums wrap around. */
function combine(expression: Expression): Expression {
  if ((expression.op !== 'add' && expression.op !== 'sub') || !isIntegerScalar(expression.type))
    return expression;
  const { left, right, op, type } = expression;
  if (right.op !== 'const' || (left.op !== 'add' && left.op !== 'sub') || left.right.op !== 'const')
    return expression;
  const second = op === left.op ? right : foldBinary('sub', type, zeroOf(type), right)!;
  const sum = foldBinary('add', type, left.right, second as ConstExpression)!;
  return simplifyExpression({ ...expression, op: left.op, left: left.left, right: sum });
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

/** `x / 4.0` is `x * 0.25`: the reciprocal of a power of two is exact. */
function multiplied(expression: Binary): Expression {
  const { right, type } = expression;
  if (!isFloatScalar(type) || right.op !== 'const') return expression;
  const power = Math.log2(Math.abs(Number(right.value)));
  if (!Number.isInteger(power) || Math.abs(power) > 100) return expression;
  return { ...expression, op: 'mul', right: constant(type, 1 / Number(right.value)) } as Expression;
}

const zeroOf = (type: ScalarType) => constant(type, 0) as ConstExpression;

/** `x * 0` for integers. */
function foldZero(expression: Binary): Expression | undefined {
  if (isFloatScalar(expression.type) || !isConstant(expression.right, 0)) return undefined;
  return isPure(expression.left) ? expression.right : undefined;
}

function foldAnd(expression: Binary): Expression {
  if (isConstant(expression.left, 1)) return expression.right;
  if (isConstant(expression.right, 1)) return expression.left;
  return isConstant(expression.left, 0) && isPure(expression.right) ? expression.left : expression;
}

function foldCompare(expression: Binary): Expression {
  const { left, right, op } = expression;
  if (!isFloatScalar(left.type) && left.type !== 'v128' && isPure(left) && sameExpression(left, right))
    return bool(op === 'eq' || op === 'le' || op === 'ge');
  if (left.op !== 'const' || right.op !== 'const') return compareIntegers(expression) ?? expression;
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

/**
 * `f64(n) < 3.0` is `n < 3`: rounding an integer to a float keeps it on its side of every integer that floats hold
 * with all their neighbours.
 */
function compareIntegers(expression: Binary): Expression | undefined {
  const { left, right } = expression;
  if (left.op !== 'convert' || left.type !== 'f64' || right.op !== 'const') return undefined;
  const { type } = left.value;
  const limit = Number(right.value);
  if (!isIntegerScalar(type) || !Number.isInteger(limit) || Math.abs(limit) >= 2 ** 53) return undefined;
  const number = foldConvert(type, constant('i64', limit) as ConstExpression);
  const fits = number?.op === 'const' && Number(number.value) === limit;
  return fits ? ({ ...expression, left: left.value, right: number } as Expression) : undefined;
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
