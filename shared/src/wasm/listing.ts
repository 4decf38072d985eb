import type { SourceFile } from '../source/sourceFile';
import type { Listing, ListingLine, WasmArtifact } from './artifact';
import { locationFile } from './emit/function';

const comment = new RegExp(`^\\s*;;@(?: ${locationFile}:(\\d+):\\d+)?$`);

/**
 * The module's text with the source line of each line. A line without a location of its own belongs to what it is nested
 * in: helper instructions of an expression, operands that the optimiser moved.
 */
export function listWat(artifact: Pick<WasmArtifact, 'text'>, source: SourceFile): Listing {
  if (artifact.text === undefined)
    throw new Error('Jitsight bug: listWat needs an artifact emitted with text');
  const lines: ListingLine[] = [];
  /** Source line at each depth of nesting, outermost first. */
  const open: { readonly depth: number; readonly sourceLine: number | undefined }[] = [];
  let announced: number | undefined;
  for (const raw of artifact.text.split('\n')) {
    const location = comment.exec(raw);
    if (location) {
      announced = location[1] === undefined ? undefined : sourceLineOf(Number(location[1]), source);
      continue;
    }
    const text = raw.trimEnd();
    if (text === '') continue;
    const depth = text.length - text.trimStart().length;
    const closing = text.trimStart().startsWith(')');
    while (open.length > 0 && open.at(-1)!.depth >= depth + (closing ? 1 : 0)) open.pop();
    if (closing) {
      const sourceLine = open.at(-1)?.depth === depth ? open.pop()!.sourceLine : undefined;
      lines.push(sourceLine === undefined ? { text } : { text, sourceLine });
      continue;
    }
    const sourceLine = announced ?? open.at(-1)?.sourceLine;
    announced = undefined;
    open.push({ depth, sourceLine });
    lines.push(sourceLine === undefined ? { text } : { text, sourceLine });
  }
  return { lines };
}

/** A debug location's line is the offset in the source plus one. */
function sourceLineOf(line: number, source: SourceFile): number {
  return source.positionAt(line - 1).line;
}
