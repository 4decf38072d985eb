/**
 * expm1 is exp with the table's power of two less one taken before the rest is added, both of which are exact; log1p
 * corrects the logarithm of 1 + x by what that sum rounded away. The hyperbolic functions rest on these. Straight code but
 * for rare arguments, as the vectoriser wants it.
 */
export const hyperbolicSource = `
func math.expm1(x: f64) -> f64 {
  local n, r, r2, tail, scale: f64
  local k: i64
  if !(abs(x) < 704.0) {
    return call f64 math.expExtreme(x, 0.0) - 1.0
  }
  k = reinterpret i64(x * 184.6649652337873 + 6755399441055744.0)
  n = reinterpret f64(k) - 6755399441055744.0
  r = x - n * 0.005415212348111709 - n * 1.2864023111638346e-14
  r2 = r * r
  tail = f64[&math.exp2 + (k & 127) * 16] + (r + (r2 * (0.5 + r * 0.16666666666666666) + r2 * r2 * (0.041666666666666664 + r * 0.008333333333333333)))
  scale = reinterpret f64(i64[&math.exp2 + (k & 127) * 16 + 8] + ((k & -128) << 45))
  return abs(x) < 1e-17 ? x : scale - 1.0 + scale * tail
}

func math.log1p(x: f64) -> f64 {
  local u: f64
  if !((x > -1.0) & (x < 1e300)) {
    return log(1.0 + x)
  }
  u = 1.0 + x
  return abs(x) < 1e-17 ? x : log(u) + (abs(x) > 1.0 ? 1.0 - (u - x) : x - (u - 1.0)) / u
}

func math.sinh(x: f64) -> f64 {
  local e: f64
  if !(abs(x) < 700.0) {
    return call f64 math.sinhExtreme(x)
  }
  e = expm1(abs(x))
  return copysign(0.5 * (e + e / (e + 1.0)), x)
}

func math.cosh(x: f64) -> f64 {
  local e: f64
  if !(abs(x) < 700.0) {
    return abs(call f64 math.sinhExtreme(x))
  }
  e = exp(abs(x))
  return 0.5 * e + 0.5 / e
}

# where exp(-x) is nothing beside exp(x), which may overflow
func math.sinhExtreme(x: f64) -> f64 {
  local e: f64
  if (x != x) | (abs(x) == inf) {
    return x
  }
  # 2 ln 2 in two parts, the first short, so that the difference is exact
  e = call f64 math.expExtreme(abs(x) - 1.3862941265106201, -2.3460927050164696e-7)
  return copysign(2.0 * e, x)
}

func math.tanh(x: f64) -> f64 {
  local e: f64
  e = expm1(min(abs(x), 22.0) * 2.0)
  return copysign(e / (e + 2.0), x)
}
`;
