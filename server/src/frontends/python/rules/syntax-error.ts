import { defineRule } from './rule';

export const syntaxError = defineRule('syntax-error', {
  severity: 'error',
  summary: 'The text is not Python',
  why: `Python cannot read this, so nothing can be said about the function around it. Its neighbours are still checked.`,
  example: {
    bad: `from numba import njit


@njit
def f(x):
    return x +
`,
    good: `from numba import njit


@njit
def f(x):
    return x + 1
`,
  },
  message: (p) => `This is not Python: ${p.detail}.`,
});
