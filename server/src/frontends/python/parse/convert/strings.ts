import type { Constant, ErrorExpression, Expression, JoinedStr } from '../ast';
import type { RawNode } from '../rawTree';
import {
  addProblem,
  type Conversion,
  errorExpression,
  fieldOf,
  hasToken,
  rangeOf,
  textOf,
} from './conversion';
import { decodeEscapes } from './escapes';
import { convertExpression } from './expressions';

type Part = JoinedStr['values'][number];

interface Piece {
  readonly prefix: string;
  readonly parts: readonly Part[];
}

/** One literal, or several side by side. */
export function convertString(conversion: Conversion, node: RawNode): Constant | JoinedStr | ErrorExpression {
  const literals = node.type === 'string' ? [node] : node.children.filter((child) => child.type === 'string');
  const pieces = literals.map((literal) => readLiteral(conversion, literal));
  const range = rangeOf(node);
  const byteLiterals = pieces.filter((piece) => piece.prefix.includes('b')).length;
  if (byteLiterals > 0 && byteLiterals < pieces.length) {
    addProblem(conversion, range, 'cannot mix bytes and text literals');
    return errorExpression(range);
  }
  const parts = joinAdjacent(pieces.flatMap((piece) => piece.parts));
  if (pieces.some((piece) => piece.prefix.includes('f'))) return { kind: 'JoinedStr', range, values: parts };
  const text = typeof parts[0] === 'string' ? parts[0] : '';
  if (byteLiterals > 0) return { kind: 'Constant', range, value: { type: 'bytes', value: bytesOf(text) } };
  return { kind: 'Constant', range, value: { type: 'str', value: text } };
}

function readLiteral(conversion: Conversion, node: RawNode): Piece {
  const opening = node.children.find((child) => child.type === 'string_start');
  const closing = node.children.find((child) => child.type === 'string_end');
  if (!opening || !closing) return { prefix: '', parts: [] };
  const start = textOf(conversion, opening);
  const prefix = start.replace(/['"]/g, '').toLowerCase();
  // A raw literal's closing token may have trailing backslashes in it.
  const contentEnd = closing.end - (start.length - prefix.length);
  const decode = (text: string) => {
    const lines = text.replace(/\r\n?/g, '\n');
    return prefix.includes('r') ? lines : decodeEscapes(lines, prefix.includes('b'));
  };
  if (!prefix.includes('f')) {
    return { prefix, parts: [decode(conversion.text.slice(opening.end, contentEnd))] };
  }
  const parts: Part[] = [];
  let position = opening.end;
  const literalUpTo = (end: number) => {
    const text = conversion.text.slice(position, end).replaceAll('{{', '{').replaceAll('}}', '}');
    if (text !== '') parts.push(decode(text));
  };
  for (const child of node.children) {
    if (child.type !== 'interpolation') continue;
    literalUpTo(child.start);
    parts.push(...interpolation(conversion, child));
    position = child.end;
  }
  literalUpTo(contentEnd);
  return { prefix, parts };
}

/** `{x!r:>10}`; `{x=}` also shows its own source. */
function interpolation(conversion: Conversion, node: RawNode): Part[] {
  const inner = fieldOf(node, 'expression');
  const value: Expression = inner ? convertExpression(conversion, inner) : errorExpression(rangeOf(node));
  const conversionNode = fieldOf(node, 'type_conversion');
  const specNode = fieldOf(node, 'format_specifier');
  const formatSpec = specNode && textOf(conversion, specNode).slice(1);
  const given = conversionNode && textOf(conversion, conversionNode).slice(1);
  if (!inner || !hasToken(node, '=')) {
    return [{ value, ...(given && { conversion: given }), ...(formatSpec && { formatSpec }) }];
  }
  const equals = node.children.find((child) => child.type === '=')!;
  const shown = given ?? (formatSpec ? undefined : 'r');
  return [
    conversion.text.slice(node.start + 1, equals.end),
    { value, ...(shown && { conversion: shown }), ...(formatSpec && { formatSpec }) },
  ];
}

function joinAdjacent(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}
