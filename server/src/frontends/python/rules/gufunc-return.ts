import { returnToOutput } from '../fixes/gufuncOutput';
import { defineRule } from './rule';

export const gufuncReturn = defineRule('gufunc-return', {
  severity: 'error',
  summary: 'A guvectorize kernel that returns a value',
  why: `The result goes into the output argument; the kernel itself returns nothing.`,
  numba: { class: 'TypeError' },
  example: {
    bad: `from numba import guvectorize


@guvectorize(["void(float64[:], float64[:])"], "(n)->(n)")
def f(x, out):
    return x
`,
    good: `from numba import guvectorize


@guvectorize(["void(float64[:], float64[:])"], "(n)->(n)")
def f(x, out):
    for i in range(x.shape[0]):
        out[i] = x[i]
`,
  },
  message: () =>
    'A guvectorize kernel returns nothing: it writes its result into the output argument, the last one of the layout.',
  wording: () => ({ text: 'gufunc kernel must have void return type' }),
  fixes: returnToOutput,
});
