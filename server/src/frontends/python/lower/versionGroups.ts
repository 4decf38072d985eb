import type { Version } from '../infer/ssa';
import type { TypedFunction } from '../infer/typedFunction';
import { typesEqual } from '../types/typesEqual';
import { unliteral } from '../types/unliteral';

export interface VersionGroups {
  /** The version that stands for all that share its locals. */
  find(version: Version): Version;
  size(group: Version): number;
}

/** Unites phi versions with those of their operands that have the same type. */
export function groupVersions(typed: TypedFunction): VersionGroups {
  const parents = new Map<Version, Version>();
  const sizes = new Map<Version, number>();
  const find = (version: Version): Version => {
    const parent = parents.get(version);
    if (!parent) return version;
    const root = find(parent);
    parents.set(version, root);
    return root;
  };
  const unite = (a: Version, b: Version): void => {
    const from = find(a);
    const to = find(b);
    if (from === to || !sameType(typed, a, b)) return;
    parents.set(from, to);
    sizes.set(to, (sizes.get(from) ?? 1) + (sizes.get(to) ?? 1));
  };
  for (const edge of typed.ssa.edges) {
    for (const { phi, operand } of edge.copies) if (operand) unite(phi, operand);
  }
  if (contains(typed.node, hasFinally)) uniteSymbols(typed, unite);
  return { find, size: (group) => sizes.get(group) ?? 1 };
}

function sameType(typed: TypedFunction, a: Version, b: Version): boolean {
  const left = typed.versionTypes.get(a);
  const right = typed.versionTypes.get(b);
  return !!left && !!right && typesEqual(unliteral(left), unliteral(right));
}

/**
 * A `finally` clause runs on ways out that the SSA form does not know, so what it reads must be where any version of the
 * variable is. Versions of one variable are never alive together.
 */
function uniteSymbols(typed: TypedFunction, unite: (a: Version, b: Version) => void): void {
  const seen = new Map<Version['symbol'], Version[]>();
  for (const version of typed.versionTypes.keys()) {
    const others = seen.get(version.symbol) ?? [];
    for (const other of others) unite(version, other);
    seen.set(version.symbol, [...others, version]);
  }
}

function hasFinally(node: object): boolean {
  return 'finalbody' in node && Array.isArray(node.finalbody) && node.finalbody.length > 0;
}

const nestedBodies = new Set(['body', 'orelse', 'handlers', 'finalbody']);

/** Whether some statement of a function is such a one. */
function contains(node: object, isSuch: (node: object) => boolean): boolean {
  if (isSuch(node)) return true;
  return Object.entries(node).some(
    ([key, child]) =>
      nestedBodies.has(key) && Array.isArray(child) && child.some((each) => contains(each, isSuch)),
  );
}
