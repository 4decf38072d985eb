import type { NumbaWording, ProblemOf } from '../rule';

/** Numba has a sentence of its own for each place that wants a constant. */
export function constantWording({
  subject,
  reason,
}: ProblemOf<'compile-time-constant'>): NumbaWording | undefined {
  if (/exceptions|assert/.test(reason))
    return { class: 'ConstantInferenceError', text: `Constant inference not possible for: ${subject}` };
  if (/capture/.test(reason))
    return {
      text: `Cannot capture the non-constant value associated with variable '${subject}' in a function that may escape.`,
    };
  if (/selects/.test(reason))
    return {
      text: `No implementation of function Function(<built-in function getitem>) found for signature: getitem(${reason.replace(/^.*types of /, '').replace(/[:;] .*$/s, '')}, int64)`,
    };
  return undefined;
}
