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

/**
 * What brings the code into the form that people read. Measured over the benchmark's kernels no other pass makes V8's
 * code faster, branches included, and each costs as much as all of V8 does for a small function. Without
 * `coalesce-locals`, which would take the locals' names from the text, and without `optimize-instructions`, which turns
 * choices among the bits of floats back into selects of floats, branches for V8.
 */
const thorough = ['simplify-locals', 'vacuum'];

/** For vector code, which is long, straight and made as it should be. */
const light = ['vacuum'];

/**
 * Runs Binaryen's passes for a level over the given functions. The library's functions are left out: they are written as
 * they should be, and all of Binaryen's passes over them would cost many times what the user's function does. What loops
 * need is done on the IR, before.
 */
export function runBinaryenPasses(
  binaryen: Binaryen,
  m: BinaryenModule,
  level: 0 | 1 | 2 | 3,
  functions: readonly FunctionIR[],
): void {
  if (level === 0) return;
  binaryen.setOptimizeLevel(level);
  binaryen.setShrinkLevel(0);
  binaryen.setDebugInfo(false);
  binaryen.setFastMath(false);
  binaryen.setLowMemoryUnused(false);
  for (const { name, locals } of functions) {
    const vectors = locals.some((local) => local.type === 'v128');
    if (level === 3) m.optimizeFunction(name);
    else m.runPassesOnFunction(name, vectors ? light : level === 1 ? tidying : thorough);
  }
}
