import type { Severity } from './diagnostic';

/** What a rule says of itself; the documentation page, the settings entry and a test are made from it. */
export interface RuleMeta {
  readonly code: string;
  /** Of findings that rest on known types. */
  readonly severity: Severity;
  /** One line, for lists. */
  readonly summary: string;
  /** Why Numba behaves so and what to do, in plain words; Markdown. */
  readonly why: string;
  /** Numba's error class and pipeline step, where it raises. */
  readonly numba?: { readonly class: string; readonly step?: string };
  /** A small program that gives exactly this code, and its mended form that gives nothing. */
  readonly example: { readonly bad: string; readonly good: string };
  /** Numba versions it applies to: `[since, until)`. */
  readonly since?: string;
  readonly until?: string;
}
