import type { BoundFunction } from '../bind/boundModule';
import type { AstNode, Expression, Return } from '../parse/ast';
import { walk } from './childNodes';

/**
 * Whether the function computes one value from its parameters element by element: simple assignments and a single
 * final `return` of arithmetic, comparisons and calls, with no loops, indexing or stores. What it calls is left to
 * inference.
 */
export function isElementwise(fn: BoundFunction): boolean {
  const { node } = fn;
  const body = isDocstring(node.body[0]) ? node.body.slice(1) : node.body;
  const last = body.at(-1);
  if (node.params.length === 0 || node.params.some((one) => one.kind !== 'positional' || one.default))
    return false;
  if (last?.kind !== 'Return' || !last.value || !isArithmetic(last)) return false;
  return body.slice(0, -1).every((statement) => {
    return (
      statement.kind === 'Assign' &&
      statement.targets.every((target) => target.kind === 'Name') &&
      isArithmetic(statement)
    );
  });
}

const arithmetic = new Set<AstNode['kind']>([
  'Return',
  'Assign',
  'Name',
  'Constant',
  'BinOp',
  'UnaryOp',
  'Compare',
  'BoolOp',
  'IfExp',
  'Call',
  'Attribute',
]);

function isArithmetic(node: AstNode): boolean {
  let operations = 0;
  for (const one of walk(node)) {
    if (!arithmetic.has(one.kind)) return false;
    if (one.kind === 'BinOp' || one.kind === 'Compare' || one.kind === 'Call' || one.kind === 'UnaryOp')
      operations++;
    if (one.kind === 'Call' && (one.keywords.length > 0 || !isFunctionPath(one.func))) return false;
    if (one.kind === 'Constant' && !['int', 'float', 'bool', 'complex'].includes(one.value.type))
      return false;
  }
  return operations > 0;
}

/** `f`, `np.square`, `math.sqrt`; not a method of a parameter. */
function isFunctionPath(expression: Expression): boolean {
  return expression.kind === 'Name' || (expression.kind === 'Attribute' && isFunctionPath(expression.value));
}

function isDocstring(statement: AstNode | undefined): boolean {
  return (
    statement?.kind === 'ExpressionStatement' &&
    statement.value.kind === 'Constant' &&
    statement.value.value.type === 'str'
  );
}

/** The expression that an elementwise function is about. */
export function elementwiseExpression(fn: BoundFunction): Expression | undefined {
  return (fn.node.body.at(-1) as Return | undefined)?.value;
}
