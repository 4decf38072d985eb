import { defineRule } from './rule';

export const ignoredKeyword = defineRule('ignored-keyword', {
  severity: 'warning',
  summary: 'A keyword in a call of an inner function is ignored',
  why: `Numba inlines calls of inner functions by position. A parameter with a default that is given by its keyword keeps the default, without a word: the result is not Python's.`,
  example: {
    bad: `from numba import njit


@njit
def f(a: int):
    def inner(x, scale=3):
        return x * scale

    return inner(a, scale=2)


f(1)
`,
    good: `from numba import njit


@njit
def f(a: int):
    def inner(x, scale=3):
        return x * scale

    return inner(a, 2)


f(1)
`,
  },
  message: (p) =>
    `'${p.keyword}' is ignored in this call of ${p.callee}(), because Numba inlines inner functions by position, so it keeps its default: pass it by position.`,
});
