/** Compares Numba versions `0.56`, `0.56.4`, `0.68` by number. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether something that exists in `[since, until)` exists in `numba`. */
export function isInVersion(
  entry: { readonly since?: string; readonly until?: string },
  numba: string,
): boolean {
  if (entry.since && compareVersions(numba, entry.since) < 0) return false;
  return !(entry.until && compareVersions(numba, entry.until) >= 0);
}
