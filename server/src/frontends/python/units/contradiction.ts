import type { BoundFunction } from '../bind/boundModule';
import type { ArgumentTuple } from '../infer/evidence/argumentTypes';
import type { Problem } from '../infer/problem';
import { isGuess } from './guesses';

/**
 * Whether what fails is done to an argument whose type is a guess: called, looped over, indexed, passed on. The guess is
 * wrong then, rather than the function.
 */
export function contradictsGuess(
  fn: BoundFunction,
  tuple: ArgumentTuple,
  problems: readonly Problem[],
): boolean {
  const names = tuple.filter(isGuess).map(({ name }) => name);
  if (names.length === 0) return false;
  const mentioned = new RegExp(`(?<![\\w.])(${names.join('|')})(?!\\w)`);
  return problems.some(({ kind, range }) => resting.has(kind) && mentioned.test(fn.module.file.slice(range)));
}

/** Kinds that say of a value that its type does not fit. */
const resting: ReadonlySet<Problem['kind']> = new Set([
  'unknown-attribute',
  'not-callable',
  'not-iterable',
  'unsupported-argument',
  'unsupported-index',
  'unsupported-operator',
]);
