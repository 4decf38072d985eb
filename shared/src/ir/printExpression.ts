import type { Address, ConstExpression, Expression, RaisedError } from './nodes';
import { comparePrecedence, infixOperators, printName, unaryPrecedence } from './text';

const infix = new Map(infixOperators.map((operator) => [operator.op as string, operator]));

/** One expression as text; `precedence` is how tightly the place it stands in binds. */
export function printExpression(expression: Expression, precedence = 0): string {
  const operator = infix.get(expression.op);
  if (operator && 'left' in expression) {
    const own = operator.precedence;
    // Comparisons do not chain, so a comparison inside a comparison needs parentheses on either side.
    const left = printExpression(expression.left, own === comparePrecedence ? own + 1 : own);
    const right = printExpression(expression.right, own + 1);
    return parenthesize(`${left} ${operator.text} ${right}`, own < precedence);
  }
  switch (expression.op) {
    case 'const':
      return printConstant(expression);
    case 'local':
      return printName(expression.name);
    case 'dataAddress':
      return `&${printName(expression.segment)}`;
    case 'neg':
      return `-${printSigned(expression.value)}`;
    case 'not':
      return `${expression.type === 'bool' ? '!' : '~'}${printExpression(expression.value, unaryPrecedence)}`;
    case 'select': {
      const { condition, whenTrue, whenFalse } = expression;
      const text = `${printExpression(condition, 1)} ? ${printExpression(whenTrue, 1)} : ${printExpression(whenFalse)}`;
      return parenthesize(text, precedence > 0);
    }
    case 'convert':
      return `${expression.type}(${printExpression(expression.value)})`;
    case 'reinterpret':
      return `reinterpret ${expression.type}(${printExpression(expression.value)})`;
    case 'load':
      return `${expression.type}${expression.form ? `.${expression.form}` : ''}[${printAddress(expression.address)}]`;
    case 'wrapIndex':
      return `wrapIndex(${printList([expression.index, expression.length])})`;
    case 'checkIndex': {
      const operands = printList([expression.index, expression.length]);
      return `checkIndex(${operands}, ${expression.optional ? 'optional ' : ''}${printError(expression.error)})`;
    }
    case 'math':
      return `${expression.function}(${printList(expression.args)})`;
    case 'simd': {
      const lanes = expression.lanes?.map((lane) => `${lane}, `).join('') ?? '';
      return `${expression.instruction}(${lanes}${printList(expression.args)})`;
    }
    case 'call':
      return `call ${expression.type} ${printName(expression.callee)}(${printList(expression.args)})`;
    default:
      return 'left' in expression
        ? `${expression.op}(${printList([expression.left, expression.right])})`
        : `${expression.op}(${printExpression(expression.value)})`;
  }
}

export function printList(expressions: readonly Expression[]): string {
  return expressions.map((expression) => printExpression(expression)).join(', ');
}

/** `base + index * scale + offset`; the scale is always written, which tells index from offset. */
export function printAddress(address: Address): string {
  let text = printExpression(address.base, unaryPrecedence);
  if (address.index) text += ` + ${printExpression(address.index, unaryPrecedence)} * ${address.scale ?? 1}`;
  const offset = address.offset ?? 0;
  if (offset !== 0) text += offset < 0 ? ` - ${-offset}` : ` + ${offset}`;
  return text;
}

export function printError(error: RaisedError, args: readonly Expression[] = []): string {
  const rest = args.length > 0 ? `, ${printList(args)}` : '';
  return `${printName(error.name)}(${JSON.stringify(error.message)}${rest})`;
}

/** `-5` is the constant, so negating a constant keeps parentheses. */
function printSigned(value: Expression): string {
  const text = printExpression(value, unaryPrecedence);
  return value.op === 'const' ? `(${text})` : text;
}

function printConstant({ type, value }: ConstExpression): string {
  if (type === 'bool') return value ? 'true' : 'false';
  if (type === 'f64' || type === 'f32') {
    const suffix = type === 'f32' ? 'f32' : '';
    return printFloat(Number(value), suffix);
  }
  return type === 'i64' ? String(value) : `${value}${type}`;
}

function printFloat(value: number, suffix: string): string {
  if (Number.isFinite(value)) {
    const text = Object.is(value, -0) ? '-0' : String(value);
    return `${/[.e]/.test(text) ? text : `${text}.0`}${suffix}`;
  }
  const word = Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
  return suffix ? `${word}.${suffix}` : word;
}

function parenthesize(text: string, when: boolean): string {
  return when ? `(${text})` : text;
}
