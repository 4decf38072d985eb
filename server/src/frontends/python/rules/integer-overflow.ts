import { startWithFloat } from '../fixes/integers';
import { defineRule } from './rule';

export const integerOverflow = defineRule('integer-overflow', {
  severity: 'information',
  summary: 'A product of integers that passes 2**63',
  why: `Python's integers grow without bound; compiled ones have 64 bits and wrap around without a word. A product over a counting variable passes 2**63 after 20 factors. A float holds it to 16 digits; \`math.lgamma\` gives its logarithm.`,
  example: {
    bad: `from numba import njit


@njit
def factorial(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


factorial(25)
`,
    good: `from numba import njit


@njit
def factorial(n):
    r = 1.0
    for i in range(2, n + 1):
        r *= i
    return r


factorial(25)
`,
  },
  message: (p) =>
    `'${p.subject}' is a 64-bit integer here and wraps around without a word once the product passes 2**63, which 21! does: start with 1.0, unless you know that it stays small.`,
  fixes: startWithFloat,
});
