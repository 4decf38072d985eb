import type { Expression } from '../ir/nodes';

/** Structural equality, whatever the source ranges: equal expressions without loads or calls have equal values. */
export function sameExpression(a: Expression, b: Expression): boolean {
  if (a === b) return true;
  if (a.op !== b.op || a.type !== b.type) return false;
  if (a.op === 'const') return Object.is(a.value, (b as typeof a).value);
  if (a.op === 'local') return a.name === (b as typeof a).name;
  return expressionKey(a) === expressionKey(b);
}

/** Equal for structurally equal expressions. */
export function expressionKey(expression: Expression): string {
  return JSON.stringify(expression, (key, value) => {
    if (key === 'range') return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value === 'number' && (Object.is(value, -0) || !Number.isFinite(value)))
      return `${Object.is(value, -0) ? '-0' : value}`;
    return value;
  });
}
