import type { BoundFunction } from '../../bind/boundModule';
import type { NumbaType } from '../../types/numbaType';
import { typeOfExpression } from '../../types/signatureText';
import type { CompileFlags } from '../typedFunction';

/** The options of a function's decorator that change code. */
export function flagsOf(fn: BoundFunction): CompileFlags {
  const option = (name: string) => fn.decorator?.options.get(name);
  const isOn = (name: string): boolean => {
    const found = option(name);
    return found !== undefined && found.constant !== false && found.value.kind !== 'Constant'
      ? true
      : found?.constant === true;
  };
  return {
    fastmath: isOn('fastmath'),
    parallel: option('parallel')?.constant === true || option('target')?.constant === 'parallel',
    boundscheck: option('boundscheck')?.constant === true,
    errorModel: option('error_model')?.constant === 'numpy' || isUfuncKernel(fn) ? 'numpy' : 'python',
  };
}

// Kernels of ufuncs divide as NumPy does.
function isUfuncKernel(fn: BoundFunction): boolean {
  return fn.decorator?.kind === 'vectorize' || fn.decorator?.kind === 'guvectorize';
}

const none: ReadonlyMap<string, NumbaType> = new Map();

/** Types that `@jit(locals={'x': float32})` fixes. */
export function lockedLocalsOf(fn: BoundFunction, numba = '0.68'): ReadonlyMap<string, NumbaType> {
  const value = fn.decorator?.options.get('locals')?.value;
  if (value?.kind !== 'Dict') return none;
  const locals = new Map<string, NumbaType>();
  for (const { key, value: expression } of value.items) {
    if (key?.kind !== 'Constant' || key.value.type !== 'str') continue;
    const parsed = typeOfExpression(expression, fn.module, numba);
    if ('value' in parsed) locals.set(key.value.value, parsed.value);
  }
  return locals;
}
