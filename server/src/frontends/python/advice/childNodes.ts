import { children } from '../infer/children';
import type { AstNode, Expression } from '../parse/ast';

/** The node and all below it, not entering nested functions and classes. */
export function walk(node: AstNode): readonly AstNode[] {
  const found: AstNode[] = [node];
  const visit = (child: AstNode): void => {
    found.push(child);
    if (!isScope(child)) children(child).forEach(visit);
  };
  children(node).forEach(visit);
  return found;
}

export function walkAll(nodes: readonly AstNode[]): AstNode[] {
  return nodes.flatMap(walk);
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

function isScope(node: AstNode): boolean {
  return node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda';
}
