import { annotationsToSignature } from '../fixes/functionHeader';
import { plainType } from './plainType';
import { defineRule } from './rule';

export const ignoredAnnotation = defineRule('ignored-annotation', {
  severity: 'information',
  summary: 'A result of another type than the annotation says',
  why: `Numba does not read annotations: the types of the arguments at the call decide. A signature in the decorator does convert, arguments and result.`,
  example: {
    bad: `from numba import njit


@njit
def half(x: float) -> float:
    return x // 2


half(3)
`,
    good: `from numba import njit


@njit
def half(x: float) -> float:
    return x / 2


half(3)
`,
  },
  message: (p) =>
    `This gives ${plainType(p.type)} for the arguments it is called with, not ${p.annotation}, because Numba ignores annotations: a signature in the decorator would convert.`,
  fixes: annotationsToSignature,
});
