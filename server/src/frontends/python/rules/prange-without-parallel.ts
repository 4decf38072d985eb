import { addParallelOption } from '../fixes/addParallelOption';
import { defineRule } from './rule';

export const prangeWithoutParallel = defineRule('prange-without-parallel', {
  severity: 'information',
  summary: 'prange without parallel=True is an ordinary loop',
  why: `\`numba.prange\` only runs in parallel under \`parallel=True\`; without it, it is \`range\`.`,
  example: {
    bad: `import numpy as np
from numba import njit, prange


@njit
def f(a):
    for i in prange(len(a)):
        a[i] = 2.0 * a[i]


f(np.ones(3))
`,
    good: `import numpy as np
from numba import njit, prange


@njit(parallel=True)
def f(a):
    for i in prange(len(a)):
        a[i] = 2.0 * a[i]


f(np.ones(3))
`,
  },
  message: () =>
    'prange runs as an ordinary loop here, because the decorator does not say parallel=True: add it, or write range.',
  fixes: addParallelOption,
});
