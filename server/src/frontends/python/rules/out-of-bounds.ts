import { addBoundscheck } from '../fixes/addBoundscheck';
import { defineRule } from './rule';

export const outOfBounds = defineRule('out-of-bounds', {
  severity: 'warning',
  summary: 'An index that leaves the array, which compiled code does not check',
  why: `Numba leaves out the check of indices that NumPy makes: a read beyond the end gives whatever stands in memory there, a write destroys it. \`boundscheck=True\` in the decorator, or the environment variable \`NUMBA_BOUNDSCHECK=1\`, makes it raise IndexError while you look for the mistake.`,
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def steps(a):
    s = 0.0
    for i in range(len(a)):
        s += a[i + 1] - a[i]
    return s


steps(np.ones(3))
`,
    good: `import numpy as np
from numba import njit


@njit
def steps(a):
    s = 0.0
    for i in range(len(a) - 1):
        s += a[i + 1] - a[i]
    return s


steps(np.ones(3))
`,
  },
  message: (p) =>
    `This leaves the array '${p.subject}': ${p.reason}, and compiled code does not check. Mend the index; boundscheck=True makes it raise IndexError.`,
  fixes: addBoundscheck,
});
