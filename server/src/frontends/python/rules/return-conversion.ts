import { plainType } from './plainType';
import { typeName } from '../types/typeName';
import { defineRule } from './rule';

export const returnConversion = defineRule('return-conversion', {
  severity: 'error',
  summary: 'The result does not convert to the return type of the signature',
  why: `The explicit signature promises a type that the computed value cannot become.`,
  numba: { class: 'TypingError', step: 'nopython frontend' },
  example: {
    bad: `from numba import njit


@njit("int64(unicode_type)")
def f(x):
    return x
`,
    good: `from numba import njit


@njit("unicode_type(unicode_type)")
def f(x):
    return x
`,
  },
  message: (p) =>
    `This function computes ${plainType(p.from)}, which cannot be converted to the ${typeName(p.to)} that its signature promises: change the one or the other.`,
  wording: (p) => ({
    text: `No conversion from ${typeName(p.from)} to ${typeName(p.to)} for the return value`,
  }),
});
