import { maskSlices } from './convert/sliceMask';
import { pythonParser } from './grammar';
import { type RawNode, readTree } from './rawTree';

/** The statements at the top of a file, in source order, as tree-sitter sees them. */
export interface TopLevel {
  readonly statements: RawNode[];
  readonly comments: RawNode[];
}

/** Whole-file parses allowed per file before damaged text is cut without asking the grammar again. */
const maxWholeParses = 12;

/**
 * Parses a file so that a broken statement does not take its neighbours along: tree-sitter's recovery may hide the
 * rest of the file in one error node, so a damaged top-level node that runs over the next statement is parsed alone
 * and the rest afresh.
 */
export function parseTopLevel(text: string): TopLevel {
  const readable = readableText(text);
  const result: TopLevel = { statements: [], comments: [] };
  let boundaries: readonly number[] | undefined;
  let position = 0;
  for (let parses = 0; position < readable.length; parses++) {
    const rest = parseText(readable, position, readable.length);
    if (!rest.root.broken) return append(result, rest);
    boundaries ??= statementStarts(readable);
    if (parses >= maxWholeParses) return appendPieces(result, readable, position, boundaries);
    const cut = firstSwallowing(rest.root.children, boundaries);
    if (!cut) return append(result, rest);
    append(result, rest, cut.node.start);
    append(result, parseText(readable, cut.node.start, cut.boundary));
    position = cut.boundary;
  }
  return result;
}

/** Statements of a part of a text that was cut out of a damaged one. */
export function parsePiece(text: string, start: number, end: number): readonly RawNode[] {
  return readPiece(readableText(text.slice(start, end)), start).root.children;
}

/** A part of a text parsed by itself; undefined where it has errors. */
export function parseWhole(text: string, start: number, end: number): TopLevel | undefined {
  const { root, comments } = readPiece(readableText(text.slice(start, end)), start);
  return root.broken ? undefined : { statements: root.children, comments: [...comments] };
}

/** The first damaged node with the start of another statement inside. */
function firstSwallowing(
  nodes: readonly RawNode[],
  boundaries: readonly number[],
): { node: RawNode; boundary: number } | undefined {
  for (const node of nodes) {
    if (!node.broken) continue;
    const boundary = boundaries.find((start) => start > node.start);
    if (boundary !== undefined && boundary < node.end) return { node, boundary };
  }
  return undefined;
}

type Parsed = ReturnType<typeof readTree>;

function append(result: TopLevel, parsed: Parsed, before = Number.POSITIVE_INFINITY): TopLevel {
  for (const node of parsed.root.children) if (node.start < before) result.statements.push(node);
  for (const node of parsed.comments) if (node.start < before) result.comments.push(node);
  return result;
}

function appendPieces(result: TopLevel, text: string, from: number, boundaries: readonly number[]): TopLevel {
  const starts = [from, ...boundaries.filter((start) => start > from), text.length];
  for (let i = 0; i + 1 < starts.length; i++) append(result, parseText(text, starts[i]!, starts[i + 1]!));
  return result;
}

function parseText(text: string, start: number, end: number): Parsed {
  return readPiece(text.slice(start, end), start);
}

function readPiece(piece: string, start: number): Parsed {
  const parser = pythonParser();
  parser.reset();
  const tree = parser.parse(piece);
  if (!tree) throw new Error('tree-sitter gave no tree');
  try {
    return readTree(tree, start);
  } finally {
    tree.delete();
  }
}

/**
 * Same length, so that offsets stay: a byte-order mark, lone carriage returns and NUL would end or bend
 * tree-sitter's reading of lines, and its annotations know no slices.
 */
function readableText(text: string): string {
  const plain = text.charCodeAt(0) === 0xfeff ? `\n${text.slice(1)}` : text;
  return maskSlices(plain.replace(/\r(?!\n)/g, '\n').replace(/\0/g, '$'));
}

/** Lines at column 0 that begin a statement; decorators belong to the `def` or `class` under them. */
function statementStarts(text: string): number[] {
  const starts: number[] = [];
  let afterDecorator = false;
  for (const match of text.matchAll(/^(?:(@)|([A-Za-z_]\w*))/gm)) {
    const word = match[2];
    if (word && continuationWords.has(word)) continue;
    if (!afterDecorator) starts.push(match.index);
    else if (word && !definitionWords.has(word)) starts.push(match.index);
    afterDecorator = match[1] !== undefined;
  }
  return starts;
}

const continuationWords = new Set([
  'else',
  'elif',
  'except',
  'finally',
  'and',
  'or',
  'not',
  'in',
  'is',
  'as',
  'case',
]);
const definitionWords = new Set(['def', 'class', 'async']);
