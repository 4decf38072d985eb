import { defineRule } from './rule';

export const wrongArguments = defineRule('wrong-arguments', {
  severity: 'error',
  summary: 'A call that does not fit the parameters',
  why: `The call gives too many or too few arguments, or a keyword that the function does not have.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def add(a, b):
    return a + b


@njit
def f(x):
    return add(x)


f(1)
`,
    good: `from numba import njit


@njit
def add(a, b):
    return a + b


@njit
def f(x):
    return add(x, 1)


f(1)
`,
  },
  message: (p) => `${p.callee}() is not called as it is defined: ${p.reason}.`,
  wording: (p) => ({ text: p.reason }),
});
