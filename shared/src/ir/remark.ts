import type { TextRange } from '../source/range';

/** What was done, or could not be done, to a piece of the source: for people who read the compiled code. */
export interface Remark {
  /** Name of the pass. */
  readonly pass: string;
  readonly range?: TextRange;
  readonly message: string;
}
