import { polynomial } from './polynomial';

/** (asin(s) / s - 1) / z for z = s * s up to 1/4, within 2e-17. */
const arcsine = polynomial(
  'z',
  'z2',
  [
    0.16666666666666669, 0.07499999999998433, 0.04464285714635561, 0.030381944138516817, 0.02237217294274726,
    0.017352392706346254, 0.013971213196475301, 0.011479175171049853, 0.010322829371691055,
    0.005457440499079528, 0.017401064081047784, -0.014852182118030889, 0.02875805719743414,
  ],
);

/**
 * asin and acos: a polynomial up to 1/2, above that the angle of half the rest, asin(x) = pi/2 - 2 asin(sqrt((1 - x) / 2)),
 * whose root is taken in two parts. The inverse hyperbolic functions are logarithms of what log1p is exact for. Straight
 * code, NaN coming by itself outside their domains.
 */
export const inverseSource = `
func math.asin(x: f64) -> f64 {
  local a, z, z2, s, h, c, r: f64
  local big: bool
  a = abs(x)
  big = a > 0.5
  z = big ? (1.0 - a) * 0.5 : a * a
  s = big ? sqrt(z) : a
  z2 = z * z
  r = s * z * (${arcsine})
  h = reinterpret f64(reinterpret u64(s) & 0xfffffffff8000000u64)
  c = (z - h * h) / (s + h + 1e-300)
  return copysign(big ? 0.7853981633974483 - (2.0 * r - (6.123233995736766e-17 - 2.0 * c) - (0.7853981633974483 - 2.0 * h)) : a + r, x)
}

func math.acos(x: f64) -> f64 {
  local a, z, z2, s, h, c, r, near, away: f64
  local big: bool
  a = abs(x)
  big = a > 0.5
  z = big ? (1.0 - a) * 0.5 : a * a
  s = big ? sqrt(z) : x
  z2 = z * z
  r = s * z * (${arcsine})
  h = reinterpret f64(reinterpret u64(s) & 0xfffffffff8000000u64)
  c = (z - h * h) / (s + h + 1e-300)
  near = 2.0 * (h + (r + c))
  away = 3.141592653589793 - 2.0 * (s + (r - 6.123233995736766e-17))
  return big ? (x > 0.0 ? near : away) : 1.5707963267948966 - (x - (6.123233995736766e-17 - r))
}

func math.asinh(x: f64) -> f64 {
  local a, t: f64
  a = abs(x)
  if !(a < 1e150) {
    return copysign(log(a) + 0.6931471805599453, x)
  }
  t = a * a
  return copysign(log1p(a + t / (1.0 + sqrt(1.0 + t))), x)
}

func math.acosh(x: f64) -> f64 {
  local t: f64
  if !(x < 1e150) {
    return log(x) + 0.6931471805599453
  }
  t = x - 1.0
  return log1p(t + sqrt(2.0 * t + t * t))
}

func math.atanh(x: f64) -> f64 {
  local a, t: f64
  a = abs(x)
  t = a + a
  return copysign(0.5 * log1p(a < 0.5 ? t + t * a / (1.0 - a) : t / (1.0 - a)), x)
}
`;
