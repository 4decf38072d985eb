import type { Expression, Subscript, Tuple } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Body } from '../body';
import { mayWrite } from '../effects';
import type { Value } from '../lowering';
import { elementTypes, tupleElements } from '../tuples';
import { putAway } from './arguments';
import { lowerExpression, typeOfNode } from './lowerExpression';

/** The values of expressions in order, each safe from what the later ones do. */
export function lowerSequence(body: Body, nodes: readonly Expression[]): Value[] {
  return nodes.map((node, i) => {
    const value = lowerExpression(body, node);
    const disturbed = nodes.slice(i + 1).some((later) => mayWrite(body.typed, later));
    return disturbed ? putAway(body, value) : value;
  });
}

export function lowerTuple(body: Body, node: Tuple): Value {
  const type = typeOfNode(body, node);
  const sources = node.elements.map((element) => (element.kind === 'Starred' ? element.value : element));
  const values = lowerSequence(body, sources).flatMap((value, i) =>
    node.elements[i]!.kind === 'Starred' ? tupleElements(value) : [value],
  );
  const wanted = elementTypes(type) ?? [];
  return { type, parts: values.flatMap((value, i) => body.lowering.cast(value, wanted[i]!).parts) };
}

/** `t[1]`, `t[:2]` of a tuple, with an index known when compiling. */
export function lowerTupleItem(body: Body, node: Subscript): Value {
  const value = lowerExpression(body, node.value);
  const elements = tupleElements(value);
  const type = typeOfNode(body, node);
  if (node.index.kind === 'Slice') return sliceElements(body, elements, node.index, type);
  const index = literalIndex(body, node.index);
  const element = index === undefined ? undefined : elements.at(index);
  if (!element) return body.lowering.notLowered('this index of a tuple is not compiled yet');
  return body.lowering.cast(element, unliteral(type));
}

function sliceElements(
  body: Body,
  elements: readonly Value[],
  slice: Extract<Expression, { kind: 'Slice' }>,
  type: NumbaType,
): Value {
  const bound = (node: Expression | undefined) => (node ? literalIndex(body, node) : undefined);
  const step = bound(slice.step) ?? 1;
  if (step !== 1) return body.lowering.notLowered('this slice of a tuple is not compiled yet');
  const taken = elements.slice(bound(slice.lower), bound(slice.upper));
  return { type, parts: taken.flatMap((element) => element.parts) };
}

function literalIndex(body: Body, node: Expression): number | undefined {
  const type = body.typed.types.get(node);
  if (type?.kind === 'literal' && type.literal === 'int') return Number(type.value);
  const resolution = body.typed.resolutions.get(node);
  if (resolution?.kind === 'constant' && resolution.value.kind === 'int')
    return Number(resolution.value.value);
  return undefined;
}
