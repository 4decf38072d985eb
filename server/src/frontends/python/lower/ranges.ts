/** The same IR without source ranges: those of another file would be read as this one's. */
export function withoutRanges<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutRanges) as T;
  if (typeof node !== 'object' || node === null || node instanceof Uint8Array) return node;
  const entries = Object.entries(node).filter(([key]) => key !== 'range');
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutRanges(value)])) as T;
}
