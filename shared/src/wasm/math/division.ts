/**
 * Remainders. `fmod` is exact: significands as integers, the dividend's shifted up eleven bits at a time (what fits in 64
 * bits beside the 53 of a significand). Floor division and modulo do as CPython does, step by step, so that rounding
 * and the signs of zeros are the same; in f32 as Numba and NumPy do it.
 */
export const divisionSource = `
func math.fmod(x: f64, y: f64) -> f64 {
  local a, b, sign, shift: u64
  local ea, eb, n, step: i64
  local exponent: i64
  b = reinterpret u64(abs(y))
  a = reinterpret u64(abs(x))
  # y is 0 or NaN, or x is infinite or NaN
  if (b == 0u64) | (b > 0x7ff0000000000000u64) | (a >= 0x7ff0000000000000u64) {
    return x * y / (x * y)
  }
  if a < b {
    return x
  }
  sign = reinterpret u64(x) & 0x8000000000000000u64
  ea = i64(a >> 52u64)
  eb = i64(b >> 52u64)
  a = a & 0xfffffffffffffu64
  b = b & 0xfffffffffffffu64
  if ea == 0 {
    ea = 1
  } else {
    a = a | 0x10000000000000u64
  }
  if eb == 0 {
    eb = 1
  } else {
    b = b | 0x10000000000000u64
  }
  n = ea - eb
  a = a % b
  loop reduce {
    if (n == 0) | (a == 0u64) {
      break reduce
    }
    step = min(n, 11)
    a = (a << u64(step)) % b
    n = n - step
  }
  if a == 0u64 {
    return reinterpret f64(sign)
  }
  # a * 2**(eb - 1075), a below 2**53
  step = min(i64(clz(a)) - 11, eb - 1)
  a = a << u64(step)
  exponent = eb - step
  if a < 0x10000000000000u64 {
    exponent = 0
  }
  return reinterpret f64(sign | u64(exponent) << 52u64 | a & 0xfffffffffffffu64)
}

func math.floormod.f64(x: f64, y: f64) -> f64 {
  local r: f64
  r = call f64 math.fmod(x, y)
  if r == 0.0 {
    return copysign(0.0, y)
  }
  return (r < 0.0) != (y < 0.0) ? r + y : r
}

func math.floordiv.f64(x: f64, y: f64) -> f64 {
  local r, q, floored: f64
  r = call f64 math.fmod(x, y)
  q = (x - r) / y
  if r != 0.0 {
    if (r < 0.0) != (y < 0.0) {
      q = q - 1.0
    }
  }
  if q == 0.0 {
    return copysign(0.0, x / y)
  }
  floored = floor(q)
  return q - floored > 0.5 ? floored + 1.0 : floored
}

func math.floormod.f32(x: f32, y: f32) -> f32 {
  local r: f32
  r = f32(call f64 math.fmod(f64(x), f64(y)))
  if r == 0.0f32 {
    return copysign(0.0f32, y)
  }
  return (r < 0.0f32) != (y < 0.0f32) ? r + y : r
}

func math.floordiv.f32(x: f32, y: f32) -> f32 {
  local r, q, floored: f32
  r = f32(call f64 math.fmod(f64(x), f64(y)))
  q = (x - r) / y
  if r != 0.0f32 {
    if (r < 0.0f32) != (y < 0.0f32) {
      q = q - 1.0f32
    }
  }
  if q == 0.0f32 {
    return copysign(0.0f32, x / y)
  }
  floored = floor(q)
  return q - floored > 0.5f32 ? floored + 1.0f32 : floored
}
`;
