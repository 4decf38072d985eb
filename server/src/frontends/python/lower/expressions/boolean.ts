import { and, not, or } from '@jitsight/shared/ir/expressions';
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

/** The truth of a condition. */
export function lowerTest(body: Body, node: Expression): IrExpression {
  return body.lowering.truth(lowerExpression(body, node));
}

export function lowerNot(body: Body, node: UnaryOp): Value {
  return { type: boolean, parts: [not(lowerTest(body, node.operand))] };
}

/** `a and b`, `a or b`: the operand that decides, and no operand after it is evaluated. */
export function lowerBoolOp(body: Body, node: BoolOp): Value {
  const type = unliteral(typeOfNode(body, node));
  if (type.kind === 'bool' && node.values.every((value) => isPlain(body, value))) {
    return joinTests(body, node);
  }
  const { lowering } = body;
  const result = resultLocals(body, type, node.op);
  const evaluate = (index: number): void => {
    const value = lowering.hold(lowerExpression(body, node.values[index]!));
    setResult(body, result, value, type);
    const decided = body.typed.decidedTests.get(node.values[index]!);
    if (index === node.values.length - 1 || decided === (node.op === 'or')) return;
    if (decided !== undefined) {
      evaluate(index + 1);
      return;
    }
    const truth = lowering.truth(value);
    const goOn = node.op === 'and' ? truth : not(truth);
    lowering.ir.if(
      goOn,
      () => {
        evaluate(index + 1);
        copyAlong(body, 'thenEnd', node);
      },
      hasCopies(body, 'elseEnd', node) ? () => copyAlong(body, 'elseEnd', node) : undefined,
    );
  };
  evaluate(0);
  return { type, parts: result };
}

/** Evaluates all operands where that is cheaper than branching, which is where none can fail or write. */
function joinTests(body: Body, node: BoolOp): Value {
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
  return { type: boolean, parts: [result] };
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
