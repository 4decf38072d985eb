import type { DataSegment } from '../../ir/nodes';
import { pi } from './fixedPoint';

/** Of 32 bits each, for the largest exponent and the bits that may cancel. */
const limbs = 37;
/** Zeros before 2/pi, so that smaller exponents find a window of it too. */
const leading = 2;

/** 2/pi after the point, in words of 32 bits, the highest first. */
export function twoOverPiTable(): DataSegment {
  const bits = BigInt(32 * limbs);
  const margin = 64n;
  const quotient = ((2n << (2n * (bits + margin))) / pi(bits + margin)) >> margin;
  const words = Array.from({ length: limbs }, (_, i) =>
    Number((quotient >> BigInt(32 * (limbs - 1 - i))) & 0xffffffffn),
  );
  const bytes = new DataView(new ArrayBuffer(4 * (leading + limbs)));
  for (const [i, word] of words.entries()) bytes.setUint32(4 * (leading + i), word, true);
  return { name: 'math.twoOverPi', bytes: new Uint8Array(bytes.buffer), align: 16 };
}

/** Words of 2/pi that a product takes; it is exact but for what lies below them. */
const window = 7;
const low = '4294967295u64';
const steps = (from: number, to: number, line: (i: number) => string): string =>
  Array.from({ length: to - from + 1 }, (_, i) => `  ${line(from + i)}`).join('\n');

/**
 * Payne and Hanek's reduction: |x| = k pi/32 + r + rl modulo 2 pi, k below 64, for 1 < |x| < inf. The mantissa is multiplied
 * by those words of 2/pi that matter: higher ones make whole turns. 180 bits behind the point are more than those that
 * cancel, 62 for the double nearest to a multiple of pi/2, and two doubles have.
 */
export const largeAngleSource = `
func math.reduceLarge(x: f64) -> tuple(i64, f64, f64) {
  local bits, ml, mh, a, b, c, k: u64
  local q, at, s, zeros: i64
  local t0, t1, t2, t3, t4, t5, t6, h0, h1, h2, h3, h4, h5, p1, p2, p3, p4, p5, p6: u64
  local scale, d, dh, rest, r: f64
  local negative: bool
  bits = reinterpret u64(x) & 0x7fffffffffffffffu64
  q = i64(bits >> 52u64) - 1075
  bits = bits & 0xfffffffffffffu64 | 0x10000000000000u64
  ml = bits & ${low}
  mh = bits >> 32u64
  at = q - 2 >> 5
  s = q - 2 - at * 32
  at = at * 4 + ${4 * leading}
${steps(0, window - 1, (i) => {
  const product = `ml * u64(u32[&math.twoOverPi + at * 1 + ${4 * (window - 1 - i)}])`;
  return `t${i} = ${product}${i > 0 ? ` + (t${i - 1} >> 32u64)` : ''}`;
})}
${steps(0, window - 2, (i) => {
  const product = `mh * u64(u32[&math.twoOverPi + at * 1 + ${4 * (window - 1 - i)}])`;
  return `h${i} = ${product}${i > 0 ? ` + (h${i - 1} >> 32u64)` : ''}`;
})}
${steps(1, window - 1, (i) => {
  const sum = `(t${i} & ${low}) + (h${i - 1} & ${low})`;
  return `p${i} = ${sum}${i > 1 ? ` + (p${i - 1} >> 32u64)` : ''}`;
})}
  a = p6 << 32u64 | p5 & ${low}
  b = p4 << 32u64 | p3 & ${low}
  c = p2 << 32u64 | p1 & ${low}
  a = a << u64(s) | b >> 1u64 >> u64(63 - s)
  b = b << u64(s) | c >> 1u64 >> u64(63 - s)
  c = c << u64(s)
  # six bits of k, then the fraction: rounded to the nearest, so that the rest may be negative
  k = a + 0x200000000000000u64 >> 58u64
  a = a - (k << 58u64)
  negative = i64(a) < 0
  if negative {
    c = 0u64 - c
    b = ~b + u64(c == 0u64)
    a = ~a + u64((c == 0u64) & (b == 0u64))
  }
  scale = 3.469446951953614e-18
  if a == 0u64 {
    a = b
    b = c
    scale = 1.8807909613156603e-37
  }
  zeros = i64(clz(a))
  a = a << u64(zeros) | b >> 1u64 >> u64(63 - zeros)
  b = b << u64(zeros)
  scale = scale * reinterpret f64(1023 - zeros << 52)
  scale = negative ? -scale : scale
  d = f64(a & 0xfffffffffffff800u64) * scale
  rest = f64((a & 2047u64) << 53u64 | b >> 11u64) * 1.1102230246251565e-16 * scale
  dh = reinterpret f64(reinterpret u64(d) & 0xfffffffff8000000u64)
  r = d * 0.09817477042468103
  rest = dh * 0.09817476943135262 - r + dh * 9.93328419518491e-10 + (d - dh) * 0.09817476943135262 + (d - dh) * 9.93328419518491e-10 + (d * 3.827021247335479e-18 + rest * 0.09817477042468103)
  return i64(k & 63u64), r, rest
}
`;
