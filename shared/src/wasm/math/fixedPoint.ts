/** Fixed-point numbers: an integer times 2**-200. */
export const precision = 200n;
export const one = 1n << precision;

/** Machin: pi / 4 = 4 artan(1/5) - artan(1/239); an integer times 2**-bits. */
export function pi(bits = precision): bigint {
  const one = 1n << bits;
  const artanOfInverse = (n: bigint) => {
    let sum = 0n;
    for (let power = one / n, k = 1n; power !== 0n; power = -power / (n * n), k += 2n) sum += power / k;
    return sum;
  };
  return 4n * (4n * artanOfInverse(5n) - artanOfInverse(239n));
}

export function squareRoot(value: bigint): bigint {
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The nearest multiple of 2**-bits. */
export function roundTo(value: bigint, bits: bigint): bigint {
  const unit = precision - bits;
  return ((value + (1n << (unit - 1n))) >> unit) << unit;
}

/** `Number` rounds an integer correctly, and a power of two scales without rounding. */
export function toNumber(value: bigint): number {
  return Number(value) / 2 ** Number(precision);
}

export function bytesOf(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  for (const [i, value] of values.entries()) view.setFloat64(i * 8, value, true);
  return new Uint8Array(view.buffer);
}
