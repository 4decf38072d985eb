import type { Statement } from '../ast';
import type { RawNode } from '../rawTree';
import { addProblem, type Conversion } from './conversion';
import { convertBody } from './statements';

/** A suite's statements; `owner` is what must have one. */
export function convertBlock(
  conversion: Conversion,
  block: RawNode | undefined,
  owner: RawNode,
  what: string,
): Statement[] {
  const body = block ? convertBody(conversion, block.children) : [];
  if (body.length > 0) return body;
  // tree-sitter puts an unreadable body beside the block instead of into it.
  const stray = owner.children.find((child) => child.type === 'ERROR');
  const range = { start: stray?.start ?? owner.start, end: stray?.end ?? trimmedEnd(conversion, owner) };
  if (!owner.broken)
    addProblem(conversion, { start: owner.start, end: range.end }, `${what} needs an indented block`);
  return [{ kind: 'ErrorStatement', range: stray ? range : { start: range.end, end: range.end } }];
}

/** End of the last statement: a block node may run on over blank lines. */
export function endOf(...bodies: readonly (readonly Statement[])[]): number {
  let end = 0;
  for (const body of bodies) end = Math.max(end, body.at(-1)?.range.end ?? 0);
  return end;
}

function trimmedEnd(conversion: Conversion, node: RawNode): number {
  return node.start + conversion.text.slice(node.start, node.end).trimEnd().length;
}
