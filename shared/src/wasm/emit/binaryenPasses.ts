import type { Binaryen } from '../binaryen';
import type { FunctionIR } from '../../ir/nodes';
import type { BinaryenModule } from './context';

/** Tidies what the emitter writes naively: temporaries, copies, blocks and branches that are not needed. */
const tidying = [
  'optimize-instructions',
  'simplify-locals',
  'vacuum',
  'remove-unused-brs',
  'remove-unused-names',
  'coalesce-locals',
  'vacuum',
];

/** What brings the code into the form that people read. `coalesce-locals` would take the locals' names from the text. */
const readable = ['optimize-instructions', 'simplify-locals', 'vacuum'];

/** For vector code, which is long, straight and made as it should be. */
const light = ['vacuum'];

/**
 * Runs Binaryen's passes for a level over the given functions. The library's functions are left out: they are written as
 * they should be, and all of Binaryen's passes over them would cost many times what the user's function does. What loops
 * need is done on the IR, before. Level 2 is what is run as soon as it can be, and has none: measured over the
 * benchmark's kernels no pass makes V8's code faster, and those that make the text readable cost half of what all of V8
 * does for a small function.
 */
export function runBinaryenPasses(
  binaryen: Binaryen,
  m: BinaryenModule,
  level: 0 | 1 | 2 | 3,
  functions: readonly FunctionIR[],
): void {
  if (level === 0 || level === 2) return;
  prepare(binaryen, level);
  for (const { name, locals } of functions) {
    if (level === 3) m.optimizeFunction(name);
    else m.runPassesOnFunction(name, usesVectors(locals) ? light : tidying);
  }
}

/** Tidies the given functions for their text at a level whose bytes are left as they are made. */
export function tidyForText(
  binaryen: Binaryen,
  m: BinaryenModule,
  level: 0 | 1 | 2 | 3,
  functions: readonly FunctionIR[],
): void {
  if (level !== 2) return;
  prepare(binaryen, level);
  for (const { name, locals } of functions)
    m.runPassesOnFunction(name, usesVectors(locals) ? light : readable);
}

function prepare(binaryen: Binaryen, level: 1 | 2 | 3): void {
  binaryen.setOptimizeLevel(level);
  binaryen.setShrinkLevel(0);
  binaryen.setDebugInfo(false);
  binaryen.setFastMath(false);
  binaryen.setLowMemoryUnused(false);
}

function usesVectors(locals: FunctionIR['locals']): boolean {
  return locals.some((local) => local.type === 'v128');
}
