import { plainType } from './plainType';
import { typeName } from '../types/typeName';
import { defineRule, sentence } from './rule';

export const unsafeConversion = defineRule('unsafe-conversion', {
  severity: 'warning',
  summary: 'An explicit signature silently changes the argument',
  why: `Numba converts arguments to an explicit signature's types without a word, also where that loses something: 5.9 passed as \`int32\` becomes 5.`,
  example: {
    bad: `from numba import njit


@njit("int32(int32)")
def f(x):
    return x


f(5.9)
`,
    good: `from numba import njit


@njit("float64(float64)")
def f(x):
    return x


f(5.9)
`,
  },
  message: (p) =>
    `${sentence(plainType(p.from))} passed as '${p.parameter}' is silently converted to ${typeName(p.to)} by the explicit signature of ${p.callee}(), and digits may be lost: convert it yourself, or add a signature.`,
});
