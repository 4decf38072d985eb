import { compileCaller } from '../fixes/decorateFunction';
import { defineRule } from './rule';

export const jitCallInLoop = defineRule('jit-call-in-loop', {
  severity: 'information',
  summary: 'A small compiled function called from a Python loop',
  why: `Every call from Python into compiled code takes the arguments apart and looks for the specialisation, at some 100 to 300 nanoseconds: more than a few operations cost. Compile the function that holds the loop, so that both sides of the call are compiled.`,
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def square(x):
    return x * x + 1.0


def total(a):
    s = 0.0
    for v in a:
        s += square(v)
    return s


total(np.ones(1000))
`,
    good: `import numpy as np
from numba import njit


@njit
def square(x):
    return x * x + 1.0


@njit
def total(a):
    s = 0.0
    for v in a:
        s += square(v)
    return s


total(np.ones(1000))
`,
  },
  message: (p) =>
    `Getting into the compiled ${p.callee}() costs more than what it does, and this Python loop does it on every pass: compile the function that holds the loop as well.`,
  fixes: compileCaller,
});
