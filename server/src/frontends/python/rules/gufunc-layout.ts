import { defineRule } from './rule';

export const gufuncLayout = defineRule('gufunc-layout', {
  severity: 'error',
  summary: 'A layout string that does not fit the kernel',
  why: `\`@guvectorize\` needs one entry per argument, outputs after the arrow, and dimensions that match the types: \`"(n),()->(n)"\` for \`void(float64[:], float64, float64[:])\`.`,
  numba: { class: 'ValueError' },
  example: {
    bad: `from numba import guvectorize


@guvectorize(["void(float64[:], float64[:])"], "(n),(n)->(n)")
def f(x, out):
    for i in range(x.shape[0]):
        out[i] = x[i]
`,
    good: `from numba import guvectorize


@guvectorize(["void(float64[:], float64[:])"], "(n)->(n)")
def f(x, out):
    for i in range(x.shape[0]):
        out[i] = x[i]
`,
  },
  message: (p) => `The layout does not fit the kernel: ${p.reason}.`,
});
