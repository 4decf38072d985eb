import { constant, convert, localExpression, not, reinterpret, select } from '../ir/expressions';
import type { BinaryExpression, Expression, FunctionIR, IfStatement, Statement } from '../ir/nodes';
import { isFloatScalar } from '../ir/scalarType';
import { childrenOf } from '../ir/walk';
import { FreshLocals } from './freshLocals';
import { isPure, usesLocal } from './purity';
import type { Report } from './remark';
import { mapBlocks } from './rewrite';
import { addressKey, sameExpression } from './sameExpression';

/** Integer operations that are cheaper to compute in vain than a branch to mispredict. */
const mostOperations = 6;

/**
 * If-conversion: a branch in a loop that only chooses between cheap values becomes a `select`, which cannot be
 * mispredicted. V8 keeps every branch it is given. Branches that leave a loop stay, and so do those around loads, since
 * an address may only be right where the condition holds.
 */
export function convertBranches(fn: FunctionIR, report: Report): FunctionIR {
  const locals = new FreshLocals(fn);
  return locals.finish(convertBody(fn.body, false, locals, report));
}

function convertBody(
  body: readonly Statement[],
  inLoop: boolean,
  locals: FreshLocals,
  report: Report,
): readonly Statement[] {
  let changed = false;
  const result = body.flatMap((statement): readonly Statement[] => {
    const inside = inLoop || statement.op === 'for' || statement.op === 'loop';
    const inner = mapBlocks(statement, (one) => convertBody(one, inside, locals, report));
    const converted = inLoop && inner.op === 'if' ? withoutBranch(inner, locals) : undefined;
    if (converted) report('the branch became a select, which costs nothing when mispredicted', inner.range);
    changed ||= inner !== statement || converted !== undefined;
    return converted ?? [inner];
  });
  return changed ? result : body;
}

/** Assignments that a branch may make and still become selects. */
const mostSets = 3;

function withoutBranch(statement: IfStatement, locals: FreshLocals): readonly Statement[] | undefined {
  const { condition, whenTrue, whenFalse, range } = statement;
  const [first, second] = [whenTrue[0], whenFalse[0]];
  if (!first) return undefined;
  if (whenTrue.length === 1 && whenFalse.length <= 1) {
    const one = chosenStatement(condition, first, second);
    return one && [one];
  }
  if (whenFalse.length > 0 || whenTrue.length > mostSets) return undefined;
  const held: Expression = condition.op === 'local' ? condition : locals.make('test', 'bool');
  const sets = whenTrue.map((one) => (one.op === 'set' ? chosenStatement(held, one, undefined) : undefined));
  const names = whenTrue.map((one) => (one.op === 'set' ? one.local : ''));
  // Each must stand on its own: none reads or sets what another sets, or the condition.
  const apart = whenTrue.every(
    (one, i) =>
      one.op === 'set' && !usesLocal(one.value, new Set(names.filter((name, k) => k !== i && name !== ''))),
  );
  const distinct = new Set([...names, ...(held.op === 'local' ? [held.name] : [])]).size === names.length + 1;
  if (!apart || !distinct || sets.includes(undefined)) return undefined;
  const set: Statement[] =
    held === condition || held.op !== 'local'
      ? []
      : [{ op: 'set', local: held.name, value: condition, range }];
  return [...set, ...(sets as Statement[])];
}

function chosenStatement(
  condition: Expression,
  first: Statement,
  second: Statement | undefined,
): Statement | undefined {
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
  const operand = operandOf(a, b);
  if (operand) return withChosenOperand(a, condition, operand);
  // A choice between floats takes the way through integers: it pays where there is nothing to compute but a sign.
  const [arms, most] = isFloatScalar(a.type) ? [[a, b].map(withoutSign), 0] : [[a, b], mostOperations];
  if (arms.reduce((sum, arm) => sum + cost(arm), 0) > most) return undefined;
  if (isCount(a, b)) return { ...a, right: convert(condition, a.type) } as Expression;
  if (a.type === 'bool') return chosenBool(condition, a, b);
  if (isFlag(a, 1) && isFlag(b, 0)) return convert(condition, a.type);
  if (isFlag(a, 0) && isFlag(b, 1)) return convert(not(condition), a.type);
  return select(condition, a, b);
}

function withoutSign(value: Expression): Expression {
  return value.op === 'neg' || value.op === 'abs' ? value.value : value;
}

/** What leaves every float as it is, as bits: added, taken from it or multiplied by it. */
const neutralBits = { add: -(1n << 63n), sub: 0n, mul: 0x3ff0000000000000n } as const;

/** What a float branch adds to the local that it otherwise leaves alone, takes from it or multiplies it by. */
function operandOf(a: Expression, b: Expression): Expression | undefined {
  if (!(a.op in neutralBits) || a.type !== 'f64' || b.op !== 'local') return undefined;
  const { left, right } = a as BinaryExpression;
  if (left.op !== 'local' || left.name !== b.name || usesLocal(right, new Set([b.name]))) return undefined;
  return cost(right) <= mostInOperand ? right : undefined;
}

const mostInOperand = 2;

/**
 * `x + (condition ? v : -0.0)`, which leaves every x as it is where the condition does not hold. The choice is made
 * among integers: V8 has no conditional move of floats, and the operation's own latency stays what it was.
 */
function withChosenOperand(operation: Expression, condition: Expression, value: Expression): Expression {
  const nothing = neutralBits[operation.op as keyof typeof neutralBits];
  const bits = select(condition, reinterpret(value, 'i64'), constant('i64', nothing));
  return { ...operation, right: reinterpret(bits, 'f64') } as Expression;
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
