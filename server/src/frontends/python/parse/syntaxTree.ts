import type { TextRange } from '@jitsight/shared/source/range';
import type { Statement } from './ast';

/** One file's text as parsed. */
export interface SyntaxTree {
  readonly body: readonly Statement[];
  readonly errors: readonly SyntaxProblem[];
  /** `#` comments, in order. */
  readonly comments: readonly Comment[];
}

export interface SyntaxProblem {
  readonly range: TextRange;
  readonly message: string;
}

export interface Comment {
  readonly range: TextRange;
  /** With the `#`. */
  readonly text: string;
}
