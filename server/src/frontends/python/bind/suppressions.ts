import { blocksOf } from '../parse/blocks';
import type { TextRange } from '@jitsight/shared/source/range';
import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { Statement } from '../parse/ast';
import type { SyntaxTree } from '../parse/syntaxTree';
import type { Suppression } from './boundModule';

/**
 * `# jitsight: ignore`, `# jitsight: ignore[code, code]`, and `# jitsight: ignore-file` at the top of a file. On a
 * line of its own a comment speaks for the statement below it.
 */
export function findSuppressions(file: SourceFile, tree: SyntaxTree): Suppression[] {
  const found: Suppression[] = [];
  for (const comment of tree.comments) {
    const match = pattern.exec(comment.text);
    if (!match) continue;
    const codes = (match[2] ?? '')
      .split(',')
      .map((code) => code.trim())
      .filter((code) => code !== '');
    const commentLine = file.positionAt(comment.range.start).line;
    if (match[1]) {
      const isFirst = /^\ufeff?\s*(#.*\s*)*$/.test(file.text.slice(0, comment.range.start));
      if (isFirst) found.push({ line: commentLine, codes, range: { start: 0, end: file.text.length } });
      continue;
    }
    const line = isAlone(file, comment.range) ? nextCodeLine(file, commentLine) : commentLine;
    const range = coveredBy(file, tree.body, line) ?? lineRange(file, line);
    found.push({ line, codes, range });
  }
  return found;
}

const pattern = /#\s*jitsight:\s*ignore(-file)?(?![\w-])\s*(?:\[([^\]]*)\])?/;

function isAlone(file: SourceFile, { start }: TextRange): boolean {
  const { line, column } = file.positionAt(start);
  return file.lineText(line).slice(0, column).trim() === '';
}

function nextCodeLine(file: SourceFile, from: number): number {
  for (let line = from + 1; line < file.lineCount; line++) {
    const text = file.lineText(line).trim();
    if (text !== '' && !text.startsWith('#')) return line;
  }
  return from;
}

/** The simple statement on a line, the header of a compound one, or a whole function whose header it is. */
function coveredBy(file: SourceFile, body: readonly Statement[], line: number): TextRange | undefined {
  for (const statement of body) {
    const first = file.positionAt(statement.range.start).line;
    const last = file.positionAt(statement.range.end).line;
    if (line < first || line > last) continue;
    const blocks = blocksOf(statement);
    const inner = blocks.flat();
    if (inner.length === 0) return statement.range;
    const isHeader = line < file.positionAt(inner[0]!.range.start).line || first === last;
    if (isHeader) {
      if (statement.kind === 'FunctionDef' || statement.kind === 'ClassDef') return statement.range;
      return { start: statement.range.start, end: inner[0]!.range.start };
    }
    return coveredBy(file, inner, line);
  }
  return undefined;
}

function lineRange(file: SourceFile, line: number): TextRange {
  const start = file.offsetAt({ line, column: 0 });
  return { start, end: start + file.lineText(line).length };
}
