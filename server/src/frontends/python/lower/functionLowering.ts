import type { Expression } from '@jitsight/shared/ir/nodes';
import type { Lowering } from './lowering';
import type { ModuleLowering } from './moduleLowering';
import type { TemporaryPool } from './temporaries';

/** `Lowering` with what only the files of this folder use. */
export interface FunctionLowering extends Lowering {
  readonly module: ModuleLowering;
  /** What the statement under construction owns. */
  temporaries: TemporaryPool;
  /** An elementwise operation under construction is an operand of another one, which will make the loop for both. */
  deferElementwise: boolean;
  /** Locals that do not change while one expression is built: variables, and what `hold` made. */
  readonly steadyLocals: Set<string>;
  /** `ir.hold` that leaves steady locals alone. */
  holdPart(part: Expression, hint?: string): Expression;
}
