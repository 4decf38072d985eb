/** pow by logarithm and exponential with extra bits between them, and hypot. Special cases as C99's Annex F lists them. */
export const powerSource = `
func math.pow(x: f64, y: f64) -> f64 {
  local high, low, h, yh, product, rest, sign: f64
  sign = 1.0
  if !((x > 0.0) & (x < inf) & (abs(y) < 1e300)) {
    if (y == 0.0) | (x == 1.0) {
      return 1.0
    }
    if (x != x) | (y != y) {
      return x + y
    }
    if abs(y) == inf {
      if x == -1.0 {
        return 1.0
      }
      return (abs(x) > 1.0) == (y > 0.0) ? inf : 0.0
    }
    # Above 2**53 every double is even.
    if (reinterpret i64(x) < 0) & (abs(y) < 9007199254740992.0) {
      if trunc(y) == y {
        if trunc(y * 0.5) != y * 0.5 {
          sign = -1.0
        }
      } else {
        if (x != 0.0) & (x != -inf) {
          return nan
        }
      }
    }
    if (x == 0.0) | (abs(x) == inf) {
      return sign * ((abs(x) == inf) == (y > 0.0) ? inf : 0.0)
    }
    x = abs(x)
    if x == 1.0 {
      return sign
    }
    if abs(y) >= 1e300 {
      return (x > 1.0) == (y > 0.0) ? inf : 0.0
    }
  }
  high, low <- call math.logPair(x)
  yh = reinterpret f64(reinterpret u64(y) & 0xfffffffff8000000u64)
  h = reinterpret f64(reinterpret u64(high) & 0xfffffffff8000000u64)
  product = yh * h
  rest = (y - yh) * h + y * (high - h + low)
  if !(abs(product) < 700.0) {
    return sign * call f64 math.expExtreme(product, rest)
  }
  h = call f64 math.expPair(product, rest)
  return sign * h
}

func math.hypot(x: f64, y: f64) -> f64 {
  local a, b, scale, h, hh, hl, ah, al, bh, bl, rest: f64
  x = abs(x)
  y = abs(y)
  if (x == inf) | (y == inf) {
    return inf
  }
  a = x > y ? x : y
  b = x > y ? y : x
  if (x != x) | (y != y) {
    return x + y
  }
  # what b adds is below half the last place of a
  if b <= a * 1e-10 {
    return a
  }
  scale = 1.0
  if a > 1e150 {
    scale = 5.363123171977039e154
    a = a * 1.8645851828000517e-155
    b = b * 1.8645851828000517e-155
  } else {
    if b < 1e-145 {
      scale = 1.90109156629516e-211
      a = a * 5.260135901548374e210
      b = b * 5.260135901548374e210
    }
  }
  h = sqrt(a * a + b * b)
  # One step of Newton's method with a * a + b * b - h * h free of rounding.
  hh = reinterpret f64(reinterpret u64(h) & 0xfffffffff8000000u64)
  hl = h - hh
  ah = reinterpret f64(reinterpret u64(a) & 0xfffffffff8000000u64)
  al = a - ah
  bh = reinterpret f64(reinterpret u64(b) & 0xfffffffff8000000u64)
  bl = b - bh
  rest = ah * ah - hh * hh + bh * bh - hl * (h + hh) + al * (a + ah) + bl * (b + bh)
  return scale * (h + rest / (h + h))
}
`;
