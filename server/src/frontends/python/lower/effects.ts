import { childrenOf } from '@jitsight/shared/ir/walk';
import type { Expression as IrExpression } from '@jitsight/shared/ir/nodes';
import type { Resolution, TypedFunction } from '../infer/typedFunction';
import type { Expression } from '../parse/ast';

/** Whether evaluating the expression may change a variable or memory that an operand evaluated before it reads. */
export function mayWrite(typed: TypedFunction, node: Expression): boolean {
  if (node.kind === 'NamedExpr') return true;
  if (node.kind === 'Call' && !isPureCall(typed.resolutions.get(node))) return true;
  if (node.kind === 'Lambda') return false;
  return childExpressions(node).some((child) => mayWrite(typed, child));
}

const pureBuiltins = new Set(
  [
    'abs',
    'len',
    'min',
    'max',
    'int',
    'float',
    'bool',
    'complex',
    'range',
    'round',
    'divmod',
    'ord',
    'chr',
    'pow',
  ].map((name) => `builtins.${name}`),
);

/** Whether the call leaves all memory that the program knows of as it is. */
export function isPureCall(resolution: Resolution | undefined): boolean {
  if (!resolution) return false;
  if (resolution.kind === 'constant' || resolution.kind === 'nothing') return true;
  if (resolution.kind === 'typed' || resolution.kind === 'construct') return false;
  const { name } = resolution.function;
  if (name.startsWith('math.') || name.startsWith('cmath.') || pureBuiltins.has(name)) return true;
  // NumPy functions of scalars; given arrays, some of them write.
  return name.startsWith('numpy.') && resolution.args.every((arg) => isScalar(arg.type.kind));
}

function isScalar(kind: string): boolean {
  return kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'complex' || kind === 'literal';
}

function childExpressions(node: object): Expression[] {
  return Object.values(node).flatMap(expressionsIn);
}

function expressionsIn(value: unknown): Expression[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  if (Array.isArray(value)) return value.flatMap(expressionsIn);
  if ('kind' in value && 'range' in value) return [value as Expression];
  return childExpressions(value);
}

/** Whether the IR expression reads one of these locals. */
export function readsLocals(expression: IrExpression, names: ReadonlySet<string>): boolean {
  if (expression.op === 'local') return names.has(expression.name);
  return childrenOf(expression).some((child) => readsLocals(child, names));
}

/** Whether the IR expression reads memory or calls, so that its value depends on when it is evaluated. */
export function readsMemory(expression: IrExpression): boolean {
  if (expression.op === 'load' || expression.op === 'call') return true;
  return childrenOf(expression).some(readsMemory);
}

/** Whether evaluating the IR expression can neither fail nor cost more than a branch around it. */
export function isCheapAndSafe(expression: IrExpression, budget = 4): boolean {
  switch (expression.op) {
    case 'load':
    case 'call':
    case 'math':
    case 'checkIndex':
    case 'div':
    case 'rem':
    case 'floordiv':
    case 'floormod':
      return false;
    default:
      return budget > 0 && childrenOf(expression).every((child) => isCheapAndSafe(child, budget - 1));
  }
}
