/**
 * Logarithms: x = 2**k z with z near 1, and c about 1/z from a table with its logarithm, so that
 * log(x) = k ln2 - log(c) + log(1 + r) with r = c z - 1 small. log is about 0.55 ulp (0.73 beside 0.9922, where r is
 * rounded), the last terms of its series being fitted to r in [-2**-8, 2**-7]; logPair keeps r exact and gives some
 * fifteen more bits in a second double, for pow, log2 and log10.
 */
export const logarithmSource = `
func math.log(x: f64) -> f64 {
  local bits, offset: u64
  local i: i64
  local k, z, zh, c, r, r2, w, high, low, p: f64
  bits = reinterpret u64(x)
  if !((x >= 2.2250738585072014e-308) & (x < inf)) {
    if x == 0.0 {
      return -inf
    }
    if (x < 0.0) | (x != x) {
      return (x - x) / 0.0
    }
    if x == inf {
      return x
    }
    # subnormal
    bits = reinterpret u64(x * 4503599627370496.0) - 0x340000000000000u64
  }
  offset = bits + 0x401a000000000000u64
  i = i64(offset >> 40u64 & 4064u64)
  k = reinterpret f64(offset >> 52u64 | 0x4330000000000000u64) - 4503599627372544.0
  bits = (offset & 0xfffffffffffffu64) + 0x3fe6000000000000u64
  z = reinterpret f64(bits)
  zh = reinterpret f64(bits & 0xfffffffff8000000u64)
  c = f64[&math.log + i * 1]
  r = zh * c - 1.0 + (z - zh) * c
  r2 = r * r
  w = k * 0.6931471805598903 + f64[&math.log + i * 1 + 8]
  high = w + r
  low = w - high + r + (k * 5.497923018708371e-14 + f64[&math.log + i * 1 + 16])
  p = r * (0.3333333333332803 - r * 0.25000000000615186 + r2 * (0.2000000219341323 - r * 0.16666727708145243 + r2 * 0.14164748182074638))
  return low + r2 * (p - 0.5) + high
}

# log(x) as a sum of two doubles; x positive and finite
func math.logPair(x: f64) -> tuple(f64, f64) {
  local bits, offset: u64
  local i: i64
  local k, z, zh, c, rh, rl, r, r2, w, sum, half, halfHigh, square, high, low: f64
  bits = reinterpret u64(x)
  if bits < 0x10000000000000u64 {
    bits = reinterpret u64(x * 4503599627370496.0) - 0x340000000000000u64
  }
  offset = bits - 0x3fe6000000000000u64
  i = i64(offset >> 45u64 & 127u64)
  k = reinterpret f64(offset + 0x8000000000000000u64 >> 52u64 | 0x4330000000000000u64) - 4503599627372544.0
  bits = bits - (offset & 0xfff0000000000000u64)
  z = reinterpret f64(bits)
  zh = reinterpret f64(bits & 0xfffffffff8000000u64)
  c = f64[&math.log + i * 32]
  rh = zh * c - 1.0
  rl = (z - zh) * c
  r = rh + rl
  rl = rh - r + rl
  w = k * 0.6931471805598903 + f64[&math.log + i * 32 + 8]
  sum = w + r
  low = w - sum + r + (k * 5.497923018708371e-14 + f64[&math.log + i * 32 + 16]) + (rl - r * rl)
  # r * r / 2 with its rounding error: the upper half of r squares exactly
  rh = reinterpret f64(reinterpret u64(r) & 0xfffffffff8000000u64)
  half = r * -0.5
  halfHigh = rh * -0.5
  square = rh * halfHigh
  high = sum + square
  low = low + (r - rh) * (half + halfHigh) + (sum - high + square)
  r2 = r * r
  low = low + r2 * (r * (0.3333333333333333 - r * 0.25 + r2 * (0.2 - r * 0.16666666666666666 + r2 * (0.14285714285714285 - r * 0.125 + r2 * 0.1111111111111111))))
  sum = high + low
  return sum, high - sum + low
}

# (high + low) * factor, the factor given in two parts, its first of 26 bits
func math.scalePair(high: f64, low: f64, f: f64, g: f64) -> f64 {
  local h: f64
  h = reinterpret f64(reinterpret u64(high) & 0xfffffffff8000000u64)
  return h * f + ((high - h) * f + (high * g + low * f))
}

func math.log2(x: f64) -> f64 {
  local high, low: f64
  local k: i64
  if !((x > 0.0) & (x < inf)) {
    return call f64 math.log(x)
  }
  # The exponent alone is exact: it must not go through a logarithm.
  k = i64(reinterpret u64(x) >> 52u64) - 1023
  if (reinterpret u64(x) & 0xfffffffffffffu64) == 0u64 {
    if k > -1023 {
      return f64(k)
    }
  }
  high, low <- call math.logPair(x)
  return call f64 math.scalePair(high, low, 1.4426950365304947, 4.3584687174185184e-9)
}

func math.log10(x: f64) -> f64 {
  local high, low: f64
  if !((x > 0.0) & (x < inf)) {
    return call f64 math.log(x)
  }
  high, low <- call math.logPair(x)
  return call f64 math.scalePair(high, low, 0.4342944771051407, 4.798111141615973e-9)
}
`;
