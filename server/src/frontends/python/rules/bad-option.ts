import { defineRule } from './rule';

export const badOption = defineRule('bad-option', {
  severity: 'error',
  summary: 'An option the decorator does not have, or has with another value',
  why: `Numba raises KeyError (unrecognized options) when it compiles the function.`,
  numba: { class: 'KeyError' },
  example: {
    bad: `from numba import njit


@njit(fastmat=True)
def f(x):
    return x
`,
    good: `from numba import njit


@njit(fastmath=True)
def f(x):
    return x
`,
  },
  message: (p) => `@${p.decorator} does not take the option '${p.option}': ${p.reason}.`,
  wording: (p) => ({ text: `Unrecognized options: {'${p.option}'}` }),
});
