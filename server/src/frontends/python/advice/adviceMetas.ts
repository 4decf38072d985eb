import type { RuleMeta } from '../../../diagnostics/ruleMeta';

const plainLoop = `def pairs(n):
    total = 0
    for i in range(n):
        for j in range(n):
            total += i * j
    return total


pairs(1000)
`;

/** Advice for code that Numba could compile: not problems, so hints all. */
export const hotLoopMeta: RuleMeta = {
  code: 'hot-loop',
  severity: 'hint',
  summary: 'A loop that does much of the work and that Numba could compile',
  why: 'CPython runs a loop one bytecode at a time; compiled by Numba, numeric loops run tens to hundreds of times faster. Work is estimated from nesting, trip counts and the cost of one iteration; measure before you believe it.',
  example: { bad: plainLoop, good: `from numba import njit\n\n\n@njit\n${plainLoop}` },
};

export const elementwiseMeta: RuleMeta = {
  code: 'elementwise-operation',
  severity: 'hint',
  summary: 'A function that works element by element on arrays and could be one compiled loop',
  why: 'NumPy makes a temporary array for every operator of an expression. `@vectorize` compiles the whole expression for one element and runs it in one loop over the arrays, on several cores with `target="parallel"`.',
  example: {
    bad: 'import numpy as np\n\n\ndef add_squared(a, b):\n    return np.square(a + b)\n\n\nadd_squared(np.ones(1000), np.ones(1000))\n',
    good: 'import numpy as np\nfrom numba import float64, vectorize\n\n\n@vectorize([float64(float64, float64)])\ndef add_squared(a, b):\n    return np.square(a + b)\n\n\nadd_squared(np.ones(1000), np.ones(1000))\n',
  },
};

export const independentIterationsMeta: RuleMeta = {
  code: 'independent-iterations',
  severity: 'hint',
  summary: 'A compiled loop whose iterations could run in parallel',
  why: 'Every iteration writes elements of its own and reads nothing that another writes, so `prange` with `parallel=True` can spread them over the cores. It pays from roughly a hundred microseconds of work.',
  example: {
    bad: 'import numpy as np\nfrom numba import njit\n\n\n@njit\ndef f(a, out):\n    for i in range(len(a)):\n        s = 0.0\n        for j in range(len(a)):\n            s += a[j] * a[i]\n        out[i] = s\n\n\nf(np.ones(1000), np.ones(1000))\n',
    good: 'import numpy as np\nfrom numba import njit, prange\n\n\n@njit(parallel=True)\ndef f(a, out):\n    for i in prange(len(a)):\n        s = 0.0\n        for j in range(len(a)):\n            s += a[j] * a[i]\n        out[i] = s\n\n\nf(np.ones(1000), np.ones(1000))\n',
  },
};

export const adviceMetas: readonly RuleMeta[] = [hotLoopMeta, elementwiseMeta, independentIterationsMeta];
