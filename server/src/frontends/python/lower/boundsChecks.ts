/** The same IR with every check of an index to be made, as `boundscheck=True` asks. */
export function withRequiredChecks<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withRequiredChecks) as T;
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, withRequiredChecks(value)]);
  const copy = Object.fromEntries(entries) as T;
  return 'op' in node && node.op === 'checkIndex' ? { ...copy, optional: false } : copy;
}
