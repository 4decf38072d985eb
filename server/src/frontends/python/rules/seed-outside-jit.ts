import { seedCompiledCode } from '../fixes/seedCompiledCode';
import { defineRule } from './rule';

export const seedOutsideJit = defineRule('seed-outside-jit', {
  severity: 'warning',
  summary: 'A seed set in Python code, where compiled code draws the numbers',
  why: `Compiled code has a random generator of its own, which \`np.random.seed\` in Python code does not reach: the numbers differ from run to run. Seed it by a compiled function that calls \`np.random.seed\`, or pass a \`Generator\` made by \`np.random.default_rng(seed)\` as an argument.`,
  example: {
    bad: `import numpy as np
from numba import njit


@njit
def draw():
    return np.random.rand()


np.random.seed(1)
draw()
`,
    good: `import numpy as np
from numba import njit


@njit
def seed(n):
    np.random.seed(n)


@njit
def draw():
    return np.random.rand()


seed(1)
draw()
`,
  },
  message: (p) =>
    `This seed does not reach the random generator of compiled code, so ${p.subject}() draws other numbers on every run: call a compiled function that seeds, or pass it np.random.default_rng(seed).`,
  fixes: seedCompiledCode,
});
