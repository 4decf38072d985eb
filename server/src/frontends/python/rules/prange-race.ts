import { raceFixes } from '../fixes/prange';
import { defineRule } from './rule';

export const prangeRace = defineRule('prange-race', {
  severity: 'warning',
  summary: 'Iterations of a prange loop that depend on each other',
  why: `\`prange\` runs iterations in any order and at the same time. This one writes what another reads or writes, so the result changes from run to run.`,
  example: {
    bad: `import numpy as np
from numba import njit, prange


@njit(parallel=True)
def f(x, h):
    for i in prange(len(x)):
        h[x[i]] += 1


f(np.arange(4), np.zeros(4))
`,
    good: `import numpy as np
from numba import njit


@njit
def f(x, h):
    for i in range(len(x)):
        h[x[i]] += 1


f(np.arange(4), np.zeros(4))
`,
  },
  message: (p) =>
    `'${p.subject}' is shared by iterations that run at the same time: ${p.reason}. The result can be wrong and can change from run to run: use range, or give every iteration elements of its own.`,
  fixes: raceFixes,
});
