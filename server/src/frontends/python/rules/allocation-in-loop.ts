import { arrayToTuple } from '../fixes/arrayCosts';
import { defineRule } from './rule';

export const allocationInLoop = defineRule('allocation-in-loop', {
  severity: 'information',
  summary: 'A small array made on every pass of a loop, where a tuple would do',
  why: `Making an array costs some fifty nanoseconds, more than arithmetic on a few numbers. A tuple costs nothing in compiled code: its elements stay in registers.`,
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def f(n):
    s = 0.0
    for i in range(n):
        v = np.array([1.0 * i, 2.0, 3.0])
        s += v[0] * v[1] + v[2]
    return s


f(10)
`,
    good: `import numpy as np
from numba import njit


@njit
def f(n):
    s = 0.0
    for i in range(n):
        v = (1.0 * i, 2.0, 3.0)
        s += v[0] * v[1] + v[2]
    return s


f(10)
`,
  },
  message: (p) =>
    `'${p.subject}' is a new small array on every pass of the loop, which costs more than the arithmetic on it: use a tuple or single variables, or make it once before the loop.`,
  fixes: arrayToTuple,
});
