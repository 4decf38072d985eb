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
    `${p.callee} is not supported in compiled code by Numba ${context.numba}. Numba: use of unsupported function '${p.callee}' or unsupported use of the function`,
});
