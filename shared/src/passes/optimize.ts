import type { FunctionIR, ModuleIR } from '../ir/nodes';
import { hoistInvariants } from './hoistInvariants';
import { inlineCalls } from './inlineCalls';
import { removeChecks } from './ranges/removeChecks';
import { simplify } from './simplify';

/** A pass makes a new module that computes the same. */
export type Pass = (module: ModuleIR) => ModuleIR;

const each =
  (pass: (fn: FunctionIR) => FunctionIR): Pass =>
  (module) => ({ ...module, functions: module.functions.map(pass) });

const tidy: readonly Pass[] = [inlineCalls, each(simplify)];
const loops: readonly Pass[] = [each(removeChecks), each(hoistInvariants), each(simplify)];

/** The passes of each level, in order. */
const pipelines: Readonly<Record<1 | 2 | 3, readonly Pass[]>> = {
  1: tidy,
  2: [...tidy, ...loops],
  3: [...tidy, ...loops],
};

/** Runs the passes of `level`; level 0 has none. */
export function optimize(module: ModuleIR, level: 0 | 1 | 2 | 3): ModuleIR {
  if (level === 0) return module;
  return pipelines[level].reduce((result, pass) => pass(result), module);
}
