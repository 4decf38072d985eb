/**
 * atan: with c the multiple of 1/16 nearest to x, or to 1/x above 1, atan(x) is an angle from a table and the arctangent of
 * a quotient below 1/31, by its series. tan is the quotient of sine and cosine, which are 0.51 ulp each.
 */
export const arctangentSource = `
func math.atan(x: f64) -> f64 {
  local a, c, m, n, t, t2, p: f64
  local k: i64
  local above: bool
  if !(abs(x) < 1e17) {
    return call f64 math.atanExtreme(x)
  }
  a = abs(x)
  above = a > 1.0
  m = above ? 1.0 / a : a
  k = reinterpret i64(m * 16.0 + 6755399441055744.0)
  c = (reinterpret f64(k) - 6755399441055744.0) * 0.0625
  k = (k & 31) + (above ? 17 : 0)
  n = above ? c * a - 1.0 : a - c
  t = n / (above ? a + c : 1.0 + c * a)
  t2 = t * t
  p = t * t2 * (-0.3333333333333333 + t2 * (0.2 + t2 * (-0.14285714285714285 + t2 * (0.1111111111111111 - t2 * 0.09090909090909091))))
  return copysign(f64[&math.arctangent + k * 16] + (t + (p + f64[&math.arctangent + k * 16 + 8])), x)
}

func math.atanExtreme(x: f64) -> f64 {
  if x != x {
    return x
  }
  return copysign(1.5707963267948966, x)
}

func math.atan2(y: f64, x: f64) -> f64 {
  local a, b, q: f64
  a = abs(x)
  b = abs(y)
  if !((a < 1e150) & (a > 1e-150) & (b < 1e150) & (b > 1e-150)) {
    return call f64 math.atan2Extreme(y, x)
  }
  q = atan(b / a)
  return copysign(x < 0.0 ? 3.141592653589793 - (q - 1.2246467991473532e-16) : q, y)
}

func math.atan2Extreme(y: f64, x: f64) -> f64 {
  local q: f64
  if (x != x) | (y != y) {
    return x + y
  }
  if y == 0.0 {
    return copysign(reinterpret i64(x) < 0 ? 3.141592653589793 : 0.0, y)
  }
  if abs(x) == inf {
    if abs(y) == inf {
      return copysign(x < 0.0 ? 2.356194490192345 : 0.7853981633974483, y)
    }
    return copysign(x < 0.0 ? 3.141592653589793 : 0.0, y)
  }
  # Both small: scaled, since their quotient may be of subnormal numbers.
  if (abs(x) < 1e-150) & (abs(y) < 1e-150) {
    x = x * 1.3407807929942597e154
    y = y * 1.3407807929942597e154
  }
  q = abs(y) / abs(x)
  q = atan(q)
  return copysign(x < 0.0 ? 3.141592653589793 - (q - 1.2246467991473532e-16) : q, y)
}

func math.tan(x: f64) -> f64 {
  return sin(x) / cos(x)
}
`;
