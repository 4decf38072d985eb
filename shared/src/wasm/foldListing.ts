import type { Listing, ListingLine } from './artifact';

const widest = 96;

/** Instructions whose body reads as statements: each keeps a line of its own, and so does the closing bracket. */
const structured = /^\((?:module|func|block|loop|if|then|else|try|catch|do)\b/;

interface Form {
  readonly head: ListingLine;
  readonly indent: string;
  readonly parts: Form[];
  /** The closing bracket on a line of its own, absent where the head closes itself. */
  close: ListingLine | undefined;
}

/**
 * Puts an instruction and its operands on one line where they fit and come from one source line, as people write Wasm
 * text. Binaryen prints each on a line of its own. The text stays valid and its lines keep their source lines.
 */
export function foldListing({ lines }: Listing): Listing {
  return { lines: formsOf(lines).flatMap(print) };
}

function formsOf(lines: readonly ListingLine[]): Form[] {
  const top: Form[] = [];
  const open: Form[] = [];
  for (const line of lines) {
    const text = line.text.trimStart();
    if (text === ')' && open.length > 0) {
      open.pop()!.close = line;
      continue;
    }
    const indent = line.text.slice(0, line.text.length - text.length);
    const form: Form = { head: line, indent, parts: [], close: undefined };
    (open.at(-1)?.parts ?? top).push(form);
    if (unclosed(text) > 0) open.push(form);
  }
  return top;
}

/** Brackets left open at the end of a line, without those in strings and comments. */
function unclosed(text: string): number {
  let depth = 0;
  for (const [bracket] of text.replace(/"(?:[^"\\]|\\.)*"|;;.*$|\(;.*?;\)/g, '').matchAll(/[()]/g)) {
    depth += bracket === '(' ? 1 : -1;
  }
  return depth;
}

function print(form: Form): ListingLine[] {
  const whole = inline(form);
  if (whole !== undefined && form.indent.length + whole.length <= widest) {
    return [{ ...form.head, text: form.indent + whole }];
  }
  const lines = [form.head, ...form.parts.flatMap(print)];
  if (!form.close) return lines;
  if (structured.test(form.head.text.trimStart()) || form.parts.length === 0) return [...lines, form.close];
  const last = lines.pop()!;
  return [...lines, { ...last, text: `${last.text})` }];
}

/** The form on one line, if all of it comes from the same source line and none of it is a statement. */
function inline(form: Form): string | undefined {
  const text = form.head.text.trimStart();
  if (form.parts.length === 0) return form.close ? undefined : text;
  if (structured.test(text) || text.includes(';;') || !form.close) return undefined;
  const parts: string[] = [];
  for (const part of form.parts) {
    const whole = part.head.sourceLine === form.head.sourceLine ? inline(part) : undefined;
    if (whole === undefined) return undefined;
    parts.push(whole);
  }
  return `${text} ${parts.join(' ')})`;
}
