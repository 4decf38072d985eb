import type { DecoratorKind } from './boundModule';

/** Where Numba's decorators can be imported from. `register_jitable` compiles its function when jitted code calls it. */
export const numbaDecorators: ReadonlyMap<string, DecoratorKind> = new Map<string, DecoratorKind>([
  ...places('jit', ['numba', 'numba.core.decorators', 'numba.decorators']),
  ...places('njit', ['numba', 'numba.core.decorators', 'numba.decorators']),
  ...places('cfunc', ['numba', 'numba.core.decorators', 'numba.decorators']),
  ...places('jit_module', ['numba', 'numba.core.decorators', 'numba.decorators']),
  ...places('generated_jit', ['numba', 'numba.core.decorators', 'numba.decorators']),
  ...places('stencil', ['numba', 'numba.stencils.stencil', 'numba.core.decorators']),
  ...places('vectorize', ['numba', 'numba.np.ufunc', 'numba.np.ufunc.decorators', 'numba.npyufunc']),
  ...places('guvectorize', ['numba', 'numba.np.ufunc', 'numba.np.ufunc.decorators', 'numba.npyufunc']),
  ...places('overload', ['numba.extending', 'numba.core.extending']),
  ['numba.extending.register_jitable', 'njit'],
  ['numba.core.extending.register_jitable', 'njit'],
]);

function places(kind: DecoratorKind, modules: readonly string[]): [string, DecoratorKind][] {
  return modules.map((module) => [`${module}.${kind}`, kind]);
}
