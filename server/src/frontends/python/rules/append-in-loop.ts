import { preallocate } from '../fixes/arrayCosts';
import { defineRule } from './rule';

export const appendInLoop = defineRule('append-in-loop', {
  severity: 'information',
  summary: 'An array that grows in a loop is copied on every pass',
  why: `Arrays have a fixed length: \`np.append\` and \`np.concatenate\` make a new one and copy everything, so a loop of n passes copies n**2 / 2 elements. Make the array once and assign its elements, or append to a list.`,
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def build(n):
    r = np.empty(0)
    for i in range(n):
        r = np.append(r, i * 0.5)
    return r


build(10)
`,
    good: `import numpy as np
from numba import njit


@njit
def build(n):
    r = np.empty(n)
    for i in range(n):
        r[i] = i * 0.5
    return r


build(10)
`,
  },
  message: (p) =>
    `${p.callee} copies all of '${p.subject}' on every pass of the loop: make the array before the loop and assign its elements, or append to a list.`,
  fixes: preallocate,
});
