import type { TextRange } from '@jitsight/shared/source/range';
import type { SyntaxProblem } from '../syntaxTree';
import type { RawNode } from '../rawTree';
import { addProblem, type Conversion, rangeOf } from './conversion';

/** Says what is wrong at every error node of the grammar, once per outermost node. */
export function describeErrors(conversion: Conversion, roots: readonly RawNode[]): void {
  const stack: { node: RawNode; parent?: RawNode }[] = roots.map((node) => ({ node }));
  for (;;) {
    const next = stack.pop();
    if (!next) return;
    const { node, parent } = next;
    if (!node.broken) continue;
    if (node.missing) addProblem(conversion, rangeOf(node), `expected ${missingName(node)}`);
    else if (node.type === 'ERROR') conversion.problems.push(describe(conversion, node, parent));
    else for (const child of node.children) stack.push({ node: child, parent: node });
  }
}

function describe(conversion: Conversion, node: RawNode, parent: RawNode | undefined): SyntaxProblem {
  const quote = node.children.find((child) => child.type === 'string_start');
  if (quote) return { range: restOfLine(conversion, quote.start), message: 'this string is never closed' };
  const bracket = unclosed(node);
  if (bracket) return { range: rangeOf(bracket), message: `'${bracket.type}' is never closed` };
  const header = node.children.find((child) => !child.named && headers.has(child.type));
  if (header && !node.children.some((child) => child.type === ':')) {
    const range = restOfLine(conversion, header.start);
    return { range, message: `expected ':' at the end of this '${header.type}' line` };
  }
  const unfinished = unfinishedLine(conversion.text, node);
  if (unfinished) return { range: unfinished, message: 'the line ends too early' };
  const range = restOfLine(conversion, node.start, node.end);
  const text = conversion.text.slice(range.start, range.end).trim();
  if (/^=(?!=)/.test(text) && parent && conditions.has(parent.type)) {
    return { range, message: "'=' assigns; '==' compares" };
  }
  const shown = text.length > 30 ? `${text.slice(0, 30)}...` : text;
  return { range, message: shown === '' ? 'invalid syntax' : `invalid syntax at '${shown}'` };
}

const headers = new Set([
  'def',
  'class',
  'if',
  'elif',
  'else',
  'for',
  'while',
  'with',
  'try',
  'except',
  'finally',
]);
const conditions = new Set(['if_statement', 'elif_clause', 'while_statement']);
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

function unclosed(node: RawNode): RawNode | undefined {
  const open: RawNode[] = [];
  for (const child of node.children) {
    if (child.type in closers) open.push(child);
    else if (open.length > 0 && child.type === closers[open.at(-1)!.type]) open.pop();
  }
  return open.at(-1);
}

function restOfLine(conversion: Conversion, start: number, limit = conversion.text.length): TextRange {
  const newline = conversion.text.slice(start, limit).search(/[\r\n]/);
  return { start, end: newline === -1 ? limit : start + Math.max(newline, 1) };
}

/** The operator that a line ends in, where the line is the error's own or the one before it. */
function unfinishedLine(text: string, node: RawNode): TextRange | undefined {
  const before = /[-+*/%&|^<>@.=]([ \t]*\r?\n\s*)$/.exec(
    text.slice(Math.max(0, node.start - 200), node.start),
  );
  if (before) {
    const at = node.start - before[1]!.length - 1;
    return { start: at, end: at + 1 };
  }
  const own = /^[^\r\n]*[-+*/%&|^<>@.=](?=[ \t]*\r?\n)/.exec(text.slice(node.start, node.end));
  const end = own ? node.start + own[0].length : 0;
  return own ? { start: end - 1, end } : undefined;
}

function missingName(node: RawNode): string {
  if (node.type === 'identifier') return 'a name or value';
  return node.named ? node.type.replaceAll('_', ' ') : `'${node.type}'`;
}
