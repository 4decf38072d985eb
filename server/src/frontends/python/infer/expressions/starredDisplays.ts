import type { Dict, Expression, List, SetDisplay } from '../../parse/ast';
import { convertsSafely } from '../../types/conversion';
import type { NumbaType } from '../../types/numbaType';
import { typesEqual } from '../../types/typesEqual';
import { unify } from '../../types/unify';
import { unliteral } from '../../types/unliteral';
import { walk } from '../children';
import type { Inference } from '../inference';
import { itemType } from '../statements/loops';
import { inferExpression } from './expression';

type DictType = NumbaType & { readonly kind: 'typedDict' };

/** `[*xs, x]`, `{*xs, x}`: what each element adds; undefined where one of them has no type yet. */
export function spreadTypes(inf: Inference, node: List | SetDisplay): readonly NumbaType[] | undefined {
  const types = node.elements.map((element) => spreadType(inf, element));
  return types.every((type) => type !== undefined) ? types : undefined;
}

function spreadType(inf: Inference, element: Expression): NumbaType | undefined {
  if (element.kind !== 'Starred') return inferExpression(inf, element);
  const source = inferExpression(inf, element.value);
  if (!source) return undefined;
  // CPython puts a written out tuple's elements into the list itself.
  if (element.value.kind === 'Tuple' && source.kind === 'tuple') return unify(source.elements);
  return itemType(inf, element, element.value, source);
}

/**
 * `{**d, k: v}` of dicts of one type. Numba moves the items of a display into the one around it, and fails where the dict is
 * anything else or is used again: of those, and of dicts of different values, there is no verdict.
 */
export function inferSpreadDict(inf: Inference, node: Dict): NumbaType | undefined {
  const parts = node.items.map(({ key, value }) => ({
    key: key && inferExpression(inf, key),
    value: inferExpression(inf, value),
    isSpread: key === undefined,
  }));
  if (!parts.every(({ key, value, isSpread }) => value && (key || isSpread))) return undefined;
  const dicts = parts.filter(({ isSpread }) => isSpread).map(({ value }) => value!);
  const [first] = dicts as readonly DictType[];
  const fits = parts.every(({ key, value, isSpread }) =>
    isSpread
      ? value!.kind === 'typedDict' &&
        typesEqual(value!.key, first!.key) &&
        typesEqual(value!.value, first!.value)
      : convertsSafely(unliteral(key!), first!.key) && convertsSafely(unliteral(value!), first!.value),
  );
  const isJoined = node.items.every(({ key, value }) => key || isMovedInto(inf, value));
  if (!fits || !isJoined || first!.key.kind === 'undefined') {
    inf.round.guessed = true;
    return undefined;
  }
  const initial = parts.map(({ key, value, isSpread }) =>
    isSpread ? (value as DictType).initial?.slice(1, -1) : initialItem(key!, value!),
  );
  const { key, value } = first!;
  return initial.every((text) => text !== undefined)
    ? { kind: 'typedDict', key, value, initial: `{${initial.join(', ')}}` }
    : { kind: 'typedDict', key, value };
}

function isMovedInto(inf: Inference, dict: Expression): boolean {
  if (dict.kind === 'Dict') return true;
  if (dict.kind !== 'Name' || inf.module.valueOf(dict)?.kind !== 'Dict') return false;
  const named = walk(inf.node).filter((node) => node.kind === 'Name' && node.id === dict.id);
  return named.length === 2;
}

function initialItem(key: NumbaType, value: NumbaType): string | undefined {
  const texts = [key, value].map(pythonLiteral);
  return texts.every((text) => text !== '') ? texts.join(': ') : undefined;
}

/** A literal type's value as Python writes it; nothing for other types. */
export function pythonLiteral(type: NumbaType): string {
  if (type.kind !== 'literal') return '';
  if (type.literal === 'str') return `'${type.value}'`;
  return type.literal === 'bool' ? (type.value ? 'True' : 'False') : String(type.value);
}
