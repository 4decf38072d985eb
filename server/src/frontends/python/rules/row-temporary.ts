import { rowToLoop } from '../fixes/rowToLoop';
import { defineRule } from './rule';

export const rowTemporary = defineRule('row-temporary', {
  severity: 'information',
  summary: 'Arithmetic on rows makes a new array on every pass of a loop',
  why: `An operator on arrays makes an array for its result. For a short row that costs more than the arithmetic itself; a loop over the elements makes none.`,
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def f(points):
    s = 0.0
    for i in range(points.shape[0]):
        d = points[i] - points[0]
        s += np.sum(d * d)
    return s


f(np.ones((5, 3)))
`,
    good: `import numpy as np
from numba import njit


@njit
def f(points):
    s = 0.0
    for i in range(points.shape[0]):
        for k in range(points.shape[1]):
            s += (points[i, k] - points[0, k]) ** 2
    return s


f(np.ones((5, 3)))
`,
  },
  message: (p) =>
    `Arithmetic on the row '${p.subject}' makes a new array on every pass of the loop: write a loop over its elements.`,
  fixes: rowToLoop,
});
