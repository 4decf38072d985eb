import type { TextRange } from '@jitsight/shared/source/range';
import type { SourceFile } from '@jitsight/shared/source/sourceFile';

/** A range in the command line's terms: lines from 1, UTF-16 columns from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf(file: SourceFile, range: TextRange): Place {
  const start = file.positionAt(range.start);
  const end = file.positionAt(range.end);
  return { line: start.line + 1, column: start.column, endLine: end.line + 1, endColumn: end.column };
}
