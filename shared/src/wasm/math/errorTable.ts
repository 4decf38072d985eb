import type { DataSegment } from '../../ir/nodes';
import { bytesOf, one, pi, precision, roundTo, squareRoot, toNumber } from './fixedPoint';

/** Doubles in a row: the leading one, the coefficients of a polynomial of degree 9, and one unused. */
const rowLength = 12;
const degree = 9;
/** Rows from here on lead with erf(c). Those before are of erf(x) / x - 1, which keeps the relative precision of small ones. */
const firstOfValues = 8;
const lastRow = 96;
/** As many as an index of seven bits can name. */
const rows = 128;

/** Taylor polynomials of the error function about c = i/16, for arguments at most 1/32 away. */
export function errorTable(): DataSegment {
  const values = new Array<number>(rows * rowLength).fill(0);
  const ratio = exponential(-one / 256n);
  let density = (2n * one * one) / squareRoot(pi() << precision);
  let factor = ratio;
  let area = 0n;
  for (let i = 0; i <= lastRow; i++) {
    const middle = (BigInt(i) * one) / 16n;
    const series = aboutMiddle(area, density, middle);
    const row = i < firstOfValues ? relative(series, middle) : series;
    const leading = i < firstOfValues ? one : roundTo(row[0]!, 53n);
    values[i * rowLength] = toNumber(leading);
    for (let n = 0; n <= degree; n++)
      values[i * rowLength + 1 + n] = toNumber(n === 0 ? row[0]! - leading : row[n]!);
    area = evaluate(series, one / 16n);
    density = (density * factor) >> precision;
    factor = (((factor * ratio) >> precision) * ratio) >> precision;
  }
  return { name: 'math.erf', bytes: bytesOf(values), align: 32 };
}

/** Terms until 2**-200 for steps of 1/16. */
const terms = 60;

/** Coefficients of erf(c + d) in d: the derivative is `density` times exp(-2 c d - d * d), whose coefficients recur. */
function aboutMiddle(area: bigint, density: bigint, middle: bigint): bigint[] {
  const series = [area];
  let [before, now] = [0n, density];
  for (let n = 0n; n < terms; n++) {
    series.push(now / (n + 1n));
    const next = (-2n * ((middle * now) >> precision) - 2n * before) / (n + 1n);
    [before, now] = [now, next];
  }
  return series;
}

/** The series of erf(c + d) / (c + d). */
function relative(series: readonly bigint[], middle: bigint): bigint[] {
  if (middle === 0n) return series.slice(1);
  const result: bigint[] = [];
  for (let n = 0; n <= degree; n++) result.push(((series[n]! - (result[n - 1] ?? 0n)) << precision) / middle);
  return result;
}

function evaluate(series: readonly bigint[], at: bigint): bigint {
  return series.reduceRight((sum, coefficient) => ((sum * at) >> precision) + coefficient, 0n);
}

function exponential(x: bigint): bigint {
  let sum = 0n;
  for (let term = one, n = 1n; term !== 0n && term !== -1n; n++) {
    sum += term;
    term = ((term * x) >> precision) / n;
  }
  return sum;
}
