import type { DataSegment } from '../../ir/nodes';
import { bytesOf, one, pi, precision, roundTo, squareRoot, toNumber } from './fixedPoint';

/** 128 entries of 2**(i/128): its error relative to the double beside it, and the double nearest to it. */
export function exp2Table(): DataSegment {
  let root = 2n * one;
  for (let i = 0; i < 7; i++) root = squareRoot(root << precision);
  const values: number[] = [];
  for (let i = 0, power = one; i < 128; i++, power = (power * root) >> precision) {
    const nearest = roundTo(power, 52n);
    values.push(toNumber(((power - nearest) << precision) / nearest), toNumber(nearest));
  }
  return { name: 'math.exp2', bytes: bytesOf(values), align: 16 };
}

/**
 * For each of 128 intervals of z in [0.6875, 1.375): a reciprocal of about its middle in nine bits, so that `z * reciprocal`
 * is cheap to get exactly, and minus its logarithm as a multiple of 2**-42 and a rest. The two intervals at 1 have
 * reciprocal 1, so that the logarithm of numbers near 1 keeps its relative precision. Four doubles each, the last unused.
 */
export function logTable(): DataSegment {
  const values: number[] = [];
  for (let i = 0; i < 128; i++) {
    const below = i < 80;
    const start = below ? 0.6875 + i / 256 : 1 + (i - 80) / 128;
    const middle = start + (below ? 1 / 512 : 1 / 256);
    const numerator = i === 79 || i === 80 ? 512n : BigInt(Math.round(512 / middle));
    const logarithm = -logOfRatio(numerator, 512n);
    const high = roundTo(logarithm, 42n);
    values.push(Number(numerator) / 512, toNumber(high), toNumber(logarithm - high), 0);
  }
  return { name: 'math.log', bytes: bytesOf(values), align: 16 };
}

/** Sine and cosine of the 64 multiples of pi/32, each as a multiple of 2**-27 and a rest. */
export function sinCosTable(): DataSegment {
  const values: number[] = [];
  for (let i = 0n; i < 64n; i++) {
    for (const value of sinCos((i * pi()) / 32n)) {
      const high = roundTo(value, 27n);
      values.push(toNumber(high), toNumber(value - high));
    }
  }
  return { name: 'math.sinCos', bytes: bytesOf(values), align: 32 };
}

/**
 * Arctangent of j/16 for j from 0 to 16, and pi/2 less that: each as a double and the rest. The doubles have 50 bits
 * behind the point.
 */
export function arctangentTable(): DataSegment {
  const values: number[] = [];
  const put = (value: bigint): void => {
    const high = roundTo(value, 50n);
    values.push(toNumber(high), toNumber(value - high));
  };
  const angles = Array.from({ length: 17 }, (_, j) => arctangent((BigInt(j) * one) / 16n));
  for (const angle of angles) put(angle);
  for (const angle of angles) put(pi() / 2n - angle);
  return { name: 'math.arctangent', bytes: bytesOf(values), align: 16 };
}

/** Half the angle three times, then the series. */
function arctangent(tangent: bigint): bigint {
  let t = tangent;
  for (let i = 0; i < 3; i++) t = (t << precision) / (one + squareRoot(one * one + t * t));
  const square = (t * t) >> precision;
  let sum = 0n;
  for (let power = t, n = 1n; power > 0n; power = (power * square) >> precision, n += 2n)
    sum += n % 4n === 1n ? power / n : -(power / n);
  return 8n * sum;
}

/** By the series; the last bits are rounded off so that zeros are zero. */
function sinCos(angle: bigint): [sin: bigint, cos: bigint] {
  const sums: [bigint, bigint] = [0n, 0n];
  for (let term = one, n = 1n; term !== 0n; n++) {
    const sign = (n - 1n) % 4n < 2n ? 1n : -1n;
    sums[n % 2n === 1n ? 1 : 0] += sign * term;
    term = (term * angle) / (n * one);
  }
  return [roundTo(sums[0], 160n), roundTo(sums[1], 160n)];
}

/** ln(a / b) = 2 artanh((a - b) / (a + b)). */
function logOfRatio(a: bigint, b: bigint): bigint {
  const z = ((a - b) << precision) / (a + b);
  const square = (z * z) >> precision;
  let sum = 0n;
  for (let power = z, n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (power * square) >> precision;
  }
  return 2n * sum;
}
