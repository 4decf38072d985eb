import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const notIterable = defineRule('not-iterable', {
  severity: 'error',
  summary: 'A loop over something that cannot be looped over',
  why: `Compiled code iterates over ranges, arrays, lists, tuples of one type, sets, strings, dicts and the usual helpers (\`enumerate\`, \`zip\`). A tuple of mixed types needs \`numba.literal_unroll\`.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit
def f(n):
    total = 0
    for i in n:
        total += i
    return total


f(3)
`,
    good: `from numba import njit


@njit
def f(n):
    total = 0
    for i in range(n):
        total += i
    return total


f(3)
`,
  },
  message: (p) =>
    `A loop cannot run over ${typeName(p.type)}. Numba: no implementation of getiter for ${typeName(p.type)}`,
});
