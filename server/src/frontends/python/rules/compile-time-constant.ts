import { literalIndex } from '../fixes/containers';
import { constantMessage, moveDecoratorInside } from '../fixes/syntax';
import { constantWording } from './wording/constantWording';
import { defineRule } from './rule';

export const compileTimeConstant = defineRule('compile-time-constant', {
  severity: 'error',
  summary: 'A value that must be known when compiling',
  why: `Numba decides this while it compiles, so it has to stand in the code as a constant.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def f(t, i):
    return t[i]


f((1, 2.5), 0)
`,
    good: `import numpy as np
from numba import njit


@njit
def f(t):
    return t[0]


f((1, 2.5))
`,
  },
  message: (p) => `'${p.subject}' must be known when Numba compiles: ${p.reason}.`,
  wording: constantWording,
  fixes: (p, context) => [
    ...literalIndex(p, context),
    ...constantMessage(p, context),
    ...moveDecoratorInside(p, context),
  ],
});
