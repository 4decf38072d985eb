import type { Statement } from './ast';
import { convertTree } from './convert/tree';
import { parseWhole } from './recover';
import { shifted } from './shifted';
import type { SyntaxTree } from './syntaxTree';

/** A version of a file that parsed without errors. */
export interface ParsedText {
  readonly text: string;
  readonly tree: SyntaxTree;
}

/**
 * Parses the statements at the top of the file that an edit touches, with the one before them, which what follows may belong to;
 * the others are those of `before`. Undefined where that does not make sure of the whole: the touched ones have errors, and
 * might take in what follows.
 */
export function reparse(text: string, before: ParsedText): SyntaxTree | undefined {
  const { body, comments } = before.tree;
  const edit = editBetween(before.text, text);
  const first = firstTouched(before, edit.start);
  const next = body.findIndex(
    ({ range }) => range.start > edit.oldEnd && startsLine(before.text, range.start),
  );
  if (first === 0 && next < 0) return undefined;
  const delta = text.length - before.text.length;
  const from = first === 0 ? 0 : body[first]!.range.start;
  const oldTo = next < 0 ? before.text.length : body[next]!.range.start;
  const to = oldTo + delta;
  // A backslash joins the lines.
  if (/\\\s*$/.test(text.slice(from, to))) return undefined;
  const parsed = parseWhole(text, from, to);
  const middle = parsed && convertTree(text, parsed);
  if (!middle || middle.errors.length > 0) return undefined;
  const above = comments.filter(({ range }) => range.start < from);
  const below = comments.filter(({ range }) => range.start >= oldTo);
  const rest: readonly Statement[] = next < 0 ? [] : body.slice(next);
  return {
    body: [...body.slice(0, first), ...middle.body, ...shifted(rest, delta)],
    errors: [],
    comments: [...above, ...middle.comments, ...shifted(below, delta)],
  };
}

/** The shortest stretch of the old text whose replacement gives the new one. */
function editBetween(old: string, text: string): { readonly start: number; readonly oldEnd: number } {
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    old.charCodeAt(old.length - 1 - same) === text.charCodeAt(text.length - 1 - same)
  )
    same++;
  return { start, oldEnd: old.length - same };
}

/** The statement before the first that the edit touches, or the one that its line starts with. */
function firstTouched({ text, tree: { body } }: ParsedText, start: number): number {
  const touched = body.findIndex(({ range }) => range.end >= start);
  let first = Math.max(0, (touched < 0 ? body.length : touched) - 1);
  while (first > 0 && !startsLine(text, body[first]!.range.start)) first--;
  return first;
}

function startsLine(text: string, offset: number): boolean {
  return offset === 0 || text[offset - 1] === '\n';
}
