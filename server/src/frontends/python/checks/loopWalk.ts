import { children } from '../infer/children';
import type { AstNode, For, While } from '../parse/ast';

export interface NodeInLoops {
  readonly node: AstNode;
  /** The loops whose bodies it stands in, outermost first. */
  readonly loops: readonly (For | While)[];
}

const known = new WeakMap<readonly AstNode[], readonly NodeInLoops[]>();

/** Every node below, with the loops around it; nested functions, lambdas and classes are left out. */
export function nodesInLoops(nodes: readonly AstNode[]): readonly NodeInLoops[] {
  const done = known.get(nodes);
  if (done) return done;
  const found: NodeInLoops[] = [];
  collect(nodes, [], found);
  known.set(nodes, found);
  return found;
}

function collect(nodes: readonly AstNode[], loops: NodeInLoops['loops'], found: NodeInLoops[]): void {
  for (const node of nodes) {
    if (node.kind === 'FunctionDef' || node.kind === 'ClassDef' || node.kind === 'Lambda') continue;
    found.push({ node, loops });
    if (node.kind !== 'For' && node.kind !== 'While') {
      collect(children(node), loops, found);
      continue;
    }
    collect(node.kind === 'For' ? [node.target, node.iter] : [node.test], loops, found);
    collect(node.body, [...loops, node], found);
    collect(node.orelse, loops, found);
  }
}
