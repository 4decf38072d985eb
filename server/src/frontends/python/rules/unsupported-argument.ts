import { typeName } from '../types/typeName';
import { defineRule, listWords } from './rule';

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
  message: (p) =>
    `${p.callee}() does not take ${p.types.length ? `(${p.types.map(typeName).join(', ')})` : 'no arguments'}${p.keywords?.length ? ` with ${listWords(p.keywords.map((k) => `${k}=`))}` : ''} in compiled code${p.reason ? `: ${p.reason}` : ''}. Numba: no implementation of function ${p.callee} found for signature`,
});
