import { initialise } from '../fixes/values';
import { defineRule } from './rule';

export const unboundVariable = defineRule('unbound-variable', {
  severity: 'information',
  summary: 'A variable that no path has assigned when it is read',
  why: `Python raises \`UnboundLocalError\` here. Numba compiles it and the variable silently holds zero, or fails when no path assigns it at all.`,
  example: {
    bad: `from numba import njit


@njit
def f(n):
    for i in range(n):
        last = i
    return last


f(3)
`,
    good: `from numba import njit


@njit
def f(n):
    last = 0
    for i in range(n):
        last = i
    return last


f(3)
`,
  },
  message: (p) =>
    `'${p.subject}' may be read before anything assigns it: Python raises UnboundLocalError, compiled code goes on with zero or rubbish. Assign it first.`,
  fixes: initialise,
});
