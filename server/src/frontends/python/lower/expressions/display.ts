import type { Dict, Expression, List, SetDisplay } from '../../parse/ast';
import type { NumbaType } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import type { Body } from '../body';
import { callLibrary } from '../libraryCall';
import type { Value } from '../lowering';
import { elementTypes } from '../tuples';
import { lowerExpression, typeOfNode } from './lowerExpression';
import { lowerResolution } from './resolved';
import { lowerSequence } from './tuple';

/**
 * `[a, b]`, `{a, b}`, `{k: v}`, of the type that its later uses gave it; a display of different types is held like a
 * tuple.
 */
export function lowerDisplay(body: Body, node: List | SetDisplay | Dict): Value {
  const type = unliteral(typeOfNode(body, node));
  if (node.kind === 'Dict' ? node.items.some((item) => !item.key) : node.elements.some(isStarred)) {
    return lowerSpread(body, node, type);
  }
  if (type.kind === 'literalList' || type.kind === 'literalDict') {
    const wanted = elementTypes(type) ?? [];
    const values = lowerSequence(body, valuesOf(node));
    return { type, parts: values.flatMap((value, i) => body.lowering.cast(value, wanted[i]!).parts) };
  }
  const resolution = body.typed.resolutions.get(node);
  if (resolution) return lowerResolution(body, { ...resolution, result: type });
  return callLibrary(body.lowering, displayName(node), [], type);
}

const isStarred = (element: Expression): boolean => element.kind === 'Starred';

/** A display with `*xs` or `**d` in it: made empty, then given one part after the other. */
function lowerSpread(body: Body, node: List | SetDisplay | Dict, type: NumbaType): Value {
  const { lowering } = body;
  if (type.kind !== 'list' && type.kind !== 'set' && type.kind !== 'typedDict') {
    return lowering.notLowered('unpacking into values of different types is not compiled yet');
  }
  const made = lowering.hold(
    callLibrary(lowering, node.kind === 'Set' ? 'builtins.set' : displayName(node), [], type),
  );
  if (node.kind === 'Dict') {
    for (const { key, value } of node.items) {
      const parts = lowerSequence(body, key ? [key, value] : [value]);
      callLibrary(lowering, key ? 'operator.setitem' : 'typedDict.update', [made, ...parts]);
    }
    return made;
  }
  const [one, many] = node.kind === 'List' ? ['list.append', 'list.extend'] : ['set.add', 'set.update'];
  for (const element of node.elements) {
    const isMany = element.kind === 'Starred';
    const part = lowerExpression(body, isMany ? element.value : element);
    callLibrary(lowering, isMany ? many! : one!, [made, part]);
  }
  return made;
}

function valuesOf(node: List | SetDisplay | Dict): readonly Expression[] {
  return node.kind === 'Dict' ? node.items.map((item) => item.value) : node.elements;
}

export function displayName(node: { readonly kind: string }): string {
  if (node.kind === 'List' || node.kind === 'ListComp') return 'builtins.list display';
  return node.kind === 'Set' || node.kind === 'SetComp' ? 'builtins.set display' : 'builtins.dict display';
}
