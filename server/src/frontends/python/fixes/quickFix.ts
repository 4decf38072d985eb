import type { TextRange } from '@jitsight/shared/source/range';
import type { Fix, TextEdit } from '../../../diagnostics/fix';

/** A fix for the problem at hand, preferred among its fixes. */
export function quickFix(id: string, title: string, edits: () => readonly TextEdit[]): readonly Fix[] {
  return [{ id, title, kind: 'quickfix', safe: false, preferred: true, edits }];
}

export function replace({ start, end }: TextRange, newText: string): TextEdit {
  return { range: { start, end }, newText };
}

export function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

/** `open(...)` around an expression. */
export function surround({ start, end }: TextRange, before: string, after: string): readonly TextEdit[] {
  return [insert(start, before), insert(end, after)];
}
