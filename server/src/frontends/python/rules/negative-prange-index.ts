import { wrapNegativeIndex } from '../fixes/prangeIndex';
import { defineRule } from './rule';

export const negativePrangeIndex = defineRule('negative-prange-index', {
  severity: 'warning',
  summary: 'The negated counter of a prange loop as an index',
  why: `In a parallel loop that starts at 0 Numba counts with unsigned integers, so \`-i\` is not a small negative number but one near 2**64, and Numba's wrap-around of negative indices does not apply to it: the read goes to memory before the array.`,
  example: {
    bad: `import numpy as np
from numba import njit, prange


@njit(parallel=True)
def backwards(a):
    out = np.zeros_like(a)
    for i in prange(len(a)):
        out[i] = a[-i]
    return out


backwards(np.ones(3))
`,
    good: `import numpy as np
from numba import njit, prange


@njit(parallel=True)
def backwards(a):
    out = np.zeros_like(a)
    for i in prange(len(a)):
        out[i] = a[(len(a) - i) % len(a)]
    return out


backwards(np.ones(3))
`,
  },
  message: (p) =>
    `prange counts without sign, so this negative index reads memory before the array '${p.subject}' and gives rubbish: count from the length instead.`,
  fixes: wrapNegativeIndex,
});
