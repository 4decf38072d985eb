import { defineRule } from './rule';

export const badOption = defineRule('bad-option', {
  severity: 'error',
  summary: 'An option the decorator does not have, or has with another value',
  why: `Numba raises when it decorates the function.`,
  numba: { class: 'KeyError' },
  example: {
    bad: `from numba import njit


@njit(paralel=True)
def f(x):
    return x
`,
    good: `from numba import njit


@njit(parallel=True)
def f(x):
    return x
`,
  },
  message: (p) => `@${p.decorator} option '${p.option}': ${p.reason}`,
});
