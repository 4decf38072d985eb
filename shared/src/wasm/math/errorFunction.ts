import { polynomial } from './polynomial';

/** erf(x) / x - 1 in powers of x * x for |x| < 0.85: Chebyshev fit, error below 2**-62. */
const nearZero = [
  0.1283791670955126, -0.3761263890318375, 0.11283791670954685, -0.02686617064501726, 0.005223977623916789,
  -0.0008548326902886471, 0.00012055326932054655, -1.4925450090912942e-5, 1.6457676496214065e-6,
  -1.6300495998065118e-7, 1.4189584294135369e-8, -8.837207342835496e-10,
];

/** Logarithm of exp(x * x) erfc(x) (1 + 2 x) in powers of t = (x - 2) / (x + 2) for 0.5 <= x <= 28: Chebyshev fit, error below 2**-58. */
const tail = [
  0.2444966478174628, -0.07264322397765678, -0.1326566931580949, 0.11889561023118193, -0.0422726893664673,
  0.006727061442752754, -0.00601706643897415, 0.0063448982150115536, -0.002245766929500045,
  0.00044606526936735063, -0.0006983960344745431, 0.0005041172175377376, -0.0001100025918312656,
  6.87329405286074e-5, -8.614283999200339e-5, 3.114848096564706e-5, -9.103029526410855e-6,
  1.3093615915648219e-5, -6.940443960290116e-6, 1.616016273783285e-6, -1.7708678614713637e-6,
  1.5720109213509478e-6, -8.023221402684915e-7, 3.648812922251304e-7, -9.250608738280913e-8,
];

const coefficient = (n: number) => `f64[&math.erf + row * 1 + ${8 + 8 * n}]`;

/**
 * erf: a polynomial from a table, about 0.6 ulp, without branches so that the vectoriser can take it lane by lane.
 * erfc: a series near zero, elsewhere exp(-x * x) times a smooth factor.
 */
export const errorFunctionSource = `
func math.erf(x: f64) -> f64 {
  local a, d, d2, d4, p: f64
  local k, row: i64
  a = abs(x) > 6.0 ? 6.0 : abs(x)
  k = reinterpret i64(a * 16.0 + 6755399441055744.0)
  d = a - (reinterpret f64(k) - 6755399441055744.0) * 0.0625
  row = (k & 127) * 96
  d2 = d * d
  d4 = d2 * d2
  p = ${coefficient(0)} + d * ${coefficient(1)} + d2 * (${coefficient(2)} + d * ${coefficient(3)}) + d4 * (${coefficient(4)} + d * ${coefficient(5)} + d2 * (${coefficient(6)} + d * ${coefficient(7)}) + d4 * (${coefficient(8)} + d * ${coefficient(9)}))
  return copysign(a < 0.46875 ? a + a * p : f64[&math.erf + row * 1] + p, x)
}

func math.erfc(x: f64) -> f64 {
  local u, v, y: f64
  if (x > -0.85) & (x < 0.5) {
    u = x * x
    v = u * u
    y = x * (${polynomial('u', 'v', nearZero)})
    return x < 0.25 ? 1.0 - (x + y) : 0.5 - (x - 0.5 + y)
  }
  if x != x {
    return x
  }
  if x < -6.0 {
    return 2.0
  }
  if x > 27.3 {
    return 0.0
  }
  y = call f64 math.erfcTail(abs(x))
  return x < 0.0 ? 2.0 - y : y
}

# erfc(x) for 0.5 <= x < 28: all factors but one go into one exponent, so that they are rounded once
func math.erfcTail(x: f64) -> f64 {
  local z, square, t, t2, d, scale, sum, low: f64
  z = reinterpret f64(reinterpret u64(x) & 0xfffffffff8000000u64)
  square = -(z * z)
  t = (x - 2.0) / (x + 2.0)
  t2 = t * t
  scale = ${polynomial('t', 't2', tail)}
  d = 1.0 + 2.0 * x
  sum = square + scale
  low = square - sum + scale + (z - x) * (z + x) - (2.0 * x - d + 1.0) / d
  if sum > -700.0 {
    return call f64 math.expPair(sum, low) / d
  }
  return call f64 math.expExtreme(sum, low) / d
}
`;
