import type { NumbaType } from './numbaType';

/** Structural equality. Functions, closures and dispatchers are equal when they are the same one. */
export function typesEqual(a: NumbaType, b: NumbaType): boolean {
  return a === b || valuesEqual(a, b);
}

/** Pairwise; false where the lengths differ. */
export function allTypesEqual(a: readonly NumbaType[], b: readonly NumbaType[]): boolean {
  return a.length === b.length && a.every((type, i) => typesEqual(type, b[i]!));
}

// `what` of pyobject and `literal` of slice are for people; they do not make types different.
const ignoredKeys = new Set(['what', 'made', 'star']);
// Identity, not structure: they hold syntax trees and modules.
const identityKeys = new Set(['function', 'node']);
const identityLists = new Set(['members']);

function valuesEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => valuesEqual(item, b[i]));
  }
  const left = a as Record<string, unknown>;
  const right = b as Record<string, unknown>;
  if (left.kind !== right.kind) return false;
  for (const key of Object.keys({ ...left, ...right })) {
    if (ignoredKeys.has(key)) continue;
    if (identityLists.has(key)) {
      const [these, those] = [left[key] as readonly unknown[], right[key] as readonly unknown[]];
      if (these.length !== those.length || these.some((each, i) => each !== those[i])) return false;
      continue;
    }
    if (identityKeys.has(key) ? left[key] !== right[key] : !valuesEqual(left[key], right[key])) return false;
  }
  return true;
}
