import { syntaxFixes } from '../fixes/syntax';
import { syntaxAdvice, syntaxWording } from './wording/syntaxAdvice';
import { defineRule } from './rule';

export const unsupportedSyntax = defineRule('unsupported-syntax', {
  severity: 'error',
  summary: 'Python syntax that nopython mode does not have',
  why: `Numba compiles a part of Python. Classes, generator expressions, \`async\`, \`with\` (but for \`objmode\`), imports and writes to globals inside a function are outside it.`,
  numba: { class: 'UnsupportedBytecodeError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f(n):
    import math
    return math.sqrt(n)


f(3)
`,
    good: `import math

from numba import njit


@njit
def f(n):
    return math.sqrt(n)


f(3)
`,
  },
  message: (p) => `${p.construct} cannot be compiled: ${syntaxAdvice(p)}.`,
  wording: syntaxWording,
  fixes: syntaxFixes,
});
