import { children } from '../infer/children';
import type { AstNode, For, While } from '../parse/ast';

export interface NodeInLoops {
  readonly node: AstNode;
  /** The loops whose bodies it stands in, outermost first. */
  readonly loops: readonly (For | While)[];
}

/** Every node below, with the loops around it; nested functions, lambdas and classes are left out. */
export function nodesInLoops(nodes: readonly AstNode[], loops: readonly (For | While)[] = []): NodeInLoops[] {
  return nodes.flatMap((node): NodeInLoops[] => {
    if (node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda') return [];
    const found: NodeInLoops[] = [{ node, loops }];
    if (node.kind !== 'For' && node.kind !== 'While')
      return [...found, ...nodesInLoops(children(node), loops)];
    const header = node.kind === 'For' ? [node.target, node.iter] : [node.test];
    return [
      ...found,
      ...nodesInLoops(header, loops),
      ...nodesInLoops(node.body, [...loops, node]),
      ...nodesInLoops(node.orelse, loops),
    ];
  });
}
