import { children } from '../infer/children';
import type { AstNode, Expression } from '../parse/ast';

/** The node and all below it, not entering nested functions and classes. */
export function walk(node: AstNode): readonly AstNode[] {
  return walkAll([node]);
}

/** The same of several nodes. What is made of them may be asked for often: bodies of functions and loops. */
export function walkAll(nodes: readonly AstNode[]): readonly AstNode[] {
  const known = insideOf.get(nodes);
  if (known) return known;
  const found: AstNode[] = [];
  const visit = (child: AstNode): void => {
    found.push(child);
    if (!isScope(child)) for (const inner of children(child)) visit(inner);
  };
  for (const node of nodes) {
    found.push(node);
    for (const child of children(node)) visit(child);
  }
  insideOf.set(nodes, found);
  return found;
}

const insideOf = new WeakMap<readonly AstNode[], readonly AstNode[]>();

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

function isScope(node: AstNode): boolean {
  return node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda';
}
