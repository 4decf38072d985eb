import type { AstNode } from '../parse/ast';

/** Direct child statements and expressions in source order, looking through keywords, handlers, parameters and clauses. */
export function children(node: AstNode): AstNode[] {
  const found: AstNode[] = [];
  for (const value of Object.values(node)) collect(value, found);
  return found;
}

/** The node and everything below it. `enter` says whether to look inside a node. */
export function* walk(node: AstNode, enter: (node: AstNode) => boolean = () => true): Generator<AstNode> {
  yield node;
  if (!enter(node)) return;
  for (const child of children(node)) yield* walk(child, enter);
}

const isScope = (node: AstNode): boolean =>
  node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda';

/** All nodes of a body, not entering nested functions, lambdas and classes. */
export function* walkBody(body: readonly AstNode[]): Generator<AstNode> {
  for (const node of body) yield* walk(node, (inner) => !isScope(inner));
}

// Parameters have a `kind` of their own; their annotation and default are looked for inside.
const parameterKinds = new Set([
  'positionalOnly',
  'positional',
  'varPositional',
  'keywordOnly',
  'varKeyword',
]);

function collect(value: unknown, found: AstNode[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found);
    return;
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  const record = value as Record<string, unknown>;
  if (typeof record.kind === 'string' && 'range' in record && !parameterKinds.has(record.kind)) {
    found.push(value as AstNode);
  } else {
    for (const inner of Object.values(record)) collect(inner, found);
  }
}
