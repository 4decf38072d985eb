import type { SourceFile } from '@jitsight/shared/source/sourceFile';

/** Habits of a file that an edit must keep. */
export interface FileStyle {
  readonly eol: '\n' | '\r\n';
  /** One level of indentation, as the file's first indented line has it. */
  readonly indent: string;
  readonly quote: '"' | "'";
}

export function fileStyle(file: SourceFile): FileStyle {
  const { text } = file;
  const doubles = text.split('"').length;
  const singles = text.split("'").length;
  return {
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    indent: /^(?:[^\n#]*:[ \t]*(?:#[^\n]*)?\r?\n)([ \t]+)\S/m.exec(text)?.[1] ?? '    ',
    quote: singles > doubles ? "'" : '"',
  };
}

/** White space in front of the first character of the line that `offset` stands on. */
export function indentAt(file: SourceFile, offset: number): string {
  return /^[ \t]*/.exec(file.lineText(file.positionAt(offset).line))![0];
}

export function lineStart(file: SourceFile, offset: number): number {
  const { line } = file.positionAt(offset);
  return file.offsetAt({ line, column: 0 });
}

/** Start of the line after the one that `offset` stands on, or the end of the text. */
export function nextLineStart(file: SourceFile, offset: number): number {
  return file.offsetAt({ line: file.positionAt(offset).line + 1, column: 0 });
}
