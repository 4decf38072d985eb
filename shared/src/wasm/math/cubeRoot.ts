import { literal, polynomial } from './polynomial';

/** cbrt of m from 0.49 to 4.02, within 6e-4 of it. */
const start = polynomial(
  'm',
  'm2',
  [
    0.4541030860687261, 0.8924638578922699, -0.5292788358009094, 0.23968375063924344, -0.06591884600235148,
    0.009801219723843936, -0.0006028165580964977,
  ],
);

/** Adding it to a small number leaves that, rounded to an integer, in the last places. */
const anchor = literal(1.5 * 2 ** 52);

/**
 * cbrt: x = 8**q m with m from 1/2 to 4. One step of Halley's iteration brings a polynomial to some 30 bits; those are cut
 * to 26, so that their square is exact, and a second step gives the rest.
 */
export const cubeRootSource = `
func math.cbrt(x: f64) -> f64 {
  local a, e, n, m, m2, t, t3, r: f64
  local bits: u64
  local q: i64
  a = abs(x)
  if !((a >= 2.2250738585072014e-308) & (a < inf)) {
    return call f64 math.cbrtExtreme(x)
  }
  bits = reinterpret u64(a)
  e = reinterpret f64(bits >> 52u64 | 0x4330000000000000u64) - 4503599627371519.0
  q = reinterpret i64(e * 0.3333333333333333 + ${anchor})
  n = e - 3.0 * (reinterpret f64(q) - ${anchor})
  m = reinterpret f64(bits & 0xfffffffffffffu64 | 0x3ff0000000000000u64) * (n < 0.0 ? 0.5 : (n > 0.0 ? 2.0 : 1.0))
  m2 = m * m
  t = ${start}
  t3 = t * t * t
  t = t * (t3 + 2.0 * m) / (2.0 * t3 + m)
  t = reinterpret f64(reinterpret u64(t) & 0xfffffffff8000000u64)
  r = m / (t * t)
  t = t + t * ((r - t) / (t + t + r))
  return copysign(t * reinterpret f64((q & 0xfff) + 1023 << 52), x)
}

func math.cbrtExtreme(x: f64) -> f64 {
  local r: f64
  if (x == 0.0) | (x != x) | (abs(x) == inf) {
    return x
  }
  r = cbrt(x * 18014398509481984.0)
  return r * 3.814697265625e-6
}
`;
