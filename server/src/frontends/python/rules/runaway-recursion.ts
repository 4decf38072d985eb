import { defineRule } from './rule';

export const runawayRecursion = defineRule('runaway-recursion', {
  severity: 'error',
  summary: 'A recursion whose result type nothing tells',
  why: `Numba finds the type of a recursive function from a path that returns without calling itself. This function has none that comes first.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f(n):
    return f(n - 1)


f(3)
`,
    good: `from numba import njit


@njit
def f(n):
    if n <= 0:
        return 0
    return f(n - 1)


f(3)
`,
  },
  message: (p) =>
    `'${p.subject}' calls itself on every path, so nothing tells the type of its result: add a path that returns without calling it, before this one.`,
  wording: () => ({ text: 'cannot type infer runaway recursion' }),
});
