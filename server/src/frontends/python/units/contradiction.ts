import type { BoundFunction } from '../bind/boundModule';
import type { ArgumentTuple } from '../infer/evidence/argumentTypes';
import type { Problem } from '../infer/problem';

/**
 * Whether the body shows that a guessed argument type is wrong: it calls the parameter, loops over it, or takes an
 * attribute or item that the guess does not have. What was typed with the guess then says nothing of the function.
 */
export function contradictsGuess(
  fn: BoundFunction,
  tuple: ArgumentTuple,
  problems: readonly Problem[],
): boolean {
  const guessed = tuple.filter(({ origin }) => origin.kind === 'assumed' && !origin.range);
  return problems.some((problem) => {
    if (!telling.has(problem.kind)) return false;
    const text = fn.module.file.slice(problem.range);
    return guessed.some(({ name }) => text === name || new RegExp(`^${name}\\s*[.([]`).test(text));
  });
}

const telling: ReadonlySet<Problem['kind']> = new Set([
  'unknown-attribute',
  'not-callable',
  'not-iterable',
  'unsupported-index',
]);
