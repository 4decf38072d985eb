import type { AstNode } from '../parse/ast';

/** Direct child statements and expressions in source order, looking through keywords, handlers, parameters and clauses. */
export function children(node: AstNode): readonly AstNode[] {
  if (node.kind === 'Name' || node.kind === 'Constant') return none;
  const known = childrenOf.get(node);
  if (known) return known;
  const found: AstNode[] = [];
  for (const value of Object.values(node)) if (typeof value === 'object') collect(value, found);
  childrenOf.set(node, found);
  return found;
}

const none: readonly AstNode[] = [];

/** Trees are frozen, and many checks walk the same function. */
const childrenOf = new WeakMap<AstNode, readonly AstNode[]>();

/** The node and everything below it. `enter` says whether to look inside a node. */
export function walk(node: AstNode, enter: (node: AstNode) => boolean = () => true): AstNode[] {
  const found: AstNode[] = [];
  const visit = (one: AstNode): void => {
    found.push(one);
    if (enter(one)) for (const child of children(one)) visit(child);
  };
  visit(node);
  return found;
}

const isScope = (node: AstNode): boolean =>
  node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda';

/** All nodes of a body, not entering nested functions, lambdas and classes. */
export function walkBody(body: readonly AstNode[]): readonly AstNode[] {
  const known = insideOf.get(body);
  if (known) return known;
  const found: AstNode[] = [];
  const visit = (node: AstNode): void => {
    found.push(node);
    if (!isScope(node)) for (const child of children(node)) visit(child);
  };
  for (const node of body) visit(node);
  insideOf.set(body, found);
  return found;
}

const insideOf = new WeakMap<readonly AstNode[], readonly AstNode[]>();

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
  } else if (!('start' in record)) {
    // No range: those are met in every node.
    for (const inner of Object.values(record)) if (typeof inner === 'object') collect(inner, found);
  }
}
