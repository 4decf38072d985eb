/**
 * exp, exp2: x = (128 k + i) ln2/128 + r, so that exp(x) = 2**k * 2**(i/128) * exp(r) with the middle factor from a table
 * and a short series for the last. About 0.51 ulp. Adding 1.5 * 2**52 rounds to an integer and leaves it in the low bits,
 * which vectors can do too: the vectoriser takes this code lane by lane, so it has no branch but to what is rare.
 */
export const exponentialSource = `
func math.exp(x: f64) -> f64 {
  local n, r, r2, tail, scale: f64
  local k: i64
  if !(abs(x) < 704.0) {
    return call f64 math.expExtreme(x, 0.0)
  }
  k = reinterpret i64(x * 184.6649652337873 + 6755399441055744.0)
  n = reinterpret f64(k) - 6755399441055744.0
  r = x - n * 0.005415212348111709 - n * 1.2864023111638346e-14
  r2 = r * r
  tail = f64[&math.exp2 + (k & 127) * 16] + r + r2 * (0.5 + r * 0.16666666666666666) + r2 * r2 * (0.041666666666666664 + r * 0.008333333333333333)
  scale = reinterpret f64(i64[&math.exp2 + (k & 127) * 16 + 8] + ((k & -128) << 45))
  return scale + scale * tail
}

# exp(x + low), low tiny beside x, |x + low| below 704
func math.expPair(x: f64, low: f64) -> f64 {
  local n, r, r2, tail, scale: f64
  local k: i64
  k = reinterpret i64(x * 184.6649652337873 + 6755399441055744.0)
  n = reinterpret f64(k) - 6755399441055744.0
  r = x - n * 0.005415212348111709 - n * 1.2864023111638346e-14 + low
  r2 = r * r
  tail = f64[&math.exp2 + (k & 127) * 16] + r + r2 * (0.5 + r * 0.16666666666666666) + r2 * r2 * (0.041666666666666664 + r * 0.008333333333333333)
  scale = reinterpret f64(i64[&math.exp2 + (k & 127) * 16 + 8] + ((k & -128) << 45))
  return scale + scale * tail
}

# exp(x + low) where the result may overflow, be subnormal or x not be a number
func math.expExtreme(x: f64, low: f64) -> f64 {
  local n, r, r2, tail: f64
  local k: i64
  if x != x {
    return x
  }
  if x > 709.8 {
    return inf
  }
  if x < -745.2 {
    return 0.0
  }
  if abs(x) < 704.0 {
    return call f64 math.expPair(x, low)
  }
  k = reinterpret i64(x * 184.6649652337873 + 6755399441055744.0)
  n = reinterpret f64(k) - 6755399441055744.0
  r = x - n * 0.005415212348111709 - n * 1.2864023111638346e-14 + low
  r2 = r * r
  tail = f64[&math.exp2 + (k & 127) * 16] + r + r2 * (0.5 + r * 0.16666666666666666) + r2 * r2 * (0.041666666666666664 + r * 0.008333333333333333)
  return call f64 math.scaleSum(i64[&math.exp2 + (k & 127) * 16 + 8], tail, k - 4843621399236968448 >> 7)
}

# (1 + tail) * 2**k times the double in [1, 2) with these bits, rounded once also where the result is subnormal
func math.scaleSum(bits: i64, tail: f64, k: i64) -> f64 {
  local scale, result, sum, rest: f64
  if k > 0 {
    scale = reinterpret f64(bits + (k - 1009 << 52))
    return 5.486124068793689e303 * (scale + scale * tail)
  }
  scale = reinterpret f64(bits + (k + 1022 << 52))
  result = scale + scale * tail
  if result < 1.0 {
    # Adding 1 rounds at the last bit that a subnormal result has; the rest goes with it.
    rest = scale - result + scale * tail
    sum = 1.0 + result
    rest = 1.0 - sum + result + rest
    result = sum + rest - 1.0
  }
  return result * 2.2250738585072014e-308
}

func math.exp2(x: f64) -> f64 {
  local n, r, r2, tail, scale: f64
  local k: i64
  if x != x {
    return x
  }
  if x >= 1024.0 {
    return inf
  }
  if x < -1075.5 {
    return 0.0
  }
  k = reinterpret i64(x * 128.0 + 6755399441055744.0)
  n = reinterpret f64(k) - 6755399441055744.0
  r = x - n * 0.0078125
  r2 = r * r
  tail = f64[&math.exp2 + (k & 127) * 16] + r * 0.6931471805599453 + r2 * (0.24022650695910072 + r * 0.05550410866482158) + r2 * r2 * (0.009618129107628477 + r * 0.0013333558146428443)
  if abs(x) < 1000.0 {
    scale = reinterpret f64(i64[&math.exp2 + (k & 127) * 16 + 8] + ((k & -128) << 45))
    return scale + scale * tail
  }
  return call f64 math.scaleSum(i64[&math.exp2 + (k & 127) * 16 + 8], tail, k - 4843621399236968448 >> 7)
}
`;
