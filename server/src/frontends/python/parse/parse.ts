import type { Statement } from './ast';
import type { SyntaxProblem, SyntaxTree } from './syntaxTree';
import { type Conversion, tooDeep } from './convert/conversion';
import { checkLayout } from './convert/layout';
import { describeErrors } from './convert/problems';
import { convertBody } from './convert/statements';
import type { RawNode } from './rawTree';
import { parseTopLevel } from './recover';

/** Parses any text; what is not Python becomes error nodes and `errors`. `loadGrammar` must have been awaited. */
export function parse(text: string): SyntaxTree {
  const { statements, comments } = parseTopLevel(text);
  const conversion: Conversion = { text, problems: [], depth: 0 };
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
