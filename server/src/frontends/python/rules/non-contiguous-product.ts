import { makeContiguous } from '../fixes/makeContiguous';
import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const nonContiguousProduct = defineRule('non-contiguous-product', {
  severity: 'information',
  summary: 'A product of matrices that are not contiguous',
  why: `\`@\` and \`np.dot\` hand matrices to BLAS, which wants their elements side by side. For a strided operand, such as \`a[::2]\`, Numba copies on every call and warns. Make it contiguous once, with \`np.ascontiguousarray\`, before the loop that uses it.`,
  numba: { class: 'NumbaPerformanceWarning' },
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def f(a, b):
    return a @ b


f(np.ones((4, 4))[::2, ::2], np.ones((2, 2)))
`,
    good: `import numpy as np
from numba import njit


@njit
def f(a, b):
    return a @ b


f(np.ascontiguousarray(np.ones((4, 4))[::2, ::2]), np.ones((2, 2)))
`,
  },
  message: (p) =>
    `'${p.subject}' is not contiguous in memory, so ${p.operator} has to copy it first: make it contiguous once with np.ascontiguousarray.`,
  wording: (p) => ({
    text: `'${p.operator}' is faster on contiguous arrays, called on (${p.types.map(typeName).join(', ')})`,
  }),
  fixes: makeContiguous,
});
