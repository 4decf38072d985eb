import type { ArgumentEvidence, ArgumentTuple } from '../infer/evidence/argumentTypes';
import { arrayOf, float64, int64, type NumbaType } from '../types/numbaType';

/** Whether nothing but the body tells the type. */
export function isGuess({ origin }: ArgumentEvidence): boolean {
  return origin.kind === 'assumed' || origin.kind === 'use';
}

/** Whether failures may rest on a type that nothing is certain of, and are hints: docstrings are prose. */
export function isAssumed(tuple: ArgumentTuple): boolean {
  return tuple.some((one) => isGuess(one) || one.origin.kind === 'docstring');
}

/**
 * The tuple with other types where nothing but a guess tells them, likeliest first: numbers are integers, then arrays;
 * arrays hold integers, then have an axis more.
 */
export function otherGuesses(tuple: ArgumentTuple): readonly ArgumentTuple[] {
  return alternatives.map((instead) =>
    tuple.map((one) => (isGuess(one) ? { ...one, type: instead(one.type) } : one)),
  );
}

const alternatives: readonly ((type: NumbaType) => NumbaType)[] = [
  integers,
  (type) => (type.kind === 'array' ? arrayOf(type.dtype, type.ndim + 1) : arrayOf(float64, 1)),
  (type) => (type.kind === 'array' ? arrayOf(int64, type.ndim + 1) : arrayOf(int64, 1)),
];

function integers(type: NumbaType): NumbaType {
  return type.kind === 'array' ? arrayOf(int64, type.ndim) : int64;
}
