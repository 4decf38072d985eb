import type { AstNode, Expression } from '../parse/ast';

/** Direct children of a node in source order, through the plain objects (keywords, handlers, generators) between them. */
export function* childNodes(node: AstNode): Generator<AstNode> {
  for (const value of Object.values(node)) yield* nodesIn(value);
}

/** The node and all below it, not entering nested functions and classes. */
export function* walk(node: AstNode): Generator<AstNode> {
  yield node;
  for (const child of childNodes(node)) {
    if (child.kind === 'FunctionDef' || child.kind === 'ClassDef' || child.kind === 'Lambda') yield child;
    else yield* walk(child);
  }
}

export function* walkAll(nodes: readonly AstNode[]): Generator<AstNode> {
  for (const node of nodes) yield* walk(node);
}

/** Names read or written anywhere below the nodes. */
export function namesIn(nodes: readonly AstNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of walkAll(nodes)) if (node.kind === 'Name') names.add(node.id);
  return names;
}

/** Names that a target binds: `x`, `(x, y)`, `*rest`; not `a[i]` nor `a.b`. */
export function boundNames(target: Expression): readonly string[] {
  if (target.kind === 'Name') return [target.id];
  if (target.kind === 'Tuple' || target.kind === 'List') return target.elements.flatMap(boundNames);
  if (target.kind === 'Starred') return boundNames(target.value);
  return [];
}

function* nodesIn(value: unknown): Generator<AstNode> {
  if (Array.isArray(value)) {
    for (const one of value) yield* nodesIn(one);
  } else if (isObject(value)) {
    if (typeof value.kind === 'string' && isObject(value.range)) yield value as unknown as AstNode;
    else if (!(value instanceof Uint8Array)) for (const inner of Object.values(value)) yield* nodesIn(inner);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
