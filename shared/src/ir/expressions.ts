import type { MathFunction } from './mathFunctions';
import type {
  Address,
  BinaryOperator,
  CompareOperator,
  Expression,
  LocalExpression,
  UnaryOperator,
} from './nodes';
import type { ScalarType } from './scalarType';
import { simdInstructions, type VectorLoad } from './simd';

/** Makers of expressions, valid by construction: a wrong operand type throws at once, since it is our own bug. */

export function constant(type: ScalarType, value: number | bigint | boolean): Expression {
  if (type === 'i64') return { op: 'const', type, value: BigInt.asIntN(64, BigInt(value)) };
  if (type === 'u64') return { op: 'const', type, value: BigInt.asUintN(64, BigInt(value)) };
  return { op: 'const', type, value: Number(value) };
}

export const i64 = (value: number | bigint): Expression => constant('i64', value);
export const i32 = (value: number): Expression => constant('i32', value);
export const f64 = (value: number): Expression => constant('f64', value);
export const bool = (value: boolean): Expression => constant('bool', value);
export const nullPointer: Expression = { op: 'const', type: 'ptr', value: 0 };

export function binary(op: BinaryOperator, left: Expression, right: Expression): Expression {
  expectSame(op, left, right);
  return { op, type: left.type, left, right };
}

export const add = (a: Expression, b: Expression): Expression => binary('add', a, b);
export const sub = (a: Expression, b: Expression): Expression => binary('sub', a, b);
export const mul = (a: Expression, b: Expression): Expression => binary('mul', a, b);

export function compare(op: CompareOperator, left: Expression, right: Expression): Expression {
  expectSame(op, left, right);
  return { op, type: 'bool', left, right };
}

export const eq = (a: Expression, b: Expression): Expression => compare('eq', a, b);
export const ne = (a: Expression, b: Expression): Expression => compare('ne', a, b);
export const lt = (a: Expression, b: Expression): Expression => compare('lt', a, b);
export const le = (a: Expression, b: Expression): Expression => compare('le', a, b);
export const gt = (a: Expression, b: Expression): Expression => compare('gt', a, b);
export const ge = (a: Expression, b: Expression): Expression => compare('ge', a, b);

export function unary(op: UnaryOperator, value: Expression): Expression {
  return { op, type: value.type, value };
}

export const neg = (value: Expression): Expression => unary('neg', value);
export const not = (value: Expression): Expression => unary('not', value);

export function and(a: Expression, b: Expression): Expression {
  return binary('and', a, b);
}
export function or(a: Expression, b: Expression): Expression {
  return binary('or', a, b);
}

export function select(condition: Expression, whenTrue: Expression, whenFalse: Expression): Expression {
  expectSame('select', whenTrue, whenFalse);
  expectType('select', condition, 'bool');
  return { op: 'select', type: whenTrue.type, condition, whenTrue, whenFalse };
}

/** Leaves a value of that type alone. */
export function convert(value: Expression, type: ScalarType): Expression {
  if (value.type === type) return value;
  if (value.op === 'const' && (type === 'i64' || type === 'f64') && typeof value.value === 'number') {
    // What is out of range is converted when it runs, as all out of range is.
    const isExact = Number.isInteger(value.value) && Math.abs(value.value) < 2 ** 63;
    if (type === 'f64' || isExact) return constant(type, value.value);
  }
  return { op: 'convert', type, value };
}

export function reinterpret(value: Expression, type: ScalarType): Expression {
  return { op: 'reinterpret', type, value };
}

export function load(type: ScalarType, address: Address): Expression {
  return { op: 'load', type, address };
}

export function math(name: MathFunction, ...args: Expression[]): Expression {
  const type = args[0]!.type;
  if (type !== 'f32' && type !== 'f64') throw new Error(`IR: math.${name} of ${type}`);
  return { op: 'math', type, function: name, args };
}

export function call(callee: string, type: ScalarType, ...args: Expression[]): Expression {
  return { op: 'call', type, callee, args };
}

/** A SIMD instruction by its name, `f64x2.add`. */
export function simd(
  instruction: string,
  args: readonly Expression[],
  lanes?: readonly number[],
): Expression {
  const signature = simdInstructions.get(instruction);
  if (!signature) throw new Error(`IR: no instruction ${instruction}`);
  if (signature.operands.length !== args.length) throw new Error(`IR: ${instruction} of ${args.length}`);
  for (const [i, type] of signature.operands.entries()) expectType(instruction, args[i]!, type);
  const node = { op: 'simd', type: signature.result, instruction, args } as const;
  return lanes ? { ...node, lanes } : node;
}

export function loadVector(address: Address, form?: VectorLoad): Expression {
  return form ? { op: 'load', type: 'v128', address, form } : { op: 'load', type: 'v128', address };
}

export function dataAddress(segment: string): Expression {
  return { op: 'dataAddress', type: 'ptr', segment };
}

export function wrapIndex(index: Expression, length: Expression): Expression {
  expectType('wrapIndex', index, 'i64');
  expectType('wrapIndex', length, 'i64');
  return { op: 'wrapIndex', type: 'i64', index, length };
}

export function localExpression(name: string, type: ScalarType): LocalExpression {
  return { op: 'local', type, name };
}

/** Whether evaluating twice, or not at all, makes no difference and costs nothing. */
export function isTrivial(expression: Expression): boolean {
  return expression.op === 'const' || expression.op === 'local' || expression.op === 'dataAddress';
}

function expectSame(what: string, left: Expression, right: Expression): void {
  if (left.type !== right.type) throw new Error(`IR: ${what} of ${left.type} and ${right.type}`);
}

function expectType(what: string, value: Expression, type: ScalarType): void {
  if (value.type !== type) throw new Error(`IR: ${what} needs ${type}, got ${value.type}`);
}
