import type { TextRange } from '@jitsight/shared/source/range';
import type { Fix } from './fix';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Jitsight's own diagnostic, not LSP's. Ranges are offsets into the file it belongs to. */
export interface Diagnostic {
  /** The rule's code, kebab-case, in Numba's vocabulary: `cannot-unify`. */
  readonly code: string;
  readonly severity: Severity;
  /** Plain words first, Numba's terms after. */
  readonly message: string;
  readonly range: TextRange;
  /** Qualified name of the function it is about. */
  readonly function?: string;
  readonly related: readonly RelatedInformation[];
  readonly fixes: readonly Fix[];
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  /** What Numba itself raises: class and pipeline step. */
  readonly numbaError?: { readonly class: string; readonly step?: string };
}

export interface RelatedInformation {
  readonly message: string;
  readonly range: TextRange;
  /** The file the range is in, when another. */
  readonly uri?: string;
}
