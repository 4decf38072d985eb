import type { Dict, Expression, List, SetDisplay } from '../../parse/ast';
import { unliteral } from '../../types/unliteral';
import type { Body } from '../body';
import { callLibrary } from '../libraryCall';
import type { Value } from '../lowering';
import { elementTypes } from '../tuples';
import { typeOfNode } from './lowerExpression';
import { lowerResolution } from './resolved';
import { lowerSequence } from './tuple';

/**
 * `[a, b]`, `{a, b}`, `{k: v}`, of the type that its later uses gave it; a display of different types is held like a
 * tuple.
 */
export function lowerDisplay(body: Body, node: List | SetDisplay | Dict): Value {
  const type = unliteral(typeOfNode(body, node));
  if (node.kind === 'Dict' && node.items.some((item) => !item.key))
    body.lowering.notLowered('a dict display that takes in another with ** is not compiled yet');
  if (type.kind === 'literalList' || type.kind === 'literalDict') {
    const wanted = elementTypes(type) ?? [];
    const values = lowerSequence(body, valuesOf(node));
    return { type, parts: values.flatMap((value, i) => body.lowering.cast(value, wanted[i]!).parts) };
  }
  const resolution = body.typed.resolutions.get(node);
  if (resolution) return lowerResolution(body, { ...resolution, result: type });
  return callLibrary(body.lowering, displayName(node), [], type);
}

function valuesOf(node: List | SetDisplay | Dict): readonly Expression[] {
  return node.kind === 'Dict' ? node.items.map((item) => item.value) : node.elements;
}

export function displayName(node: { readonly kind: string }): string {
  if (node.kind === 'List' || node.kind === 'ListComp') return 'builtins.list display';
  return node.kind === 'Set' || node.kind === 'SetComp' ? 'builtins.set display' : 'builtins.dict display';
}
