import type { TextEdit } from '../../../diagnostics/fix';

/** The text after non-overlapping edits; edits at one place keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort(
      (a, b) =>
        a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.index - b.index,
    );
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.range.start < at) throw new Error(`edits overlap at ${edit.range.start}`);
    result += text.slice(at, edit.range.start) + edit.newText;
    at = edit.range.end;
  }
  return result + text.slice(at);
}
