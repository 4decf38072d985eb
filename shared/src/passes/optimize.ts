import type { FunctionIR, ModuleIR } from '../ir/nodes';
import type { Remark } from '../ir/remark';
import { compareHypot } from './compareHypot';
import { countBits } from './countBits';
import { convertBranches } from './convertBranches';
import { dropOptionalChecks } from './dropOptionalChecks';
import { fuseLoops } from './fuseLoops';
import { guardLoops } from './guardLoops';
import { hoistInvariants } from './hoistInvariants';
import { inlineCalls } from './inlineCalls';
import { reuseLoads } from './memory/reuseLoads';
import { placeBlocks } from './memory/placeBlocks';
import { registerLoops } from './memory/registerLoops';
import { propagateCopies } from './propagateCopies';
import { mapList } from './rewrite';
import { removeChecks } from './ranges/removeChecks';
import { Remarks, type Report } from './remark';
import { selectFloats } from './selectFloats';
import { threadConditions } from './threadConditions';
import { simplify } from './simplify';
import { structureBlocks } from './structureBlocks';
import { unrollLoops } from './unrollLoops';
import type { Library } from './vectorize/loopContext';
import { outlineParallel } from './threads/outlineParallel';
import { vectorizeLoops } from './vectorize/vectorize';

export type OptimizeLevel = 0 | 1 | 2 | 3;

export interface OptimizeOptions {
  readonly level: OptimizeLevel;
  /** False leaves out the checks marked optional. */
  readonly boundsChecks: boolean;
  /** Functions of the run-time library that passes may take in place of their calls. */
  readonly library?: Library;
}

export interface Optimized {
  readonly module: ModuleIR;
  readonly remarks: readonly Remark[];
}

/** A pass makes a new module that computes the same. */
export type Pass = (module: ModuleIR, remarks: Remarks) => ModuleIR;

/** A pass over one function; the name is what its remarks carry. */
function each(name: string, pass: (fn: FunctionIR, report: Report) => FunctionIR): Pass {
  return (module, remarks) => ({
    ...module,
    functions: module.functions.map((fn) => pass(fn, remarks.of(name))),
  });
}

const clean: readonly Pass[] = [
  each('simplify', simplify),
  each('propagateCopies', propagateCopies),
  each('simplify', simplify),
];
const tidy: readonly Pass[] = [
  inlineCalls,
  each('structureBlocks', structureBlocks),
  ...clean,
  each('fuseLoops', fuseLoops),
  (module, remarks) => outlineParallel(module, remarks.of('outlineParallel')),
];

/** What was in memory may be known, and copies of it too. */
function placing(module: ModuleIR, remarks: Remarks): ModuleIR {
  const placed = placeBlocks(module, remarks.of('placeBlocks'));
  return placed === module ? module : clean.reduce((one, pass) => pass(one, remarks), placed);
}

/** Constants that take the place of an index make more of what follows constant. */
function unrolling(module: ModuleIR, remarks: Remarks): ModuleIR {
  const report = remarks.of('unrollLoops');
  const functions = mapList(module.functions, (fn) => {
    const unrolled = unrollLoops(fn, report);
    return unrolled === fn ? fn : simplify(propagateCopies(structureBlocks(simplify(unrolled))));
  });
  return functions === module.functions ? module : { ...module, functions };
}

const loops: readonly Pass[] = [
  each('threadConditions', threadConditions),
  unrolling,
  placing,
  each('removeChecks', removeChecks),
  each('reuseLoads', reuseLoads),
  each('propagateCopies', propagateCopies),
  each('convertBranches', convertBranches),
  each('hoistInvariants', hoistInvariants),
  each('countBits', countBits),
  each('simplify', simplify),
  placing,
];

/** For what is left scalar: its loops may come to stand twice, or lose the form that the vectoriser knows. */
const scalarLoops: readonly Pass[] = [
  each('compareHypot', compareHypot),
  each('guardLoops', guardLoops),
  each('hoistInvariants', hoistInvariants),
  each('simplify', simplify),
  each('registerLoops', registerLoops),
  each('selectFloats', selectFloats),
];

/** After all that brings loops to their simplest form. */
function vectorizing(library: Library): Pass {
  return each('vectorize', (fn, report) => vectorizeLoops(fn, report, library));
}

/** The passes of each level, in order. */
const pipelines: Readonly<Record<1 | 2 | 3, readonly Pass[]>> = {
  1: tidy,
  2: [...tidy, ...loops],
  3: [...tidy, ...loops],
};

/** Runs the passes of a level, and says what they did; level 0 has none. */
export function optimize(module: ModuleIR, { level, boundsChecks, library }: OptimizeOptions): Optimized {
  if (level === 0) return { module, remarks: module.remarks ?? [] };
  const remarks = new Remarks(module.remarks);
  const unchecked = boundsChecks ? [] : [each('dropOptionalChecks', dropOptionalChecks)];
  const vectors = level === 1 ? [] : [vectorizing(library ?? (() => undefined)), ...scalarLoops];
  const passes = [...unchecked, ...pipelines[level], ...vectors];
  const result = passes.reduce((one, pass) => pass(one, remarks), module);
  return { module: result, remarks: remarks.list() };
}
