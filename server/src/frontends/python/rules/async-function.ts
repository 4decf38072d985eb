import { removeAsync } from '../fixes/functionHeader';
import { defineRule } from './rule';

export const asyncFunction = defineRule('async-function', {
  severity: 'warning',
  summary: 'async def is compiled as an ordinary function',
  why: `Numba ignores \`async\`: the function compiles and a call gives the plain value instead of a coroutine, so that \`await\` on it fails.`,
  example: {
    bad: `from numba import njit


@njit
async def f(x):
    return x + 1


f(1)
`,
    good: `from numba import njit


@njit
def f(x):
    return x + 1


f(1)
`,
  },
  message: (p) =>
    `Numba ignores 'async', so ${p.subject}() gives its value and no coroutine, and 'await' on it fails: leave 'async' out.`,
  fixes: removeAsync,
});
