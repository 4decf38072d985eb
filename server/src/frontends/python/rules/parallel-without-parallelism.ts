import { removeParallel } from '../fixes/removeOption';
import { defineRule } from './rule';

export const parallelWithoutParallelism = defineRule('parallel-without-parallelism', {
  severity: 'information',
  summary: 'parallel=True with nothing to run in parallel',
  why: `Numba finds neither a \`prange\` loop nor an array operation, compiles longer and warns.`,
  numba: { class: 'NumbaPerformanceWarning' },
  example: {
    bad: `from numba import njit


@njit(parallel=True)
def f(n):
    s = 0
    for i in range(n):
        s += i
    return s


f(3)
`,
    good: `from numba import njit


@njit
def f(n):
    s = 0
    for i in range(n):
        s += i
    return s


f(3)
`,
  },
  message: () =>
    'parallel=True has nothing to run in parallel here, because there is no prange and no operation on whole arrays, and makes compiling slower: leave it out.',
  wording: () => ({
    text: "The keyword argument 'parallel=True' was specified but no transformation for parallel execution was possible.",
  }),
  fixes: removeParallel,
});
