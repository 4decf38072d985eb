import type { Constant, Expression, Slice } from '../ast';
import type { RawNode } from '../rawTree';

/*
 * The grammar's annotations know no slices, so Numba's array types (`x: float64[:, ::1]`) would be errors. An index
 * of nothing but colons, commas and ones is shown to the grammar as a name of the same length and read back here.
 */

/** The text with such indices replaced. */
export function maskSlices(text: string): string {
  return text.replace(/\[([ \t]*[:1,][ \t:,1]*)\]/g, (whole, inside: string) =>
    inside.includes(':') ? `[${'_'.repeat(inside.length)}]` : whole,
  );
}

export function isMasked(text: string, { start }: RawNode): boolean {
  return /[ \t:,1]/.test(text[start] ?? '');
}

/** The index that was masked at this node; undefined when none was. */
export function maskedIndex(text: string, node: RawNode): Expression | undefined {
  const inside = text.slice(node.start, node.end);
  if (!/^[ \t:,1]*:[ \t:,1]*$/.test(inside)) return undefined;
  const elements: Expression[] = [];
  let start = node.start;
  const pieces = inside.split(',');
  pieces.forEach((piece, index) => {
    const isTrailingComma = index === pieces.length - 1 && piece.trim() === '' && index > 0;
    if (!isTrailingComma) elements.push(indexElement(piece, start));
    start += piece.length + 1;
  });
  if (pieces.length === 1) return elements[0];
  return {
    kind: 'Tuple',
    range: { start: elements[0]!.range.start, end: elements.at(-1)!.range.end },
    elements,
  };
}

function indexElement(piece: string, offset: number): Expression {
  const start = offset + piece.length - piece.trimStart().length;
  const range = { start, end: offset + piece.trimEnd().length };
  if (piece.trim() === '') return { kind: 'ErrorExpression', range: { start: offset, end: offset } };
  const parts: (Constant | undefined)[] = [];
  let position = offset;
  for (const part of piece.split(':')) {
    parts.push(/1/.test(part) ? integer(part, position) : undefined);
    position += part.length + 1;
  }
  if (parts.length === 1) return parts[0]!;
  const [lower, upper, step] = parts;
  const slice: Slice = {
    kind: 'Slice',
    range,
    ...(lower && { lower }),
    ...(upper && { upper }),
    ...(step && { step }),
  };
  return slice;
}

function integer(part: string, offset: number): Constant {
  const digits = part.trim();
  const start = offset + part.indexOf(digits);
  return {
    kind: 'Constant',
    range: { start, end: start + digits.length },
    value: { type: 'int', value: BigInt(/^1+$/.test(digits) ? digits : 1) },
  };
}
