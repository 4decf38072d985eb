import { compareVersions } from '../../library/version';
import type { NumbaWording } from '../rule';

/** Numba's words for a function that it does not know differ with the module it comes from. */
export function functionWording(callee: string, numba: string): NumbaWording {
  const parts = callee.split('.');
  const name = parts.at(-1)!;
  if (/^numpy\.(int|float|bool|complex|object|str)$/.test(callee)) {
    const text = `module 'numpy' has no attribute '${name}'.`;
    return compareVersions(numba, '0.60') >= 0
      ? { class: 'AttributeError', text }
      : { text: `Internal error at resolving type of attribute "${name}" of "$load_global". ${text}` };
  }
  if (parts.length === 1)
    return {
      text: `Untyped global name '${callee}': Cannot determine Numba type of <class 'builtin_function_or_method'>`,
    };
  if (parts.length === 2 && parts[0] === 'numpy')
    return { text: `Use of unsupported NumPy function '${callee}' or unsupported use of the function.` };
  const module = parts.slice(0, -1).join('.');
  return { text: `Unknown attribute '${name}' of type Module(<module '${module}'>)` };
}
