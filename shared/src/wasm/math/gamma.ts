import { horner, literal } from './polynomial';

/** Lanczos' sum with g = 6.0246... and 13 terms, as CPython uses it; from the constant up. */
const numerator = [
  23531376880.41076, 42919803642.6491, 35711959237.35567, 17921034426.037209, 6039542586.352028,
  1439720407.3117216, 248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.26539522348,
  8071.672002365816, 210.82427775157936, 2.5066282746310002,
];
const denominator = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

/** Above 5 the sum is taken in powers of 1/x, which do not overflow; divided each time, as CPython does. */
function downwards(coefficients: readonly number[]): string {
  const [first, ...rest] = coefficients;
  return rest.reduce((sum, coefficient) => `(${sum}) / x + ${literal(coefficient)}`, literal(first!));
}

/**
 * Gamma and its logarithm by the method of CPython's math module, which Numba uses too, step by step, so that also the
 * rounding errors are the same.
 */
export const gammaSource = `
func math.lanczosSum(x: f64) -> f64 {
  if x < 5.0 {
    return (${horner('x', numerator)}) / (${horner('x', denominator)})
  }
  return (${downwards(numerator)}) / (${downwards(denominator)})
}

func math.sinPi(x: f64) -> f64 {
  local y, n, r: f64
  y = call f64 math.fmod(abs(x), 2.0)
  n = floor(2.0 * y + 0.5)
  if n == 0.0 {
    r = sin(3.141592653589793 * y)
  }
  if n == 1.0 {
    r = cos(3.141592653589793 * (y - 0.5))
  }
  if n == 2.0 {
    r = sin(3.141592653589793 * (1.0 - y))
  }
  if n == 3.0 {
    r = -cos(3.141592653589793 * (y - 1.5))
  }
  if n == 4.0 {
    r = sin(3.141592653589793 * (y - 2.0))
  }
  return copysign(1.0, x) * r
}

func math.gamma(x: f64) -> f64 {
  local a, y, q, z, r, power, product: f64
  if x != x {
    return x
  }
  if abs(x) == inf {
    return x > 0.0 ? x : nan
  }
  if x == 0.0 {
    return copysign(inf, x)
  }
  if x == floor(x) {
    if x < 0.0 {
      return nan
    }
    if x <= 23.0 {
      product = 1.0
      loop factors {
        x = x - 1.0
        if x < 2.0 {
          return product
        }
        product = product * x
      }
    }
  }
  a = abs(x)
  if a < 1e-20 {
    return 1.0 / x
  }
  if a > 200.0 {
    return x < 0.0 ? 0.0 / call f64 math.sinPi(x) : inf
  }
  # y = a + g - 1/2 and the error of that sum
  y = a + 5.52468004077673
  if a > 5.52468004077673 {
    q = y - a
    z = q - 5.52468004077673
  } else {
    q = y - 5.52468004077673
    z = q - a
  }
  z = z * 6.02468004077673 / y
  if x < 0.0 {
    r = -3.141592653589793 / call f64 math.sinPi(a) / a * exp(y) / call f64 math.lanczosSum(a)
    r = r - z * r
    if a < 140.0 {
      r = r / pow(y, a - 0.5)
    } else {
      power = pow(y, a / 2.0 - 0.25)
      r = r / power / power
    }
  } else {
    r = call f64 math.lanczosSum(a) / exp(y)
    r = r + z * r
    if a < 140.0 {
      r = r * pow(y, a - 0.5)
    } else {
      power = pow(y, a / 2.0 - 0.25)
      r = r * power * power
    }
  }
  return r
}

func math.lgamma(x: f64) -> f64 {
  local a, r: f64
  if x != x {
    return x
  }
  if abs(x) == inf {
    return inf
  }
  if x == floor(x) {
    if x <= 0.0 {
      return inf
    }
    if x <= 2.0 {
      return 0.0
    }
  }
  a = abs(x)
  if a < 1e-20 {
    return -log(a)
  }
  r = log(call f64 math.lanczosSum(a)) - 6.02468004077673
  r = r + (a - 0.5) * (log(a + 6.02468004077673 - 0.5) - 1.0)
  if x < 0.0 {
    r = 1.1447298858494002 - log(abs(call f64 math.sinPi(a))) - log(a) - r
  }
  return r
}
`;
