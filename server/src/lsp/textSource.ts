import type { LspRange } from '@jitsight/shared/protocol/requests';
import type { TextRange } from '@jitsight/shared/source/range';
import type { SourceFile } from '@jitsight/shared/source/sourceFile';

/**
 * What is analysed as one file, and how its offsets stand in the client's documents: one text document, or all the
 * Python cells of a notebook in order.
 */
export interface TextSource {
  readonly file: SourceFile;
  /** The client's documents that it is made of, with the version each had. */
  readonly documents: readonly { readonly uri: string; readonly version: number }[];
  toLocation(range: TextRange): { readonly uri: string; readonly range: LspRange };
  toOffset(uri: string, position: { readonly line: number; readonly character: number }): number;
}

export function documentSource(file: SourceFile): TextSource {
  return {
    file,
    documents: [{ uri: file.uri, version: file.version }],
    toLocation: (range) => ({ uri: file.uri, range: lspRange(file, range) }),
    toOffset: (_, position) => file.offsetAt({ line: position.line, column: position.character }),
  };
}

export function lspRange(file: SourceFile, range: TextRange): LspRange {
  const start = file.positionAt(range.start);
  const end = file.positionAt(range.end);
  return {
    start: { line: start.line, character: start.column },
    end: { line: end.line, character: end.column },
  };
}
