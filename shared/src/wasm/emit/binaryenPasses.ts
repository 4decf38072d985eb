import type { Binaryen } from '../binaryen';
import type { BinaryenModule } from './context';

/** Runs Binaryen's passes for a level; what loops need is done on the IR, before. */
export function runBinaryenPasses(binaryen: Binaryen, m: BinaryenModule, level: 0 | 1 | 2 | 3): void {
  if (level === 0) return;
  binaryen.setOptimizeLevel(level);
  binaryen.setShrinkLevel(0);
  binaryen.setDebugInfo(false);
  binaryen.setFastMath(false);
  binaryen.setLowMemoryUnused(false);
  m.optimize();
}
