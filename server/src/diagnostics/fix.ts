import type { TextRange } from '@jitsight/shared/source/range';

export type FixKind = 'quickfix' | 'refactor.rewrite' | 'refactor.extract';

/** A change that a person can accept. */
export interface Fix {
  /** Stable name, kebab-case: `wrap-in-njit`. */
  readonly id: string;
  readonly title: string;
  readonly kind: FixKind;
  /** May be applied unasked by "fix all": it cannot change what the program computes. */
  readonly safe: boolean;
  readonly preferred?: boolean;
  /** Edits, made when the fix is asked for. They do not overlap. */
  readonly edits: () => readonly TextEdit[];
}

export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}
