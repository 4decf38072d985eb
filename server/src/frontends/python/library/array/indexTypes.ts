import { type ArrayType, int64, type NumbaType, uint64 } from '../../types/numbaType';
import { unliteral } from '../../types/unliteral';
import { compareVersions } from '../version';

/** What `array[index]` means, by the types alone. */
export interface IndexTyping {
  /** The index as the code receives it: integers widened to int64 or uint64. */
  readonly index: NumbaType;
  /** Its members in order, the ellipsis included. */
  readonly members: readonly NumbaType[];
  readonly result: NumbaType;
  /** An array among the members: the result is a copy. */
  readonly advanced: boolean;
}

/** Types an array's index by Numba's rules, or says why it is refused. */
export function typeIndex(
  array: ArrayType,
  index: NumbaType,
  numba: string,
): IndexTyping | { readonly reason: string } {
  const given = unliteral(index);
  const members = given.kind === 'tuple' ? given.elements : [given];
  const normalized: NumbaType[] = [];
  for (const member of members) {
    const type = memberType(member);
    if (!type) return { reason: `an index of kind ${member.kind} is not supported` };
    normalized.push(type);
  }
  const refusal = whyRefused(array, normalized, numba);
  if (refusal) return { reason: refusal };
  const advanced = normalized.some(isIndexArray);
  return {
    index: given.kind === 'tuple' ? { kind: 'tuple', elements: normalized } : normalized[0]!,
    members: normalized,
    result: resultType(array, normalized),
    advanced,
  };
}

function memberType(type: NumbaType): NumbaType | undefined {
  switch (type.kind) {
    case 'int':
      return type.signed ? int64 : uint64;
    case 'enumMember':
      return type.of.kind === 'int' ? int64 : undefined;
    case 'array': {
      const isInteger = type.dtype.kind === 'int';
      return isInteger || (type.dtype.kind === 'bool' && type.ndim > 0) ? type : undefined;
    }
    case 'slice':
    case 'ellipsis':
    case 'none':
      return type;
    default:
      return undefined;
  }
}

export const isIndexArray = (type: NumbaType): boolean => type.kind === 'array' && type.ndim > 0;
/** Removes its dimension; an array without dimensions counts. */
export const isScalarIndex = (type: NumbaType): boolean =>
  type.kind === 'int' || (type.kind === 'array' && type.ndim === 0);

function whyRefused(array: ArrayType, members: readonly NumbaType[], numba: string): string | undefined {
  if (members.filter((type) => type.kind === 'ellipsis').length > 1) return 'only one ellipsis is allowed';
  const arrays = members.filter(isIndexArray) as ArrayType[];
  if (arrays.some((type) => type.dtype.kind === 'bool' && type.ndim > 1)) {
    return 'a mask of more than one dimension is not supported';
  }
  if (compareVersions(numba, '0.65') < 0 && members.some((type) => type.kind === 'none')) {
    return 'newaxis is not supported';
  }
  if (compareVersions(numba, '0.61') < 0) {
    if (arrays.some((type) => type.ndim > 1))
      return 'an index array of more than one dimension is not supported';
    if (arrays.length > 0) {
      const first = members.findIndex(isIndexArray);
      const isCrowded = arrays.length > 1 || members.slice(0, first).some(isScalarIndex);
      if (isCrowded) return 'only one advanced index is supported';
    }
  }
  const count = members.filter((type) => type.kind !== 'none' && type.kind !== 'ellipsis').length;
  return count > array.ndim ? `${count} indices are too many` : undefined;
}

function resultType(array: ArrayType, members: readonly NumbaType[]): NumbaType {
  const arrays = members.filter(isIndexArray) as ArrayType[];
  const scalars = members.filter(isScalarIndex).length;
  const added = members.filter((type) => type.kind === 'none').length;
  const largest = Math.max(0, ...arrays.map((type) => type.ndim));
  const ndim = array.ndim - scalars - arrays.length + largest + added;
  const hasEllipsis = members.some((type) => type.kind === 'ellipsis');
  if (scalars === array.ndim && ndim === 0 && !hasEllipsis) return array.dtype;
  if (arrays.length > 0) return { ...array, ndim, layout: 'C', readonly: false };
  return ndim === 0 ? array.dtype : { ...array, ndim, layout: viewLayout(array, members) };
}

/** Whether the view keeps its array's order, as far as Numba tells from the types. */
function viewLayout(array: ArrayType, members: readonly NumbaType[]): ArrayType['layout'] {
  if (array.layout === 'A') return 'A';
  const at = members.findIndex((type) => type.kind === 'ellipsis');
  let left = at < 0 ? [...members] : members.slice(0, at);
  let right = at < 0 ? [] : members.slice(at + 1);
  const count = [...left, ...right].filter((type) => type.kind !== 'none').length;
  if (array.layout === 'C') {
    if (count === array.ndim) [left, right] = [[...left, ...right], []];
    return right.length === 0 && keepsOrder(left) ? 'C' : 'A';
  }
  if (count === array.ndim) [left, right] = [[], [...left, ...right]];
  return left.length === 0 && keepsOrder([...right].reverse()) ? 'F' : 'A';
}

// From the outermost dimension inwards: integers, then at most one plain slice, the innermost index.
function keepsOrder(outer: readonly NumbaType[]): boolean {
  return outer.every((type, i) => {
    if (type.kind !== 'slice') return true;
    return !type.hasStep && outer.slice(i + 1).every((later) => later.kind === 'none');
  });
}
