import type { TextRange } from '@jitsight/shared/source/range';
import type { BoundModule } from '../bind/boundModule';
import { children } from '../infer/children';
import type { AstNode, Statement } from '../parse/ast';

/** The nodes that contain a range, outermost first. */
export function pathTo(module: BoundModule, range: TextRange): readonly AstNode[] {
  const path: AstNode[] = [];
  let level: readonly AstNode[] = module.tree.body;
  for (;;) {
    const next = level.find((one) => one.range.start <= range.start && range.end <= one.range.end);
    if (!next) return path;
    path.push(next);
    level = children(next);
  }
}

/** The innermost node of a kind that contains a range. */
export function nodeAt<K extends AstNode['kind']>(
  module: BoundModule,
  range: TextRange,
  kind: K,
): Extract<AstNode, { kind: K }> | undefined {
  return pathTo(module, range).findLast((one): one is Extract<AstNode, { kind: K }> => one.kind === kind);
}

const simple = new Set<AstNode['kind']>([
  'Assign',
  'AugAssign',
  'AnnAssign',
  'ExpressionStatement',
  'Return',
]);

/** The statement of one line that a range stands in. */
export function simpleStatementAt(module: BoundModule, range: TextRange): Statement | undefined {
  return pathTo(module, range).findLast((one) => simple.has(one.kind)) as Statement | undefined;
}
