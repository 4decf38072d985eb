import type { ConstantValue } from '../infer/typedFunction';
import type { Value } from '../lower/lowering';
import { none, type NumbaType } from '../types/numbaType';
import type { LibraryFunction, ParameterSpec, PythonSource, TypingOutcome } from './libraryFunction';

type Typed = Extract<TypingOutcome, { kind: 'typed' }>;

export function typed(result: NumbaType, more: Omit<Typed, 'kind' | 'result'> = {}): Typed {
  return { kind: 'typed', result, ...more };
}

/** `reason` completes "does not take these arguments: ...". */
export function mismatch(reason?: string, argument?: number): TypingOutcome {
  return { kind: 'mismatch', reason, argument };
}

/** Numba takes such arguments and this entry does not know the result: no verdict rather than a wrong one. */
export const unknownForm: TypingOutcome = { kind: 'unknown' };

/** The library's Python function of that name says the result; without `args` it takes those of the call. */
export function writtenInPython(
  source: PythonSource,
  name: string,
  args?: readonly NumbaType[],
): TypingOutcome {
  return { kind: 'python', source, function: name, args };
}

/** What a call that returns nothing gives. */
export const noValue: Value = { type: none, parts: [] };

/** The same operation under several names: `numpy.sum` and `array.sum`. */
export function aliases(
  names: readonly string[],
  entry: Omit<LibraryFunction, 'name'>,
): readonly LibraryFunction[] {
  return names.map((name) => ({ name, ...entry }));
}

/**
 * Parameters by name; `name?` may be left out, one named in `defaults` has that default, `*name` takes the rest, `=name` is
 * given by its name only.
 */
export function params(
  list: string,
  defaults: Readonly<Record<string, ConstantValue>> = {},
): readonly ParameterSpec[] {
  return list.split(' ').map((word) => {
    if (word.startsWith('*')) return { name: word.slice(1), variadic: true };
    if (word.startsWith('=')) return { ...params(word.slice(1), defaults)[0]!, keywordOnly: true };
    if (word.endsWith('?')) return { name: word.slice(0, -1), default: 'omitted' };
    const fallback = defaults[word];
    return fallback ? { name: word, default: fallback } : { name: word };
  });
}
