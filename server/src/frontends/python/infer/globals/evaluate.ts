import type { BinaryOperator, CompareOperator, Expression, Name } from '../../parse/ast';
import { complex128, float64, literalInt, none, type NumbaType, tupleOf } from '../../types/numbaType';
import type { ConstantValue } from '../typedFunction';
import { type KnownConstant, constantNamed } from './moduleConstants';

/** What names mean to an evaluation. */
export interface EvaluationScope {
  name(name: Name): KnownConstant | undefined;
  qualifiedName(expression: Expression): string | undefined;
}

/** The value of an expression made of constants, by Python's rules; undefined where it is not one. */
export function evaluate(node: Expression, scope: EvaluationScope): KnownConstant | undefined {
  switch (node.kind) {
    case 'Constant':
      return literalConstant(node.value);
    case 'Name': {
      const qualified = scope.qualifiedName(node);
      return (qualified && constantNamed(qualified)) || scope.name(node);
    }
    case 'Attribute': {
      const qualified = scope.qualifiedName(node);
      return qualified ? constantNamed(qualified) : undefined;
    }
    case 'UnaryOp': {
      const operand = evaluate(node.operand, scope);
      return operand && known(unary(node.op, operand.value));
    }
    case 'BinOp': {
      const left = evaluate(node.left, scope);
      const right = left && evaluate(node.right, scope);
      return right && known(binary(node.op, left.value, right.value));
    }
    case 'Compare': {
      if (node.ops.length !== 1) return undefined;
      const left = evaluate(node.left, scope);
      const right = left && evaluate(node.comparators[0]!, scope);
      if (!right) return undefined;
      const result = compareConstants(node.ops[0]!, left.value, right.value);
      return result === undefined ? undefined : known({ kind: 'bool', value: result });
    }
    case 'Subscript': {
      const container = evaluate(node.value, scope);
      const index = container && evaluate(node.index, scope);
      return index && known(itemOf(container.value, index.value));
    }
    case 'Tuple': {
      const elements = node.elements.map((element) => evaluate(element, scope));
      if (!elements.every((element) => element !== undefined)) return undefined;
      return {
        type: tupleOf(elements.map((element) => element.type)),
        value: { kind: 'tuple', elements: elements.map((element) => element.value) },
      };
    }
    default:
      return undefined;
  }
}

function itemOf(container: ConstantValue, index: ConstantValue): ConstantValue | undefined {
  if (index.kind !== 'int') return undefined;
  if (container.kind === 'bytes') {
    const byte = container.value.at(Number(index.value));
    return byte === undefined ? undefined : { kind: 'int', value: BigInt(byte) };
  }
  const character =
    container.kind === 'str' ? Array.from(container.value).at(Number(index.value)) : undefined;
  return character === undefined ? undefined : { kind: 'str', value: character };
}

export function literalConstant(
  value: (Expression & { kind: 'Constant' })['value'],
): KnownConstant | undefined {
  switch (value.type) {
    case 'int':
    case 'float':
    case 'str':
    case 'bool':
      return known({ kind: value.type, value: value.value } as ConstantValue);
    case 'complex':
      return known({ kind: 'complex', re: 0, im: value.value });
    case 'bytes':
      return known({ kind: 'bytes', value: value.value });
    case 'None':
      return known({ kind: 'none' });
    default:
      return undefined;
  }
}

/** The constant with its Numba type, literal where Numba has literals. */
export function known(value: ConstantValue | undefined): KnownConstant | undefined {
  const type = value && constantType(value);
  return type && { type, value };
}

/** Undefined for an integer that no Numba type holds. */
export function constantType(value: ConstantValue): NumbaType | undefined {
  switch (value.kind) {
    case 'int':
      return value.value >= -(2n ** 63n) && value.value < 2n ** 64n ? literalInt(value.value) : undefined;
    case 'float':
      return float64;
    case 'complex':
      return complex128;
    case 'bool':
      return { kind: 'literal', literal: 'bool', value: value.value };
    case 'str':
      return { kind: 'literal', literal: 'str', value: value.value };
    case 'none':
      return none;
    case 'bytes':
      return { kind: 'bytes' };
    case 'tuple': {
      const elements = value.elements.map(constantType);
      return elements.every((element) => element !== undefined) ? tupleOf(elements) : undefined;
    }
    case 'datetime':
      return undefined;
  }
}

/** Python's truth value. */
export function truthOf(value: ConstantValue): boolean | undefined {
  switch (value.kind) {
    case 'int':
      return value.value !== 0n;
    case 'float':
      return value.value !== 0;
    case 'complex':
      return value.re !== 0 || value.im !== 0;
    case 'bool':
      return value.value;
    case 'str':
      return value.value !== '';
    case 'bytes':
      return value.value.length > 0;
    case 'none':
      return false;
    case 'tuple':
      return value.elements.length > 0;
    case 'datetime':
      return undefined;
  }
}

function unary(op: string, value: ConstantValue): ConstantValue | undefined {
  if (op === 'not') {
    const truth = truthOf(value);
    return truth === undefined ? undefined : { kind: 'bool', value: !truth };
  }
  if (value.kind === 'int' || value.kind === 'bool') {
    const operand = BigInt(value.value);
    return { kind: 'int', value: op === '-' ? -operand : op === '~' ? ~operand : operand };
  }
  if (value.kind === 'float' && op !== '~') {
    return { kind: 'float', value: op === '-' ? -value.value : value.value };
  }
  if (value.kind === 'complex' && op === '-') return { kind: 'complex', re: -value.re, im: -value.im };
  return undefined;
}

function binary(op: BinaryOperator, a: ConstantValue, b: ConstantValue): ConstantValue | undefined {
  if (a.kind === 'str' && b.kind === 'str' && op === '+') return { kind: 'str', value: a.value + b.value };
  if (a.kind === 'tuple' && b.kind === 'tuple' && op === '+') {
    return { kind: 'tuple', elements: [...a.elements, ...b.elements] };
  }
  if (isIntegral(a) && isIntegral(b)) return integerOperation(op, BigInt(a.value), BigInt(b.value));
  if (isReal(a) && isReal(b)) {
    const value = realOperation(op, Number(a.value), Number(b.value));
    return value === undefined ? undefined : { kind: 'float', value };
  }
  return undefined;
}

type Integral = ConstantValue & { kind: 'int' | 'bool' };
type Real = ConstantValue & { kind: 'int' | 'bool' | 'float' };
const isIntegral = (value: ConstantValue): value is Integral => value.kind === 'int' || value.kind === 'bool';
const isReal = (value: ConstantValue): value is Real => isIntegral(value) || value.kind === 'float';

const maxExponent = 4096n;

function integerOperation(op: BinaryOperator, a: bigint, b: bigint): ConstantValue | undefined {
  const int = (value: bigint): ConstantValue => ({ kind: 'int', value });
  switch (op) {
    case '+':
      return int(a + b);
    case '-':
      return int(a - b);
    case '*':
      return int(a * b);
    case '/':
      return b === 0n ? undefined : { kind: 'float', value: Number(a) / Number(b) };
    case '//':
      return b === 0n ? undefined : int(floorDivide(a, b));
    case '%':
      return b === 0n ? undefined : int(a - floorDivide(a, b) * b);
    case '**':
      if (b < 0n) return a === 0n ? undefined : { kind: 'float', value: Number(a) ** Number(b) };
      return b > maxExponent ? undefined : int(a ** b);
    case '<<':
      return b < 0n || b > maxExponent ? undefined : int(a << b);
    case '>>':
      return b < 0n ? undefined : int(a >> b);
    case '&':
      return int(a & b);
    case '|':
      return int(a | b);
    case '^':
      return int(a ^ b);
    default:
      return undefined;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Python's arithmetic of floats; undefined where it raises or leaves the reals. */
export function realOperation(op: BinaryOperator, a: number, b: number): number | undefined {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '//':
      return b === 0 ? undefined : Math.floor(a / b);
    case '%':
      return b === 0 ? undefined : a - Math.floor(a / b) * b;
    case '**':
      return a < 0 && !Number.isInteger(b) ? undefined : a ** b;
    default:
      return undefined;
  }
}

/** Python's comparison of two constants; undefined where Python raises or it cannot be told. */
export function compareConstants(
  op: CompareOperator,
  a: ConstantValue,
  b: ConstantValue,
): boolean | undefined {
  if (op === 'is' || op === 'is not') {
    const same = a.kind === b.kind && equalConstants(a, b);
    return op === 'is' ? same : !same;
  }
  if (op === '==') return equalConstants(a, b);
  if (op === '!=') return !equalConstants(a, b);
  if (op === 'in' || op === 'not in') {
    if (b.kind !== 'tuple') return undefined;
    const found = b.elements.some((element) => equalConstants(a, element));
    return op === 'in' ? found : !found;
  }
  if (isReal(a) && isReal(b)) return ordered(op, a.value, b.value);
  if (a.kind === 'str' && b.kind === 'str') return ordered(op, a.value, b.value);
  return undefined;
}

function equalConstants(a: ConstantValue, b: ConstantValue): boolean {
  if (isReal(a) && isReal(b)) {
    const [left, right] = [a.value, b.value].map((value) =>
      typeof value === 'boolean' ? Number(value) : value,
    );
    // Loose equality compares a bigint and a number by value.
    // biome-ignore lint/suspicious/noDoubleEquals: see above
    return left == right;
  }
  if (a.kind !== b.kind) return false;
  if (a.kind === 'tuple' && b.kind === 'tuple') {
    return (
      a.elements.length === b.elements.length && a.elements.every((e, i) => equalConstants(e, b.elements[i]!))
    );
  }
  if (a.kind === 'none') return true;
  if (a.kind === 'complex' && b.kind === 'complex') return a.re === b.re && a.im === b.im;
  return 'value' in a && 'value' in b && a.value === b.value;
}

function ordered<T>(op: CompareOperator, a: T, b: T): boolean {
  switch (op) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}
