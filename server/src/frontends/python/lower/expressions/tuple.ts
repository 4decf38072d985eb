import { sliceIndices } from '../../infer/expressions/subscripts';
import type { Attribute, Expression, Subscript, Tuple } from '../../parse/ast';
import { unliteral } from '../../types/unliteral';
import type { Body } from '../body';
import { mayWrite } from '../effects';
import { constantOfNode, type PlainConstant } from '../literals';
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

/** `t[1]`, `t[:2]` of a tuple or heterogeneous display, with an index known when compiling. */
export function lowerTupleItem(body: Body, node: Subscript): Value {
  const value = lowerExpression(body, node.value);
  const elements = tupleElements(value);
  const type = typeOfNode(body, node);
  if (node.index.kind === 'Slice') {
    const bounds = [node.index.lower, node.index.upper, node.index.step].map((part) => boundOf(body, part));
    const taken = sliceIndices(elements.length, bounds).map((i) => elements[i]!);
    return { type, parts: taken.flatMap((element) => element.parts) };
  }
  const element = elementAt(value, elements, constantOfNode(body.typed, node.index));
  if (!element) return body.lowering.notLowered('this index of a tuple is not compiled yet');
  return body.lowering.cast(element, unliteral(type));
}

function elementAt(
  container: Value,
  elements: readonly Value[],
  index: PlainConstant | undefined,
): Value | undefined {
  if (index?.kind === 'int' || index?.kind === 'bool') return elements.at(Number(index.value));
  if (container.type.kind !== 'literalDict' || index?.kind !== 'str') return undefined;
  return elements[container.type.items.findIndex((item) => item.key === index.value)];
}

function boundOf(body: Body, node: Expression | undefined): bigint | null {
  const constant = node && constantOfNode(body.typed, node);
  return constant?.kind === 'int' ? constant.value : null;
}

/** `point.x` of a named tuple. */
export function lowerField(body: Body, node: Attribute): Value | undefined {
  const receiver = body.typed.types.get(node.value);
  if (receiver?.kind !== 'tuple' || !receiver.named) return undefined;
  const value = lowerExpression(body, node.value);
  return tupleElements(value)[receiver.named.fields.indexOf(node.attr)];
}
