import type { SourceFile } from '@jitsight/shared/source/sourceFile';
import type { Fix } from '../../../diagnostics/fix';
import type { RuleMeta } from '../../../diagnostics/ruleMeta';
import type { BoundModule } from '../bind/boundModule';
import type { Problem, ProblemKind } from '../infer/problem';
import type { TypedFunction } from '../infer/typedFunction';

export type ProblemOf<K extends ProblemKind> = Extract<Problem, { readonly kind: K }>;

/** What wording a problem and mending it may look at. */
export interface RuleContext {
  readonly file: SourceFile;
  readonly module: BoundModule;
  /** Numba version in force, `0.68`. */
  readonly numba: string;
  /** The specialisation the problem was found in, when it was found in one. */
  readonly typed?: TypedFunction;
}

/** Numba's own words below the class of its error, by default the one of the rule. */
export interface NumbaWording {
  readonly class?: string;
  readonly text: string;
}

/** One rule: what the kind of problem means, in words, and how to mend it. */
export interface Rule<K extends ProblemKind = ProblemKind> {
  readonly meta: RuleMeta;
  /** Plain words: what is the matter, why, what to do. Numba's terms are in `wording`. */
  readonly message: (problem: ProblemOf<K>, context: RuleContext) => string;
  /** What Numba says, for people who search for it; nothing where it is silent. */
  readonly wording?: (problem: ProblemOf<K>, context: RuleContext) => NumbaWording | undefined;
  readonly fixes?: (problem: ProblemOf<K>, context: RuleContext) => readonly Fix[];
}

export interface RuleText<K extends ProblemKind> extends Omit<RuleMeta, 'code'> {
  readonly message: Rule<K>['message'];
  readonly wording?: Rule<K>['wording'];
  readonly fixes?: Rule<K>['fixes'];
}

/** Declares the rule for the problem kind that gives it its code. */
export function defineRule<K extends ProblemKind>(code: K, text: RuleText<K>): Rule<K> {
  const { message, wording, fixes, ...meta } = text;
  return { meta: { code, ...meta }, message, wording, fixes };
}

/** `'int64'`, `'int64' and 'float64'`, `'a', 'b' and 'c'`. */
export function listWords(words: readonly string[]): string {
  if (words.length <= 1) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** With a capital letter in front. */
export function sentence(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
