/** What stands for functions that Numba does not have, in words that follow a colon. */
const instead: Readonly<Record<string, string>> = {
  reversed: 'count down instead, range(n - 1, -1, -1), or index with a[::-1]',
  any: 'use np.any, or a loop',
  all: 'use np.all, or a loop',
  'numpy.einsum': 'write the sum out, as a @ b, np.dot, np.sum or loops',
  'numpy.matmul': 'use the operator @',
  'numpy.inner': 'use np.dot for vectors, a @ b.T for matrices',
  'numpy.tensordot': 'use np.dot, or loops',
  'numpy.tile': 'make the result with np.empty and fill it in a loop',
  'numpy.pad': 'make the larger array with np.zeros and assign the middle',
  'numpy.gradient': 'write the differences out in a loop',
  'numpy.meshgrid': 'index the two vectors in loops instead of making grids',
  'numpy.squeeze': 'use reshape, or index with 0',
  'math.isclose': 'write abs(a - b) <= 1e-9 * max(abs(a), abs(b))',
  'math.factorial': 'multiply in a loop, or use math.gamma(n + 1)',
  'math.comb': 'use math.gamma or a loop',
  'math.prod': 'multiply in a loop, or use np.prod',
  'math.fsum': 'use sum or np.sum',
  'math.isqrt': 'use int(math.sqrt(n))',
  'math.cbrt': 'use np.cbrt',
  'math.dist': 'use np.sqrt(np.sum((a - b) ** 2))',
  'math.fmod': 'use np.fmod',
  'math.lcm': 'use a * b // math.gcd(a, b)',
  'numpy.random.default_rng':
    'make the generator in Python code and pass it in, or use np.random.seed and np.random.* here',
  'numpy.random.RandomState': 'pass in a Generator, or use np.random.seed and np.random.* here',
  'numpy.int': 'NumPy 1.24 removed this name, so write np.int64',
  'numpy.float': 'NumPy 1.24 removed this name, so write np.float64',
  'numpy.bool': 'NumPy 1.24 removed this name, so write np.bool_',
  'numpy.complex': 'NumPy 1.24 removed this name, so write np.complex128',
  'numpy.trapz': 'NumPy 2 removed this name, so write np.trapezoid',
  'scipy.special.gamma': 'use math.gamma',
  'scipy.special.gammaln': 'use math.lgamma',
  'scipy.special.erf': 'use math.erf',
  'scipy.special.erfc': 'use math.erfc',
};

/** What to do about a function that compiled code cannot call. */
export function functionAdvice(callee: string): string {
  const known = instead[callee];
  if (known) return known;
  const root = callee.split('.')[0]!;
  if (root === 'time') return 'take the time in Python code, around the call of this function';
  if (root === 'random' || root === 'math' || root === 'cmath' || root === 'operator' || root === 'functools')
    return 'Numba has a part of this module only, so write it out, or call it in Python code';
  if (root === 'numpy')
    return 'Numba has a part of NumPy only, so write it with functions that it has, or as a loop';
  if (!callee.includes('.')) return 'write it out as a loop, or call it in Python code';
  return `Numba knows nothing of '${root}', so call it in Python code and pass the result in`;
}
