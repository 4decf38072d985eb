import { unsupportedFunctionFixes } from '../fixes/unsupportedFunctions';
import { functionWording } from './wording/functionWording';
import { functionAdvice } from './wording/functionAdvice';
import { shortName } from './wording/argumentAdvice';
import { defineRule } from './rule';

export const unsupportedFunction = defineRule('unsupported-function', {
  severity: 'error',
  summary: 'A function that Numba does not know',
  why: `Numba implements part of NumPy and of the standard library. This function is not among it, in the version in force. Write it as a loop, use a supported function, or call it before entering compiled code.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def f(a):
    return np.einsum("i,i->", a, a)


f(np.ones(3))
`,
    good: `import numpy as np
from numba import njit


@njit
def f(a):
    return np.dot(a, a)


f(np.ones(3))
`,
  },
  message: (p, context) =>
    `${shortName(p.callee)} cannot be used in compiled code with Numba ${context.numba}: ${functionAdvice(p.callee)}.`,
  wording: (p, context) => functionWording(p.callee, context.numba),
  fixes: unsupportedFunctionFixes,
});
