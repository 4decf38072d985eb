import { SourceFile } from '@jitsight/shared/source/sourceFile';
import { lspRange, type TextSource } from './textSource';

/** One Python cell: its own document in the client. */
export interface Cell {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** The cells of a notebook as one module, in order. Lines of IPython magic become comments of the same length. */
export function notebookSource(uri: string, version: number, cells: readonly Cell[]): TextSource {
  const files = cells.map((cell) => new SourceFile(cell.uri, cell.text, cell.version));
  const starts: number[] = [];
  let text = '';
  for (const cell of cells) {
    starts.push(text.length);
    text += `${maskMagics(cell.text)}\n`;
  }
  const cellAt = (offset: number) => {
    let index = 0;
    while (index + 1 < starts.length && starts[index + 1]! <= offset) index++;
    return index;
  };
  return {
    file: new SourceFile(uri, text, version),
    documents: cells.map(({ uri, version }) => ({ uri, version })),
    toLocation: (range) => {
      const index = cellAt(range.start);
      const [file, start] = [files[index]!, starts[index]!];
      const end = Math.min(range.end - start, file.text.length);
      return {
        uri: file.uri,
        range: lspRange(file, { start: range.start - start, end: Math.max(end, range.start - start) }),
      };
    },
    toOffset: (cellUri, position) => {
      const index = cells.findIndex((cell) => cell.uri === cellUri);
      if (index < 0) return 0;
      return starts[index]! + files[index]!.offsetAt({ line: position.line, column: position.character });
    },
  };
}

/** Cell magics whose body is still Python. */
const pythonMagics = /^\s*%%(time|timeit|prun|capture)\b/;

function maskMagics(text: string): string {
  if (/^\s*%%/.test(text) && !pythonMagics.test(text)) return text.replace(/[^\r\n]/g, '#');
  return text.replace(/^([ \t]*)[%!]/gm, '$1#');
}
