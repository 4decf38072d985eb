/** Compares Numba versions `0.56`, `0.56.4`, `0.68` by number. */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Few versions are ever named, and rows of the library ask for each of their calls. */
const known = new Map<string, readonly number[]>();

function partsOf(version: string): readonly number[] {
  const parts = known.get(version) ?? version.split('.').map(Number);
  known.set(version, parts);
  return parts;
}

/** Whether something that exists in `[since, until)` exists in `numba`. */
export function isInVersion(
  entry: { readonly since?: string; readonly until?: string },
  numba: string,
): boolean {
  if (entry.since && compareVersions(numba, entry.since) < 0) return false;
  return !(entry.until && compareVersions(numba, entry.until) >= 0);
}
