/** A copy of plain data with its ranges moved; the same data where they stay. */
export function shifted<T>(data: T, delta: number): T {
  return delta === 0 ? data : (copied(data, delta) as T);
}

function copied(value: unknown, delta: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map((one) => copied(one, delta));
  const record = value as Readonly<Record<string, unknown>>;
  if (typeof record.start === 'number' && typeof record.end === 'number')
    return { start: record.start + delta, end: record.end + delta };
  const copy: Record<string, unknown> = {};
  for (const key in record) copy[key] = copied(record[key], delta);
  return copy;
}
