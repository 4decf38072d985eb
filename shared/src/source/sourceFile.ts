import type { TextRange } from './range';

/** Zero-based line and UTF-16 column, as in LSP. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** The text of one file at one version. A new one is made per edit, so it can be held across an await. */
export class SourceFile {
  private readonly lineStarts: readonly number[];

  constructor(
    readonly uri: string,
    readonly text: string,
    readonly version = 0,
  ) {
    const starts = [0];
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
      if (c === 10 || c === 13) starts.push(i + 1);
    }
    this.lineStarts = starts;
    Object.freeze(this);
  }

  get lineCount(): number {
    return this.lineStarts.length;
  }

  positionAt(offset: number): LineColumn {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - this.lineStarts[low]! };
  }

  /** Clamps to the end of the line or file, as LSP asks of a position past the end. */
  offsetAt(position: LineColumn): number {
    if (position.line >= this.lineStarts.length) return this.text.length;
    const start = this.lineStarts[Math.max(0, position.line)]!;
    const end = this.lineStarts[position.line + 1] ?? this.text.length;
    return Math.min(start + Math.max(0, position.column), end);
  }

  /** Text of a zero-based line, without its line break. */
  lineText(line: number): string {
    const start = this.lineStarts[line] ?? this.text.length;
    const end = this.lineStarts[line + 1] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, '');
  }

  slice(range: TextRange): string {
    return this.text.slice(range.start, range.end);
  }
}
