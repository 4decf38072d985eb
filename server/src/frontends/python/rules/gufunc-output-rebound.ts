import { storeIntoOutput } from '../fixes/gufuncOutput';
import { defineRule } from './rule';

export const gufuncOutputRebound = defineRule('gufunc-output-rebound', {
  severity: 'warning',
  summary: 'The output argument of a guvectorize kernel is given to something else',
  why: `A kernel writes into the array that it is passed as output. \`out = value\` only makes the name stand for something else; the array stays as it was made, uninitialised. Assign its elements: \`out[0] = value\` for a scalar output, \`out[:] = value\` for an array.`,
  example: {
    bad: `import numpy as np
from numba import guvectorize


@guvectorize(["void(float64[:], float64[:])"], "(n)->()")
def total(a, out):
    out = a.sum()


total(np.ones(3))
`,
    good: `import numpy as np
from numba import guvectorize


@guvectorize(["void(float64[:], float64[:])"], "(n)->()")
def total(a, out):
    out[0] = a.sum()


total(np.ones(3))
`,
  },
  message: (p) =>
    `This gives the name '${p.subject}' to another value and leaves the output as it was made, uninitialised: assign its elements, ${p.subject}[0] or ${p.subject}[:].`,
  fixes: storeIntoOutput,
});
