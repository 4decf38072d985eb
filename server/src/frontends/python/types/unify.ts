import { conversion } from './conversion';
import { isFunctionValue, unifyFunctions } from './functionTypes';
import { promoteNumbers } from './numberPromotion';
import type { ArrayType, NumbaType, TupleType } from './numbaType';
import { typesEqual } from './typesEqual';
import { isPrecise, unliteral } from './unliteral';

/** The type that values of all these types share, as Numba's Context.unify_types; undefined where there is none. */
export function unify(types: readonly NumbaType[]): NumbaType | undefined {
  // Numba sorts by bit width first, stably; types without one come first.
  const sorted = [...types].sort((a, b) => bitWidth(a) - bitWidth(b));
  let unified: NumbaType | undefined = sorted[0];
  for (const type of sorted.slice(1)) {
    if (unified === undefined) return undefined;
    unified = unifyPair(unified, type);
  }
  return unified;
}

/** Numba's Context.unify_pairs. */
export function unifyPair(first: NumbaType, second: NumbaType): NumbaType | undefined {
  if (typesEqual(first, second)) return first;
  if (first.kind === 'undefined') return second;
  if (second.kind === 'undefined') return first;
  const special = unifySpecially(first, second) ?? unifySpecially(second, first);
  if (special !== undefined) return special;
  if (losesNothing(first, second)) return second;
  if (losesNothing(second, first)) return first;
  if (first.kind === 'literal' || second.kind === 'literal') {
    return unifyPair(unliteral(first), unliteral(second));
  }
  return undefined;
}

function bitWidth(type: NumbaType): number {
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'complex':
      return type.bits;
    case 'literal':
      return type.literal === 'int' ? 64 : 0;
    default:
      return 0;
  }
}

function losesNothing(from: NumbaType, to: NumbaType): boolean {
  const found = conversion(from, to);
  return found !== undefined && found !== 'unsafe';
}

function isNumeric(type: NumbaType): boolean {
  return (
    type.kind === 'int' ||
    type.kind === 'float' ||
    type.kind === 'complex' ||
    (type.kind === 'literal' && type.literal === 'int')
  );
}

function unifySpecially(self: NumbaType, other: NumbaType): NumbaType | undefined {
  if (isNumeric(self)) {
    return isNumeric(other) ? promoteNumbers(unliteral(self), unliteral(other)) : undefined;
  }
  switch (self.kind) {
    case 'none':
      return other.kind === 'optional' ? other : { kind: 'optional', value: unliteral(other) };
    case 'optional': {
      const value = unifyPair(self.value, other.kind === 'optional' ? other.value : other);
      if (value === undefined) return undefined;
      return value.kind === 'optional' ? value : { kind: 'optional', value: unliteral(value) };
    }
    case 'tuple':
      return other.kind === 'tuple' ? unifyTuples(self, other) : undefined;
    case 'array':
      return other.kind === 'array' ? unifyArrays(self, other) : undefined;
    case 'dispatcher':
    case 'functionType':
      return isFunctionValue(other) ? unifyFunctions(self, other) : undefined;
    case 'range': {
      if (other.kind !== 'range') return undefined;
      const item = unifyPair(self.item, other.item);
      return item?.kind === 'int' ? { kind: 'range', item } : undefined;
    }
    case 'boundFunction': {
      if (other.kind !== 'boundFunction' || other.method !== self.method) return undefined;
      const receiver = unifyPair(self.receiver, other.receiver);
      return receiver && { ...self, receiver };
    }
    default:
      return unifyContainers(self, other);
  }
}

function unifyContainers(self: NumbaType, other: NumbaType): NumbaType | undefined {
  switch (self.kind) {
    case 'list': {
      if (other.kind !== 'list') return undefined;
      const element = sharedElement(self.element, other.element);
      if (element === undefined) return undefined;
      const list = {
        kind: 'list',
        element: unliteral(element),
        reflected: self.reflected || other.reflected,
      } as const;
      const keepsInitial = self.initial !== undefined && other.initial !== undefined;
      return keepsInitial ? { ...list, initial: self.initial } : list;
    }
    case 'set': {
      if (other.kind !== 'set') return undefined;
      const element = sharedElement(self.element, other.element);
      return element && { kind: 'set', element, reflected: self.reflected || other.reflected };
    }
    case 'typedList':
      return other.kind === 'typedList' && !isPrecise(other) ? self : undefined;
    case 'typedDict':
      return other.kind === 'typedDict' &&
        (!isPrecise(other) || (typesEqual(self.key, other.key) && typesEqual(self.value, other.value)))
        ? self
        : undefined;
    case 'literalList': {
      if (other.kind !== 'literalList' || other.elements.length !== self.elements.length) return undefined;
      const elements = self.elements.map((element, i) => unifyPair(element, other.elements[i]!));
      return elements.every((element) => element !== undefined)
        ? { kind: 'literalList', elements }
        : undefined;
    }
  }
  return undefined;
}

/** What a container becomes that is given further elements; other types unify. */
export function widen(known: NumbaType, wanted: NumbaType): NumbaType | undefined {
  const isList = known.kind === 'list' && wanted.kind === 'list';
  if (!isList && !(known.kind === 'set' && wanted.kind === 'set')) return unifyPair(known, wanted);
  const element = unifyPair(known.element, wanted.element);
  return (
    element &&
    unifyPair({ ...known, element: unliteral(element) }, { ...wanted, element: unliteral(element) })
  );
}

// Numba unifies lists and sets of any elements that unify, and then its code generation refuses to convert them.
function sharedElement(self: NumbaType, other: NumbaType): NumbaType | undefined {
  const element = unifyPair(self, other);
  const keeps = (type: NumbaType): boolean =>
    !isPrecise(type) || typesEqual(unliteral(type), unliteral(element!));
  return element && keeps(self) && keeps(other) ? element : undefined;
}

const isUniform = (tuple: TupleType): boolean =>
  tuple.elements.length > 0 && tuple.elements.every((element) => typesEqual(element, tuple.elements[0]!));

// Only anonymous tuples unify by themselves; a uniform one first tries its element type, which keeps it uniform.
function unifyTuples(self: TupleType, other: TupleType): NumbaType | undefined {
  if (self.named || self.elements.length !== other.elements.length) return undefined;
  if (isUniform(self) && (other.named || !isUniform(other))) return undefined;
  const elements = self.elements.map((element, i) => unifyPair(element, other.elements[i]!));
  return elements.every((element) => element !== undefined) ? { kind: 'tuple', elements } : undefined;
}

function unifyArrays(self: ArrayType, other: ArrayType): NumbaType | undefined {
  if (self.ndim !== other.ndim) return undefined;
  if (!typesEqual(self.dtype, other.dtype) && isPrecise(other.dtype)) return undefined;
  return {
    kind: 'array',
    dtype: self.dtype,
    ndim: self.ndim,
    layout: self.layout === other.layout ? self.layout : 'A',
    readonly: self.readonly || other.readonly,
    aligned: self.aligned && other.aligned,
  };
}
