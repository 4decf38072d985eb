import { hoistInnerFunction } from '../fixes/hoistInnerFunction';
import { defineRule } from './rule';

export const jitInFunction = defineRule('jit-in-function', {
  severity: 'information',
  summary: 'A function that is decorated, and compiled, on every call of the one around it',
  why: `A decorator inside a function runs on every call of it: each time Numba makes a new dispatcher and compiles anew, which takes from a tenth of a second to many. At the top of the module it happens once.`,
  example: {
    bad: `from numba import njit


def solve(x):
    @njit
    def step(v):
        return v + 1

    return step(x)


solve(1)
`,
    good: `from numba import njit


@njit
def step(v):
    return v + 1


def solve(x):
    return step(x)


solve(1)
`,
  },
  message: (p) =>
    `Every call of ${p.outer}() makes and compiles ${p.subject}() anew: move it out of ${p.outer}(), to the top of the module.`,
  fixes: hoistInnerFunction,
});
