import { defineRule } from './rule';

export const undefinedName = defineRule('undefined-name', {
  severity: 'error',
  summary: 'A name that nothing assigns',
  why: `No statement in this file assigns the name, nor is it one of Python's builtins. Python would raise \`NameError\` when the line runs; Numba refuses to compile the function.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f(a, b):
    difference = a - b
    return diference


f(1, 2)
`,
    good: `from numba import njit


@njit
def f(a, b):
    difference = a - b
    return difference


f(1, 2)
`,
  },
  message: (p) => `'${p.subject}' is never assigned: the name is misspelt, or an import is missing.`,
  wording: (p) => ({ text: `NameError: name '${p.subject}' is not defined` }),
});
