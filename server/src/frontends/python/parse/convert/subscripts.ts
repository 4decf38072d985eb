import type { Expression, Slice } from '../ast';
import type { RawNode } from '../rawTree';
import {
  type Conversion,
  errorExpression,
  fieldOf,
  fieldsOf,
  hasToken,
  namedChildren,
  rangeOf,
  spanOf,
} from './conversion';
import { convertExpression } from './expressions';
import { maskedIndex } from './sliceMask';

export function convertSubscript(conversion: Conversion, node: RawNode): Expression {
  const value = fieldOf(node, 'value');
  return subscript(conversion, node, value, fieldsOf(node, 'subscript'), hasToken(node, ','));
}

/** `list[int]` in an annotation, which the grammar keeps apart from other subscripts. */
export function convertGenericType(conversion: Conversion, node: RawNode): Expression {
  const parameters = node.children.find((child) => child.type === 'type_parameter');
  const indices = parameters ? namedChildren(parameters) : [];
  return subscript(
    conversion,
    node,
    node.children[0],
    indices,
    parameters ? hasToken(parameters, ',') : false,
  );
}

function subscript(
  conversion: Conversion,
  node: RawNode,
  value: RawNode | undefined,
  indices: readonly RawNode[],
  hasComma: boolean,
): Expression {
  const range = rangeOf(node);
  if (!value || indices.length === 0) return errorExpression(range);
  const first = indices[0]!;
  const masked = indices.length === 1 ? maskedIndex(conversion.text, first) : undefined;
  const elements = masked ? [] : indices.map((index) => convertExpression(conversion, index));
  const trailing = node.children.findLast((child) => child.type === ',')?.end ?? 0;
  const span = spanOf(indices);
  const tuple = {
    kind: 'Tuple',
    range: { start: span.start, end: Math.max(span.end, trailing) },
    elements,
  } as const;
  const index: Expression = masked ?? (hasComma ? tuple : elements[0]!);
  return { kind: 'Subscript', range, value: convertExpression(conversion, value), index };
}

/** `lower:upper:step`, each of them optional. */
export function convertSlice(conversion: Conversion, node: RawNode): Slice {
  const parts: (Expression | undefined)[] = [undefined, undefined, undefined];
  let part = 0;
  for (const child of node.children) {
    if (child.type === ':') part++;
    else if (child.named && part < 3) parts[part] = convertExpression(conversion, child);
  }
  const [lower, upper, step] = parts;
  return {
    kind: 'Slice',
    range: rangeOf(node),
    ...(lower && { lower }),
    ...(upper && { upper }),
    ...(step && { step }),
  };
}
