import type { Address, Expression } from '../ir/nodes';
import { childrenOf } from '../ir/walk';

/** Structural equality, whatever the source ranges: equal expressions without loads or calls have equal values. */
export function sameExpression(a: Expression, b: Expression): boolean {
  if (a === b) return true;
  if (a.op !== b.op || a.type !== b.type) return false;
  return expressionKey(a) === expressionKey(b);
}

/** Nodes never change, so a key holds for ever; passes ask for the same ones again and again. */
const keys = new WeakMap<Expression, string>();

/** Equal for structurally equal expressions, of one function. */
export function expressionKey(expression: Expression): string {
  let key = keys.get(expression);
  if (key === undefined) {
    key = makeKey(expression);
    keys.set(expression, key);
  }
  return key;
}

function makeKey(expression: Expression): string {
  switch (expression.op) {
    case 'const':
      return `${Object.is(expression.value, -0) ? '-0' : expression.value}:${expression.type}`;
    case 'local':
      return `$${expression.name}`;
    case 'dataAddress':
      return `&${expression.segment}`;
    case 'load':
      return `${expression.type}${expression.form ?? ''}[${addressKey(expression.address)}]`;
    default: {
      const name = nameOf(expression);
      return `${expression.op}${name}:${expression.type}(${childrenOf(expression).map(expressionKey).join(',')})`;
    }
  }
}

/** Equal for addresses that are equal when their parts are. */
export function addressKey({ base, index, scale, offset }: Address): string {
  const scaled = index ? `+${expressionKey(index)}*${scale ?? 1}` : '';
  return `${expressionKey(base)}${scaled}+${offset ?? 0}`;
}

function nameOf(expression: Expression): string {
  switch (expression.op) {
    case 'math':
      return ` ${expression.function}`;
    case 'call':
      return ` ${expression.callee}`;
    case 'simd':
      return ` ${expression.instruction}${expression.lanes ?? ''}`;
    case 'checkIndex':
      return ` ${JSON.stringify(expression.error)}${expression.optional}`;
    default:
      return '';
  }
}
