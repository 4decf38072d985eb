import { defineRule } from './rule';

export const cudaTarget = defineRule('cuda-target', {
  severity: 'information',
  summary: 'Code for a GPU that cannot be run here',
  why: `The kernel is typed and checked like any other, but Jitsight runs Wasm on the processor: it neither runs nor times CUDA code. Numba needs an NVIDIA GPU and its driver when the function is decorated.`,
  example: {
    bad: `import numpy as np
from numba import int64, vectorize


@vectorize([int64(int64)], target="cuda")
def f(a):
    return a + 1
`,
    good: `import numpy as np
from numba import int64, vectorize


@vectorize([int64(int64)], target="parallel")
def f(a):
    return a + 1
`,
  },
  message: (p) =>
    `${p.callee}() is typed and checked for target="cuda", but it cannot be run or measured here: that needs an NVIDIA GPU.`,
});
