import type { Statement } from '../ast';
import type { RawNode } from '../rawTree';
import { addProblem, type Conversion, trimmedRange } from './conversion';
import { checkLayout } from './layout';
import { convertBody } from './statements';

/** A suite's statements; `owner` is what must have one. */
export function convertBlock(
  conversion: Conversion,
  block: RawNode | undefined,
  owner: RawNode,
  what: string,
): Statement[] {
  if (block && !block.broken) checkLayout(conversion, block.children);
  const body = block ? convertBody(conversion, block.children) : [];
  if (body.length > 0) return body;
  // tree-sitter puts an unreadable body beside the block instead of into it.
  const stray = owner.children.find((child) => child.type === 'ERROR');
  if (stray) return [{ kind: 'ErrorStatement', range: trimmedRange(conversion, stray) }];
  const { start, end } = trimmedRange(conversion, owner);
  if (!owner.broken) addProblem(conversion, { start, end }, `${what} needs an indented block`);
  return [{ kind: 'ErrorStatement', range: { start: end, end } }];
}

/** End of a compound statement: of its last statement, as a block node may run on over blank lines. */
export function compoundEnd(
  conversion: Conversion,
  node: RawNode,
  ...bodies: readonly (readonly Statement[])[]
): number {
  // An error may put text behind the last block.
  let end = node.broken ? trimmedRange(conversion, node).end : node.start;
  for (const body of bodies) end = Math.max(end, body.at(-1)?.range.end ?? 0);
  return end;
}
