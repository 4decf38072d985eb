import { unrollTuple } from '../fixes/containers';
import { plainType } from './plainType';
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
    p.type.kind === 'tuple'
      ? `A loop cannot run over ${plainType(p.type)}, because its variable would change type: give the elements one type, or unroll the loop with literal_unroll().`
      : `A loop cannot run over ${plainType(p.type)}: nothing in it can be taken one by one in compiled code.`,
  wording: (p) => ({ text: `Invalid use of getiter with parameters (${typeName(p.type)})` }),
  fixes: unrollTuple,
});
