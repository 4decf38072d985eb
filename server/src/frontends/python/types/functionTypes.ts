import type { BoundFunction } from '../bind/boundModule';
import type { NumbaType } from './numbaType';
import { typesEqual } from './typesEqual';

type FunctionValue = NumbaType & { kind: 'dispatcher' | 'functionType' };

export function isFunctionValue(type: NumbaType): type is FunctionValue {
  return type.kind === 'dispatcher' || type.kind === 'functionType';
}

/**
 * Numba's first-class function type, which two compiled functions share: that of their one explicit signature, or an
 * undefined one that the first call decides. Undefined where the signatures differ.
 */
export function unifyFunctions(a: FunctionValue, b: FunctionValue): NumbaType | undefined {
  const signature = a.signature ?? b.signature;
  if (a.signature && b.signature && !sameSignature(a.signature, b.signature)) return undefined;
  const members = [...new Set([...membersOf(a), ...membersOf(b)])].sort(
    (one, other) => one.node.range.start - other.node.range.start,
  );
  const counts = new Set(members.map((fn) => fn.node.params.length));
  if (counts.size > 1) return undefined;
  return { kind: 'functionType', members, ...(signature && { signature }) };
}

/** The type of the elements of a tuple or list of compiled functions; undefined where they keep their own types. */
export function unifyDisplayedFunctions(types: readonly NumbaType[]): NumbaType | undefined {
  if (types.length === 0 || !types.every(isFunctionValue)) return undefined;
  if (types.every((type) => typesEqual(type, types[0]!))) return undefined;
  if (!types.some((type) => type.signature)) return undefined;
  const [first, ...others] = types;
  return others.reduce<NumbaType | undefined>(
    (unified, type) => (unified && isFunctionValue(unified) ? unifyFunctions(unified, type) : undefined),
    first,
  );
}

function membersOf(type: FunctionValue): readonly BoundFunction[] {
  return type.kind === 'dispatcher' ? [type.function] : type.members;
}

function sameSignature(a: FunctionSignature, b: FunctionSignature): boolean {
  return (
    typesEqual(a.returns, b.returns) &&
    a.args.length === b.args.length &&
    a.args.every((type, i) => typesEqual(type, b.args[i]!))
  );
}

type FunctionSignature = NonNullable<FunctionValue['signature']>;
