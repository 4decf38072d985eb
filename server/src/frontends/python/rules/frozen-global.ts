import { globalToParameter } from '../fixes/globals';
import { defineRule } from './rule';

export const frozenGlobal = defineRule('frozen-global', {
  severity: 'warning',
  summary: 'A global that changes after compiled code has frozen it',
  why: `Numba reads a global once, when it compiles, and keeps that value. This one is assigned again, which compiled code will not notice.`,
  example: {
    bad: `from numba import njit


K = 2


@njit
def f(x):
    return K * x


f(1)
K = 10
`,
    good: `from numba import njit


@njit
def f(k, x):
    return k * x


f(2, 1)
f(10, 1)
`,
  },
  message: (p) =>
    `'${p.subject}' is assigned again after this function may have been compiled, and compiled code keeps the value it saw then: pass it as an argument.`,
  fixes: globalToParameter,
});
