import type { Kernel } from '../arithmetic/kernel';
import type { PythonSource } from '../libraryFunction';
import text from './complexFunctions.py?raw';

const source: PythonSource = { name: 'complexFunctions.py', text };

/** A function of `complexFunctions.py`; its result is rounded to the result type's parts. */
export function complexFunction(name: string): Kernel {
  return (lowering, args, result) => lowering.cast(lowering.callPython(source, name, args), result);
}

/** `sqrt` scales from a limit that depends on the precision. */
export const complexSqrt: Kernel = (lowering, args, result, model) => {
  const isSingle = result.kind === 'complex' && result.bits === 64;
  return complexFunction(isSingle ? 'sqrt_single' : 'sqrt')(lowering, args, result, model);
};
