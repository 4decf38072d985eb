import type { FunctionIR, ModuleIR } from '@jitsight/shared/ir/nodes';
import type { TypedFunction } from '../infer/typedFunction';
import { lowerFunction } from './lowerFunction';
import { createModuleLowering, type TypePython } from './moduleLowering';

export interface LowerOptions {
  /** Numba version whose rules apply, `0.68`. */
  readonly numba: string;
  /** Types functions of the library's Python sources, for library code that calls them. */
  readonly typePython?: TypePython;
}

/**
 * The module of a specialisation and of all it calls, each lowered once. Throws `NotLowered`, with a reason for people,
 * where a typed operation has no code.
 */
export function lower(typed: TypedFunction, options: LowerOptions): ModuleIR {
  const module = createModuleLowering(options.numba, options.typePython);
  const entry = module.functionName(typed);
  const functions: FunctionIR[] = [];
  for (let next = module.takePending(); next; next = module.takePending()) {
    functions.push(lowerFunction(module, next.target, next.name));
  }
  return { name: typed.name, functions: [...functions, ...module.helpers], entry, data: module.data };
}
