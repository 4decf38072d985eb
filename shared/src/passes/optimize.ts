import type { ModuleIR } from '../ir/nodes';

/** A pass makes a new module that computes the same. */
export type Pass = (module: ModuleIR) => ModuleIR;

/** The passes of each level, in order. */
const pipelines: Readonly<Record<1 | 2 | 3, readonly Pass[]>> = { 1: [], 2: [], 3: [] };

/** Runs the passes of `level`; level 0 has none. */
export function optimize(module: ModuleIR, level: 0 | 1 | 2 | 3): ModuleIR {
  if (level === 0) return module;
  return pipelines[level].reduce((result, pass) => pass(result), module);
}
