/** Floats between two floats; Infinity when only one is a number, 0.0 and -0.0 are 1 apart. */
export function ulpDistance(a: number, b: number, single = false): number {
  if (Number.isNaN(a) || Number.isNaN(b))
    return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return a === b ? 0 : Number.POSITIVE_INFINITY;
  return single ? Math.abs(order32(a) - order32(b)) : Number(absolute(order64(a) - order64(b)));
}

const view = new DataView(new ArrayBuffer(8));

/** Integers in the order of the floats, so that neighbours differ by one; -0.0 lies just below 0.0. */
function order64(value: number): bigint {
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(2n ** 63n) - bits - 1n : bits;
}

function order32(value: number): number {
  view.setFloat32(0, value);
  const bits = view.getInt32(0);
  return bits < 0 ? -(2 ** 31) - bits - 1 : bits;
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
