import type { TextRange } from '@jitsight/shared/source/range';
import type { RawNode } from '../rawTree';

/**
 * Where a simple statement runs over a line break that ends it in Python: outside brackets and without a
 * backslash. tree-sitter skips line breaks wherever the grammar expects more.
 */
export function joinedLineBreak(text: string, statement: RawNode): TextRange | undefined {
  const firstBreak = text.indexOf('\n', statement.start);
  if (firstBreak === -1 || firstBreak >= statement.end) return undefined;
  let depth = 0;
  let previousEnd = statement.start;
  for (const token of tokens(statement)) {
    if (depth === 0) {
      const gap = text.slice(previousEnd, token.start);
      const found = /(?:^|[^\\\r])\r?\n/.exec(gap);
      if (found && !gap.includes('\\')) return { start: previousEnd, end: token.start };
    }
    if (opening.has(token.type)) depth++;
    else if (closing.has(token.type)) depth = Math.max(0, depth - 1);
    previousEnd = token.end;
  }
  return undefined;
}

const opening = new Set(['(', '[', '{']);
const closing = new Set([')', ']', '}']);

/** Leaves in order; a string is one token, whatever is in it. */
function* tokens(root: RawNode): Generator<RawNode> {
  const stack = [root];
  for (;;) {
    const node = stack.pop();
    if (!node) return;
    if (node.children.length === 0 || node.type === 'string') {
      if (node.end > node.start) yield node;
    } else {
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!);
    }
  }
}
