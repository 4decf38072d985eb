import { makeContiguous } from '../fixes/makeContiguous';
import { defineRule } from './rule';

export const nonContiguousReshape = defineRule('non-contiguous-reshape', {
  severity: 'error',
  summary: 'reshape of an array that is not contiguous',
  why: `NumPy copies where a reshape needs it. Numba does not: \`reshape\` of an array whose elements do not lie side by side in the order asked for raises NotImplementedError when it runs. \`np.ascontiguousarray\` makes the copy.`,
  numba: { class: 'NotImplementedError' },
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def f(a):
    return a.T.reshape(-1)


f(np.ones((2, 3)))
`,
    good: `import numpy as np
from numba import njit


@njit
def f(a):
    return np.ascontiguousarray(a.T).reshape(-1)


f(np.ones((2, 3)))
`,
  },
  message: (p) =>
    `'${p.subject}' is transposed and cannot be reshaped without a copy, which Numba's reshape does not make, so it raises when it runs: copy with np.ascontiguousarray first.`,
  wording: () => ({ text: 'incompatible shape for array' }),
  fixes: makeContiguous,
});
