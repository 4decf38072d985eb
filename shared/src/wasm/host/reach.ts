/** Bytes that the elements of a non-empty array take, from its first element: `[low, high)`. */
export function reachOf(
  shape: readonly number[],
  strides: readonly number[],
  itemSize: number,
): { low: number; high: number } {
  let low = 0;
  let high = itemSize;
  for (const [axis, length] of shape.entries()) {
    const reach = (length - 1) * strides[axis]!;
    if (reach < 0) low += reach;
    else high += reach;
  }
  return { low, high };
}
