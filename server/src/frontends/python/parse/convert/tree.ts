import type { Statement } from '../ast';
import type { RawNode } from '../rawTree';
import type { TopLevel } from '../recover';
import type { SyntaxProblem, SyntaxTree } from '../syntaxTree';
import { type Conversion, tooDeep } from './conversion';
import { checkLayout } from './layout';
import { describeErrors } from './problems';
import { convertBody } from './statements';

/** The tree of statements that tree-sitter read in `text`. */
export function convertTree(text: string, { statements, comments }: TopLevel): SyntaxTree {
  const conversion: Conversion = { text, problems: [], depth: 0, subjects: 0 };
  describeErrors(conversion, statements);
  checkLayout(conversion, statements, '');
  const body = statements.flatMap((statement) => convertSafely(conversion, statement));
  return {
    body,
    errors: distinct(conversion.problems),
    comments: comments.map(({ start, end }) => ({ range: { start, end }, text: text.slice(start, end) })),
  };
}

/** The caller may have used most of the stack already. */
function convertSafely(conversion: Conversion, node: RawNode): Statement[] {
  conversion.subjects = 0;
  try {
    return convertBody(conversion, [node]);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = { start: node.start, end: node.end };
    conversion.depth = 0;
    conversion.problems.push({ range, message: tooDeep });
    return [{ kind: 'ErrorStatement', range }];
  }
}

function distinct(problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  const seen = new Set<string>();
  return problems
    .filter(({ range, message }) => {
      const key = `${range.start}:${range.end}:${message}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.range.start - b.range.start);
}
