import { floatBase } from '../fixes/integers';
import { defineRule } from './rule';

export const integerNegativePower = defineRule('integer-negative-power', {
  severity: 'warning',
  summary: 'An integer to a negative power is 0 in compiled code',
  why: `Python gives a float (\`2 ** -1\` is 0.5). Numba keeps integers integers, and the result rounds to 0.`,
  example: {
    bad: `from numba import njit


@njit
def f(n):
    return n ** -1


f(2)
`,
    good: `from numba import njit


@njit
def f(n):
    return 1.0 / n


f(2)
`,
  },
  message: () =>
    'An integer to a negative power stays an integer in compiled code, so 2 ** -1 is 0 where Python gives 0.5: make the base a float.',
  fixes: floatBase,
});
