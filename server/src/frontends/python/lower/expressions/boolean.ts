import { and, bool, not, or } from '@jitsight/shared/ir/expressions';
import type { Expression as IrExpression, LocalExpression } from '@jitsight/shared/ir/nodes';
import { flatten } from '@jitsight/shared/ir/valueType';
import type { BoolOp, Expression, IfExp, UnaryOp } from '../../parse/ast';
import { boolean, type NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { copyAlong, hasCopies } from '../assignVariable';
import type { Body } from '../body';
import { isCheapAndSafe } from '../effects';
import type { Value } from '../lowering';
import { lowerExpression, typeOfNode } from './lowerExpression';

/** The truth of a condition: of `and`, `or` and `not` only the operands' truth counts, not their values. */
export function lowerTest(body: Body, node: Expression): IrExpression {
  const decided = body.typed.decidedTests.get(node);
  if (decided !== undefined) return bool(decided);
  if (body.typed.resolutions.has(node)) return body.lowering.truth(lowerExpression(body, node));
  if (node.kind === 'UnaryOp' && node.op === 'not') return negation(lowerTest(body, node.operand));
  if (node.kind === 'BoolOp') return body.lowering.ir.at(node.range, () => lowerTests(body, node));
  return body.lowering.truth(lowerExpression(body, node));
}

export function lowerNot(body: Body, node: UnaryOp): Value {
  return { type: boolean, parts: [negation(lowerTest(body, node.operand))] };
}

function negation(test: IrExpression): IrExpression {
  return test.op === 'const' ? bool(!test.value) : not(test);
}

function lowerTests(body: Body, node: BoolOp): IrExpression {
  if (node.values.every((value) => isPlain(body, value))) return joinTests(body, node);
  const { ir } = body.lowering;
  const result = ir.local('bool', node.op);
  const evaluate = (index: number): void => {
    const operand = node.values[index]!;
    const decided = body.typed.decidedTests.get(operand);
    const isLast = index === node.values.length - 1 || decided === (node.op === 'or');
    if (decided !== undefined && !isLast) {
      evaluate(index + 1);
      return;
    }
    ir.set(result, lowerTest(body, operand));
    if (!isLast) goOnWhen(body, node, node.op === 'and' ? result : not(result), () => evaluate(index + 1));
  };
  evaluate(0);
  return result;
}

function goOnWhen(body: Body, node: BoolOp, condition: IrExpression, rest: () => void): void {
  body.lowering.ir.if(
    condition,
    () => {
      rest();
      copyAlong(body, 'thenEnd', node);
    },
    hasCopies(body, 'elseEnd', node) ? () => copyAlong(body, 'elseEnd', node) : undefined,
  );
}

/** `a and b`, `a or b`: the operand that decides, and no operand after it is evaluated. */
export function lowerBoolOp(body: Body, node: BoolOp): Value {
  const type = unliteral(typeOfNode(body, node));
  if (type.kind === 'bool' && node.values.every((value) => isPlain(body, value))) {
    return { type: boolean, parts: [joinTests(body, node)] };
  }
  const { lowering } = body;
  const result = resultLocals(body, type, node.op);
  const evaluate = (index: number): void => {
    const operand = node.values[index]!;
    const decided = body.typed.decidedTests.get(operand);
    const isLast = index === node.values.length - 1 || decided === (node.op === 'or');
    if (decided !== undefined && !isLast) {
      evaluate(index + 1);
      return;
    }
    const value = lowering.hold(operandValue(body, operand, decided));
    setResult(body, result, value, type);
    if (isLast) return;
    const truth = lowering.truth(value);
    goOnWhen(body, node, node.op === 'and' ? truth : not(truth), () => evaluate(index + 1));
  };
  evaluate(0);
  return { type, parts: result };
}

/** An operand's value; one that was decided before typing may have none of its own. */
function operandValue(body: Body, operand: Expression, decided: boolean | undefined): Value {
  if (decided === undefined || body.typed.types.has(operand)) return lowerExpression(body, operand);
  return { type: boolean, parts: [bool(decided)] };
}

/** Evaluates all operands where that is cheaper than branching, which is where none can fail or write. */
function joinTests(body: Body, node: BoolOp): IrExpression {
  const { ir } = body.lowering;
  const join = node.op === 'and' ? and : or;
  let result = lowerTest(body, node.values[0]!);
  for (const operand of node.values.slice(1)) {
    const test = lowerTest(body, operand);
    if (isCheapAndSafe(test)) {
      result = join(result, test);
      continue;
    }
    const local = ir.local('bool', node.op);
    ir.set(local, result);
    ir.if(node.op === 'and' ? local : not(local), () => ir.set(local, test));
    result = local;
  }
  return result;
}

/** Names, constants and comparisons of them: evaluating one emits no statement. */
function isPlain(body: Body, node: Expression): boolean {
  switch (node.kind) {
    case 'Name':
    case 'Constant':
      return isNumeric(body.typed.types.get(node)) && !body.typed.decidedTests.has(node);
    case 'Compare':
      if (body.typed.decidedTests.has(node) || node.ops.length > 1) return false;
      return [node.left, ...node.comparators].every((each) => isPlain(body, each));
    case 'UnaryOp':
      return node.op !== '~' && !body.typed.decidedTests.has(node) && isPlain(body, node.operand);
    case 'BoolOp':
      return node.values.every((value) => isPlain(body, value));
    default:
      return false;
  }
}

function isNumeric(type: NumbaType | undefined): boolean {
  const kind = type && unliteral(type).kind;
  return kind === 'int' || kind === 'float' || kind === 'bool';
}

export function lowerIfExp(body: Body, node: IfExp): Value {
  const decided = body.typed.decidedTests.get(node) ?? body.typed.decidedTests.get(node.test);
  if (decided !== undefined) return lowerExpression(body, decided ? node.body : node.orelse);
  const { lowering } = body;
  const type = unliteral(typeOfNode(body, node));
  const result = resultLocals(body, type, 'choice');
  const branch = (value: Expression, end: 'thenEnd' | 'elseEnd') => () => {
    setResult(body, result, lowerExpression(body, value), type);
    copyAlong(body, end, node);
  };
  lowering.ir.if(lowerTest(body, node.test), branch(node.body, 'thenEnd'), branch(node.orelse, 'elseEnd'));
  return { type, parts: result };
}

function resultLocals(body: Body, type: NumbaType, hint: string): LocalExpression[] {
  return flatten(body.lowering.valueTypeOf(type)).map((scalar) => body.lowering.ir.local(scalar, hint));
}

function setResult(body: Body, result: readonly LocalExpression[], value: Value, type: NumbaType): void {
  const { parts } = body.lowering.cast(value, type);
  result.forEach((local, i) => {
    body.lowering.ir.set(local, parts[i]!);
  });
}
