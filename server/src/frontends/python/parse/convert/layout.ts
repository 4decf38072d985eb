import type { RawNode } from '../rawTree';
import { addProblem, type Conversion, rangeOf } from './conversion';

/**
 * Says where the children of one block are not laid out as Python wants, which the grammar lets pass: all statements
 * in one column, and a line or a semicolon for each.
 */
export function checkLayout(conversion: Conversion, children: readonly RawNode[], indent?: string): void {
  checkIndentation(conversion, children, indent);
  children.forEach((node, index) => {
    const before = children[index - 1];
    if (!before?.named || !node.named || before.type === 'ERROR' || node.type === 'ERROR') return;
    // A compound statement's node may end behind its last line.
    if (/[\r\n]/.test(conversion.text.slice(before.end - 1, node.start))) return;
    addProblem(conversion, rangeOf(node), "expected a new line or ';' before this statement");
  });
}

function checkIndentation(conversion: Conversion, children: readonly RawNode[], indent?: string): void {
  let block = indent;
  for (const { start, named, type } of children) {
    const own = named && type !== 'ERROR' ? indentBefore(conversion.text, start) : undefined;
    if (own === undefined) continue;
    block ??= own;
    if (own === block) continue;
    const isTabs = own.includes('\t') !== block.includes('\t');
    const message = isTabs
      ? 'tabs and spaces are mixed in the indentation'
      : own.length > block.length
        ? 'unexpected indent'
        : 'the indentation matches no outer block';
    addProblem(conversion, { start: start - own.length, end: start }, message);
    return;
  }
}

/** The white space a line starts with; undefined for what does not start its line. */
function indentBefore(text: string, offset: number): string | undefined {
  let at = offset;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  const before = text[at - 1];
  const startsLine = at === 0 || before === '\n' || before === '\r' || before === '\f' || before === '\ufeff';
  return startsLine ? text.slice(at, offset) : undefined;
}
