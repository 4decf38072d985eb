import { unsupportedArgumentFixes } from '../fixes/unsupportedArguments';
import { argumentWording } from './wording/argumentWording';
import { argumentAdvice, argumentWords, shortName } from './wording/argumentAdvice';
import { defineRule } from './rule';

export const unsupportedArgument = defineRule('unsupported-argument', {
  severity: 'error',
  summary: 'A supported function with arguments it does not take',
  why: `Numba knows the function but not for these argument types or keywords; the support page lists what each function takes.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def f(a):
    return np.mean(a, axis=0)


f(np.ones((2, 3)))
`,
    good: `import numpy as np
from numba import njit


@njit
def f(a):
    return np.sum(a, axis=0) / a.shape[0]


f(np.ones((2, 3)))
`,
  },
  message: (p, context) =>
    `${shortName(p.callee)}() cannot be compiled for ${argumentWords(p)}: ${argumentAdvice(p, context)}.`,
  wording: argumentWording,
  fixes: unsupportedArgumentFixes,
});
