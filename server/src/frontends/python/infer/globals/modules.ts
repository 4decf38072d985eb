const modules: ReadonlySet<string> = new Set([
  'builtins',
  'cmath',
  'collections',
  'datetime',
  'functools',
  'itertools',
  'math',
  'numba',
  'numba.core',
  'numba.core.types',
  'numba.cpython',
  'numba.cuda',
  'numba.experimental',
  'numba.extending',
  'numba.np',
  'numba.typed',
  'numba.types',
  'numpy',
  'numpy.fft',
  'numpy.linalg',
  'numpy.ma',
  'numpy.polynomial',
  'numpy.random',
  'operator',
  'os',
  'os.path',
  'random',
  're',
  'scipy',
  'scipy.special',
  'scipy.linalg',
  'scipy.stats',
  'sys',
  'time',
]);

/**
 * Libraries whose contents Numba is known not to compile beyond what the library registry lists. Numba itself is none:
 * its inner parts can be called by whoever knows them.
 */
const roots: ReadonlySet<string> = new Set([
  ...[...modules].map((name) => name.split('.')[0]!).filter((name) => name !== 'numba'),
  'abc',
  'argparse',
  'bisect',
  'contextlib',
  'copy',
  'csv',
  'cv2',
  'decimal',
  'enum',
  'fractions',
  'heapq',
  'io',
  'json',
  'logging',
  'matplotlib',
  'multiprocessing',
  'networkx',
  'pandas',
  'pathlib',
  'pickle',
  'PIL',
  'sklearn',
  'statistics',
  'string',
  'struct',
  'subprocess',
  'sympy',
  'threading',
  'torch',
  'typing',
  'uuid',
  'warnings',
]);

/** Modules that Numba types as such, `Module(numpy)`. Any imported module without dots is one too. */
export function isKnownModule(name: string): boolean {
  return modules.has(name) || (!name.includes('.') && name !== '');
}

/** Whether a qualified name belongs to a library of which it is known what Numba supports. */
export function isKnownRoot(qualifiedName: string): boolean {
  return roots.has(qualifiedName.split('.')[0]!);
}
