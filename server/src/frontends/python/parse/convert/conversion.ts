import type { TextRange } from '@jitsight/shared/source/range';
import type { ErrorExpression } from '../ast';
import type { SyntaxProblem } from '../syntaxTree';
import type { RawNode } from '../rawTree';

/** What a conversion of one file carries along. */
export interface Conversion {
  /** The user's own text: the grammar may have been shown a stand-in of the same length. */
  readonly text: string;
  readonly problems: SyntaxProblem[];
  depth: number;
  /** Subjects of `match` named so far in the statement at the top of the file. */
  subjects: number;
}

/** Deeper than people nest, and shallow enough for every later stage to recurse over. */
const maxDepth = 400;
export const tooDeep = 'nested too deeply to be analysed';

export function rangeOf(node: RawNode): TextRange {
  return { start: node.start, end: node.end };
}

/** Without the white space that error nodes may end in. */
export function trimmedRange(conversion: Conversion, node: RawNode): TextRange {
  return { start: node.start, end: node.start + textOf(conversion, node).trimEnd().length };
}

export function textOf(conversion: Conversion, node: RawNode): string {
  return conversion.text.slice(node.start, node.end);
}

export function addProblem(conversion: Conversion, range: TextRange, message: string): void {
  conversion.problems.push({ range, message });
}

export function errorExpression(range: TextRange): ErrorExpression {
  return { kind: 'ErrorExpression', range };
}

/** Runs `convert` one level deeper; past the limit `instead` stands for whatever was nested there. */
export function deeper<T>(conversion: Conversion, node: RawNode, convert: () => T, instead: () => T): T {
  if (conversion.depth >= maxDepth) {
    addProblem(conversion, { start: node.start, end: node.start + 1 }, tooDeep);
    return instead();
  }
  conversion.depth++;
  try {
    return convert();
  } finally {
    conversion.depth--;
  }
}

export function fieldOf(node: RawNode, field: string): RawNode | undefined {
  return node.children.find((child) => child.field === field);
}

export function fieldsOf(node: RawNode, field: string): RawNode[] {
  return node.children.filter((child) => child.field === field && child.named);
}

/** Named children: what remains without keywords and punctuation. */
export function namedChildren(node: RawNode): RawNode[] {
  return node.children.filter((child) => child.named);
}

export function hasToken(node: RawNode, token: string): boolean {
  return node.children.some((child) => !child.named && child.type === token);
}

export function hasOwnError(node: RawNode): boolean {
  return node.broken && node.children.some((child) => child.type === 'ERROR' || child.missing);
}

/** Start of the first to end of the last. */
export function spanOf(nodes: readonly RawNode[]): TextRange {
  return { start: nodes[0]!.start, end: nodes.at(-1)!.end };
}

/** Cuts a chain that each later stage would recurse along. */
export function isTooLong(conversion: Conversion, chain: readonly RawNode[]): boolean {
  const beyond = chain[maxDepth];
  if (beyond) addProblem(conversion, { start: beyond.start, end: beyond.start + 1 }, tooDeep);
  return beyond !== undefined;
}
