import { passCompressed } from '../fixes/passedValue';
import { defineRule } from './rule';

export const ignoredMask = defineRule('ignored-mask', {
  severity: 'warning',
  summary: 'A masked array whose mask compiled code ignores',
  why: `Numba before 0.57 takes a masked array for the plain array below it and works on the masked values too, without a word. Numba 0.57 and later refuse it. Pass the values that are not masked, or \`.data\` and \`.mask\` as two arrays.`,
  until: '0.57',
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def total(a):
    return a.sum()


total(np.ma.masked_array([1.0, 2.0], mask=[0, 1]))
`,
    good: `import numpy as np
from numba import njit


@njit
def total(a):
    return a.sum()


total(np.ma.masked_array([1.0, 2.0], mask=[0, 1]).compressed())
`,
  },
  message: (p) =>
    `'${p.subject}' is passed a masked array, and this Numba ignores the mask and works on the masked values too: pass .compressed(), or .data and .mask as two arrays.`,
  fixes: passCompressed,
});
